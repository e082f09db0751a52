namespace QueueHub.History.Advice;

/// <summary>What a usual day asks of an office's counters.</summary>
/// <param name="Arrivals">How many come in each of the 24 hours.</param>
/// <param name="VisitMinutes">How long one takes up a counter, from the call until the next can be called.</param>
/// <param name="Variability">Variance of that over its squared mean: 0 when all take the same, 1 as Erlang has it.</param>
public sealed record DayDemand(IReadOnlyList<double> Arrivals, double VisitMinutes, double Variability)
{
    public const int Hours = 24;

    /// <summary>How many counters would be busy in this hour if nobody had to wait.</summary>
    public double Load(int hour) => Arrivals[hour] * VisitMinutes / 60;
}

/// <summary>What the office wants to keep.</summary>
/// <param name="Minutes">So long a wait is all right.</param>
/// <param name="Share">For so many: 0.8 is eight of ten.</param>
public readonly record struct WaitTarget(int Minutes, double Share);
