using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>
/// How long a service takes up a counter, of its last visits: each newer one weighs more, for the morning says little about the afternoon. Pure.
/// </summary>
/// <param name="Mean">Milliseconds.</param>
/// <param name="Spread">Variance over mean, milliseconds: what one more visit adds to the variance for each millisecond that it adds to the wait.</param>
/// <param name="Doubt">Squared relative error of the mean: it is of few visits.</param>
internal readonly record struct ServiceTimes(double Mean, double Spread, double Doubt)
{
    /// <summary>Of fewer visits nothing is said.</summary>
    public const int Fewest = 5;

    /// <summary>Visits that are looked at.</summary>
    public const int Recent = 40;

    // Each visit weighs so much of the next newer one: the last dozen make up more than half.
    private const double Fading = 0.94;

    /// <summary>Milliseconds between two visits, in which a clerk tidies up.</summary>
    public const double Between = 15_000;

    // A visit that nobody has ended on the console says nothing about the next one: it counts as so many usual ones at most.
    private const double Longest = 4;

    // How variable a visit is taken to be (squared, relative) until its own ones tell, and for how many of them that stands.
    private const double UsualVariability = 0.6;
    private const double UsualVisits = 5;

    /// <summary>Null when too little is known of the service.</summary>
    public static ServiceTimes? Of(OfficeState state, string service)
    {
        if (!state.Finished.TryGetValue(service, out var finished) || finished.Count < Fewest)
        {
            return null;
        }

        var held = new double[Math.Min(Recent, finished.Count)];
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = state.Tickets[finished[finished.Count - 1 - i].Ordinal].Held ?? 0;
        }

        var most = Longest * held.Order().ElementAt(held.Length / 2);
        var (weight, all, squares, sum, sumOfSquares) = (1.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var each in held)
        {
            var visit = Math.Min(each, most) + Between;
            all += weight;
            squares += weight * weight;
            sum += weight * visit;
            sumOfSquares += weight * visit * visit;
            weight *= Fading;
        }

        var (mean, visits) = (sum / all, all * all / squares);
        var seen = Math.Max(0, (sumOfSquares / all) - (mean * mean)) / (mean * mean);
        var variability = ((seen * visits) + (UsualVariability * UsualVisits)) / (visits + UsualVisits);
        return new ServiceTimes(mean, variability * mean, variability / visits);
    }

    /// <summary>
    /// What is left on average of a visit under way. One that always takes the same is over when its time is; of one that varies as much as waiting for a bus
    /// without a timetable as much is left as ever; between them so is this.
    /// </summary>
    public double Left(double elapsed)
    {
        var variability = Math.Min(1, Spread / Mean);
        return (variability * Mean) + ((1 - variability) * Math.Max(0, Mean - elapsed));
    }
}
