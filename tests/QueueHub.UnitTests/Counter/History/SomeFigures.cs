using QueueHub.Contracts;
using QueueHub.Contracts.History;

namespace QueueHub.UnitTests.Counter.History;

/// <summary>Figures for tests; what is not named is nothing.</summary>
internal static class SomeFigures
{
    public static Figures Of(long visits = 0, double? wait = null, double? within = null, long forms = 0, double open = 0, double paused = 0, double busy = 0, long sheets = 0,
        long absent = 0, long? formVisits = null) => new(
        visits, visits, visits, visits, absent, 0, 0, 0, 0, 0, 0, 0, wait is { } seconds ? new Durations(visits, seconds, seconds, seconds * 2) : null, null, null, within,
        open, paused, busy, forms, sheets, null, null, formVisits);

    public static FiguresRow Row(string key, Figures figures, string? name = null) => new(key, name is null ? null : new LocalText(name, name), figures);
}
