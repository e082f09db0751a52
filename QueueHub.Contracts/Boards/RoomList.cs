namespace QueueHub.Contracts.Boards;

/// <summary>The offices of one supervisor at a glance, the fullest first.</summary>
/// <param name="At">Server time when it was made; waits are counted up to here.</param>
public sealed record RoomList(DateTimeOffset At, IReadOnlyList<RoomSummary> Offices);

/// <summary>One office as its supervisor sees it from afar.</summary>
/// <param name="Pace">How full it is, by people waiting per open counter.</param>
/// <param name="LongestSince">Whoever waits longest counts from here; null when nobody waits.</param>
/// <param name="Expected">Minutes that somebody who comes now has to expect at the slowest of its services; null when nothing is known.</param>
/// <param name="Known">False while the node has not read the office yet: the numbers say nothing.</param>
/// <param name="Stale">True while the node has lost Redis: the rest is the last known state.</param>
/// <param name="Alarms">Silent alarms that stand there.</param>
public sealed record RoomSummary(
    string Office,
    LocalText Name,
    Pace Pace,
    LocalText? Hours,
    int Waiting,
    DateTimeOffset? LongestSince,
    int? Expected,
    int Open,
    int Paused,
    int Closed,
    bool Known,
    bool Stale,
    int Alarms = 0);
