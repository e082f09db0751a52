using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>Visits of several services: their paths, and who goes from which service to which. Pure.</summary>
/// <param name="Visits">All visits of several services.</param>
/// <param name="Share">Of all visits; null of none.</param>
/// <param name="Paths">The most frequent first, at most <see cref="MostPaths"/>.</param>
/// <param name="Services">Of the matrix, those with most steps first.</param>
/// <param name="Steps">How many went from one service to another.</param>
public sealed record Journeys(
    long Visits, double? Share, IReadOnlyList<JourneyPath> Paths, IReadOnlyList<string> Services, IReadOnlyDictionary<(string From, string To), long> Steps)
{
    /// <summary>More are not told apart.</summary>
    public const int MostPaths = 15;

    /// <param name="table">By <see cref="FiguresBy.Journey"/>.</param>
    public static Journeys Of(FiguresTable table)
    {
        var visits = table.Rows.Sum(row => row.Figures.Visits);
        var paths = table.Rows.Where(row => row.Figures.Visits > 0).Select(row => new JourneyPath(row.Key.Split('>'), row.Figures.Visits, row.Figures.Visits / (double)visits))
            .OrderByDescending(path => path.Visits).ThenBy(path => string.Join('>', path.Services), StringComparer.Ordinal).ToList();
        var steps = paths.SelectMany(path => path.Services.Zip(path.Services.Skip(1), (from, to) => (Step: (from, to), path.Visits)))
            .GroupBy(step => step.Step).ToDictionary(group => group.Key, group => group.Sum(step => step.Visits));
        var services = steps.SelectMany(step => new[] { (Service: step.Key.from, step.Value), (Service: step.Key.to, step.Value) })
            .GroupBy(end => end.Service).OrderByDescending(group => group.Sum(end => end.Value)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key);
        return new(visits, table.Total.Visits > 0 ? visits / (double)table.Total.Visits : null, [.. paths.Take(MostPaths)], [.. services], steps);
    }
}

/// <summary>One path.</summary>
/// <param name="Share">Of all visits of several services.</param>
public sealed record JourneyPath(IReadOnlyList<string> Services, long Visits, double Share);
