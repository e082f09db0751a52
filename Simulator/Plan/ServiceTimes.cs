namespace Simulator.Plan;

/// <summary>
/// How long a visit takes at the counter. The means are assumptions: the district publishes waiting times, not service times. They are set so that
/// certificates take a few minutes, registrations about ten and advice about twenty, as clerks describe their work.
/// </summary>
internal static class ServiceTimes
{
    /// <summary>What a form written beforehand saves: the pilot's waits halved, of which the writing at the counter is the larger part.</summary>
    public const double SavedByForm = 0.3;

    private static readonly Dictionary<string, double> Minutes = new()
    {
        ["resident"] = 4,
        ["family"] = 5,
        ["seal"] = 5,
        ["certificates"] = 4,
        ["waste"] = 4,
        ["breast-pump"] = 4,
        ["health-check"] = 5,
        ["vaccination"] = 6,
        ["id-card"] = 7,
        ["tax"] = 7,
        ["move-in"] = 8,
        ["land"] = 8,
        ["passport"] = 9,
        ["clinic"] = 9,
        ["registry"] = 10,
        ["vehicle"] = 11,
        ["permits"] = 12,
        ["mother"] = 12,
        ["metabolic"] = 12,
        ["welfare"] = 18,
    };

    // A service that an office has added itself.
    private const double Usual = 6.5;

    // Service times are log-normal: many short ones and a few very long ones. The spread is that of call centres (Brown et al. 2005), rounded.
    private const double Spread = 0.5;
    private const double Longest = 4;

    public static TimeSpan Mean(string service) => TimeSpan.FromMinutes(Minutes.GetValueOrDefault(service, Usual));

    public static TimeSpan Draw(string service, Chance chance) =>
        Mean(service) * Math.Min(Longest, Math.Exp((Spread * chance.Normal()) - (Spread * Spread / 2)));
}
