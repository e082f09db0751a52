using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Boards;

/// <summary>
/// What staff see of an office: the lines, who is set aside, the counters. No form contents, no names of citizens.
/// Epoch and version order it as they do <see cref="Board"/>.
/// </summary>
/// <param name="Waiting">The next tickets of all lines in the order of their score, at most <see cref="MaxListed"/>.</param>
/// <param name="WaitingTotal">How many wait in all.</param>
/// <param name="DoneToday">Visits completed today, by counter.</param>
public sealed record DeskBoard(
    string Epoch,
    long Version,
    DateTimeOffset At,
    int UtcOffsetMinutes,
    bool Stale,
    string Office,
    LocalText OfficeName,
    bool DayOpen,
    Opening Opening,
    IReadOnlyList<DeskService> Services,
    IReadOnlyList<DeskClass> Classes,
    IReadOnlyList<DeskCounter> Counters,
    IReadOnlyList<DeskTicket> Waiting,
    int WaitingTotal,
    IReadOnlyList<DeskTicket> Parked,
    IReadOnlyList<DeskTicket> NoShows,
    IReadOnlyDictionary<string, int> DoneToday)
{
    /// <summary>Longest list of waiting tickets that is sent.</summary>
    public const int MaxListed = 100;
}

/// <summary>A service with its line.</summary>
public sealed record DeskService(string Id, LocalText Name, int Waiting);

/// <summary>A priority class, to name the one of a ticket.</summary>
/// <param name="CreditMinutes">0 for the class of everybody else.</param>
public sealed record DeskClass(string Id, LocalText Name, int CreditMinutes);

/// <summary>A counter: who holds it and which ticket is there.</summary>
/// <param name="Staff">Id of the clerk who holds it; null when closed.</param>
/// <param name="Ticket">Called or being served.</param>
/// <param name="Since">When the state began.</param>
public sealed record DeskCounter(
    string Id,
    CounterState State,
    string? Staff,
    string? PauseReason,
    IReadOnlyList<string> Primary,
    IReadOnlyList<string> Helping,
    DeskTicket? Ticket,
    DateTimeOffset Since);

/// <summary>A ticket as staff see it.</summary>
/// <param name="Ordinal">Identity within the office, for commands.</param>
/// <param name="WaitedSeconds">Waiting on this visit before the present stretch; add the time since <paramref name="Since"/> while it waits.</param>
/// <param name="Since">When the present state began.</param>
/// <param name="FormTemplate">The form that is attached, when one is.</param>
/// <param name="Calls">Announcements of the standing call.</param>
public sealed record DeskTicket(
    long Ordinal,
    int Number,
    string Service,
    string Class,
    TicketState State,
    DateTimeOffset Issued,
    DateTimeOffset Since,
    int WaitedSeconds,
    bool FormReady,
    string? FormTemplate,
    int Calls,
    DateTimeOffset? CalledAt,
    string? Counter,
    string? Note,
    string Language);
