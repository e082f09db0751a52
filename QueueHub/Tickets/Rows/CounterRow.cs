using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Rows;

/// <summary>A counter as Redis stores it and events carry it. Times are Unix milliseconds.</summary>
/// <param name="Staff">Who holds it; absent when closed.</param>
/// <param name="Primary">Services it calls first; as configured when it was opened.</param>
/// <param name="Helping">Services it calls when no primary one has anybody waiting.</param>
/// <param name="Desk">Names the sign-in that holds it: the same person at another screen is another desk. Absent when a supervisor gave it.</param>
/// <param name="PauseUntil">When a pause is meant to end.</param>
/// <param name="Ticket">Ordinal of the ticket that is called to it or served at it.</param>
/// <param name="Alarm">The silent alarm that stands; it outlives a close. For supervisors and who raised it alone.</param>
/// <param name="Done">Visits completed here on this business day.</param>
public sealed record CounterRow(
    string Id,
    CounterState State,
    long Since,
    string? Staff = null,
    string? Desk = null,
    string? PauseReason = null,
    long? PauseUntil = null,
    IReadOnlyList<string>? Primary = null,
    IReadOnlyList<string>? Helping = null,
    long? Ticket = null,
    int Done = 0,
    CounterAlarm? Alarm = null);

/// <summary>A silent alarm.</summary>
/// <param name="Id">Version of the event that raised it.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="By">Staff id of who raised it.</param>
/// <param name="Ticket">Ordinal of the ticket that was at the counter.</param>
public sealed record CounterAlarm(long Id, long At, string By, long? Ticket = null, IReadOnlyList<CounterAlarmAnswer>? Answers = null);

/// <summary>That help is coming.</summary>
/// <param name="By">Staff id of the supervisor who says so.</param>
/// <param name="From">From where; absent: that supervisor comes.</param>
public sealed record CounterAlarmAnswer(string By, long At, string? From = null);
