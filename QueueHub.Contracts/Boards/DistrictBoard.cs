using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Boards;

/// <summary>All offices at a glance: numbers only, for the district page, hall monitors and whoever wants to send people to a quieter office.</summary>
/// <param name="At">When these numbers were first true.</param>
/// <param name="Stale">True while the node has lost Redis: the rest is the last known state.</param>
public sealed record DistrictBoard(DateTimeOffset At, bool Stale, IReadOnlyList<DistrictOffice> Offices);

/// <summary>One office of the district.</summary>
/// <param name="Hours">When it opens next, or that it is about to close; null when there is nothing to say.</param>
/// <param name="Waiting">People waiting for all its services.</param>
/// <param name="Counters">Open counters.</param>
/// <param name="Longest">Its longest line; null when nobody waits.</param>
public sealed record DistrictOffice(string Slug, Pace Pace, LocalText? Hours, int Waiting, int Counters, DistrictLine? Longest);

/// <summary>The line of one service.</summary>
public sealed record DistrictLine(string Service, LocalText Name, int Waiting);

/// <summary>How full an office is, by people waiting per open counter.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Pace>))]
public enum Pace
{
    /// <summary>Outside opening hours, or its day is closed.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
    /// <summary>Open, but no counter is.</summary>
    [JsonStringEnumMemberName("noCounter")] NoCounter,
    /// <summary>Fewer than two.</summary>
    [JsonStringEnumMemberName("quiet")] Quiet,
    /// <summary>Fewer than five.</summary>
    [JsonStringEnumMemberName("moderate")] Moderate,
    /// <summary>Five or more.</summary>
    [JsonStringEnumMemberName("busy")] Busy,
}
