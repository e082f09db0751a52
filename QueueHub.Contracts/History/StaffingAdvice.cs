namespace QueueHub.Contracts.History;

/// <summary>How many counters each hour of a usual day needs to keep the office's target. docs/advice.md says how it is reckoned.</summary>
/// <param name="To">The last day that was taken: one that is not over yet is not.</param>
/// <param name="Weekday">1 Monday to 7 Sunday; null: all days alike.</param>
/// <param name="Service">Counters for this one alone; null: for all services together.</param>
/// <param name="TargetMinutes">So long a wait is all right,</param>
/// <param name="TargetPercent">for so many of a hundred.</param>
/// <param name="Days">Days with visitors that it is taken from.</param>
/// <param name="Stops">Stays in lines that began on them.</param>
/// <param name="VisitMinutes">How long a visit takes up a counter, tidying up included; null: none has.</param>
/// <param name="Enough">False: too little is known, and nothing is advised.</param>
public sealed record StaffingAdvice(
    string Office, DateOnly From, DateOnly To, int? Weekday, string? Service, int TargetMinutes, int TargetPercent, int Days, long Stops, double? VisitMinutes,
    bool Enough, IReadOnlyList<AdviceHour> Hours)
{
    /// <summary>Of fewer days nothing is advised.</summary>
    public const int FewestDays = 5;

    /// <summary>Nor of fewer visits.</summary>
    public const int FewestStops = 30;
}

/// <summary>One hour of the day.</summary>
/// <param name="Hour">0 to 23, by the office's time.</param>
/// <param name="Arrivals">How many come, mean of the days.</param>
/// <param name="Open">Counters that were open, mean of the days; of a service those that have it as a primary one, which serve others as well.</param>
/// <param name="WithinNow">Share of the called who came in this hour and waited no longer than the target; null: nobody was.</param>
/// <param name="Needed">Counters that it needs; null when nothing is advised.</param>
/// <param name="ByFormula">Counters that the formula alone would have taken.</param>
/// <param name="FormulaShare">Share within the target with the needed counters, by the formula.</param>
/// <param name="SimulatedShare">The same of simulated days.</param>
public sealed record AdviceHour(
    int Hour, double Arrivals, double Open, double? WithinNow, int? Needed = null, int? ByFormula = null, double? FormulaShare = null, double? SimulatedShare = null);
