using QueueHub.Contracts.Offices;

namespace Simulator.Plan;

/// <summary>Who works where and when: every counter but one, which is left for a visitor.</summary>
internal static class Roster
{
    private static readonly TimeSpan FirstLunch = TimeSpan.FromHours(2.75);
    private static readonly TimeSpan SecondLunch = TimeSpan.FromHours(3.75);
    private static readonly TimeSpan Lunch = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan FirstBreak = TimeSpan.FromHours(6.5);
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(10);

    /// <summary>The counters that simulated clerks work at. The one left free is the last whose services others serve too.</summary>
    public static IReadOnlyList<CounterInfo> Staffed(OfficeInfo office)
    {
        var free = office.Counters.LastOrDefault(counter => office.Services.All(service =>
            office.Counters.Any(other => other != counter && (other.Primary.Contains(service.Id) || other.Helping.Contains(service.Id)))))
            ?? office.Counters[^1];
        return [.. office.Counters.Where(counter => counter != free)];
    }

    /// <summary>When the clerk with this place in the roster is away: lunch in two shifts, a short break in the afternoon one after another.</summary>
    public static IReadOnlyList<(TimeSpan From, TimeSpan Until)> Breaks(int place)
    {
        var lunch = place % 2 == 0 ? FirstLunch : SecondLunch;
        var pause = FirstBreak + (Break * (place % 6));
        return [(lunch, lunch + Lunch), (pause, pause + Break)];
    }

    /// <summary>True while that clerk is away.</summary>
    public static bool Away(int place, TimeSpan now) => Breaks(place).Any(pause => now >= pause.From && now < pause.Until);
}
