using System.Globalization;

namespace CounterClient;

/// <summary>An alarm that was not taken before the page was loaded anew, as the tab keeps it.</summary>
/// <param name="At">Unix milliseconds.</param>
public sealed record KeptAlarm(string Staff, string Office, string Counter, string RequestId, long At)
{
    // A tab that is found open much later must not cry for help that nobody wants any more.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static KeptAlarm? Parse(string? text) =>
        text?.Split(' ') is [var staff, var office, var counter, var requestId, var at] && long.TryParse(at, CultureInfo.InvariantCulture, out var time)
            ? new(staff, office, counter, requestId, time)
            : null;

    /// <summary>True when it is this person's, at this counter, and not long ago.</summary>
    public bool IsOf(string staff, string office, string counter, DateTimeOffset now) =>
        (Staff, Office, Counter) == (staff, office, counter) && now - DateTimeOffset.FromUnixTimeMilliseconds(At) is var age && age < Longest;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Staff} {Office} {Counter} {RequestId} {At}");
}
