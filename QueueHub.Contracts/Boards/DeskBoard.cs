using System.Text.Json.Serialization;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Boards;

/// <summary>
/// What staff see of an office: the lines, who is set aside, the counters. No form contents, no names of citizens.
/// Epoch and version order it as they do <see cref="Board"/>.
/// </summary>
/// <param name="Waiting">The next tickets of all lines in the order of their score, at most <see cref="MaxListed"/>.</param>
/// <param name="WaitingTotal">How many wait in all.</param>
/// <param name="DoneToday">Services completed today, by counter.</param>
/// <param name="Staff">Names of the staff that the rest mentions, by id.</param>
/// <param name="Notice">What the office's screens say besides the calls; null when nothing.</param>
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
    IReadOnlyDictionary<string, int> DoneToday,
    IReadOnlyDictionary<string, string> Staff,
    IReadOnlyList<DeskResult> Results,
    DeskRules Rules,
    BoardNotice? Notice)
{
    /// <summary>Longest list of waiting tickets that is sent.</summary>
    public const int MaxListed = 100;
}

/// <summary>A service with its line.</summary>
/// <param name="Waiting">Also those who wait for one counter alone.</param>
/// <param name="LongestSince">Whoever waits longest counts from here, earlier stretches of the visit included; null when nobody waits.</param>
/// <param name="Expected">Minutes that somebody who comes now has to expect; null when nothing is known.</param>
/// <param name="Pace">How full it is, by people waiting per open counter.</param>
/// <param name="Relief">What would shorten it most when it is full; null when it is not, or nothing would.</param>
public sealed record DeskService(string Id, LocalText Name, int Waiting, DateTimeOffset? LongestSince, int? Expected, Pace Pace, DeskRelief? Relief = null);

/// <summary>What would shorten a line.</summary>
/// <param name="Counter">Where.</param>
/// <param name="Before">Minutes that somebody who comes now has to expect; null while no counter serves the line.</param>
/// <param name="After">The same once it was done; null when it is not known how long visits take.</param>
public sealed record DeskRelief(string Counter, ReliefKind Kind, int? Before, int? After);

/// <summary>What is to be done at a counter, what moves people least first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReliefKind>))]
public enum ReliefKind
{
    /// <summary>It is open, and is to help this line when its own ones are empty.</summary>
    [JsonStringEnumMemberName("help")] Help,
    /// <summary>It is open, and is to call for this line as for its own.</summary>
    [JsonStringEnumMemberName("serve")] Serve,
    /// <summary>Its pause is to end.</summary>
    [JsonStringEnumMemberName("resume")] Resume,
    /// <summary>It is closed, and is to be opened.</summary>
    [JsonStringEnumMemberName("open")] Open,
}

/// <summary>How a service may have ended.</summary>
/// <param name="Provided">False: what the citizen came for could not be provided.</param>
public sealed record DeskResult(string Id, LocalText Name, bool Provided);

/// <summary>Rules of the office that the console shows before the server has to say them.</summary>
/// <param name="VisitNoticeMinutes">So long into a visit the clerk is told; 0: never.</param>
/// <param name="VisitLimitMinutes">The recommended length of a visit; 0: none.</param>
/// <param name="UndoSeconds">How long a command can be taken back.</param>
public sealed record DeskRules(int RecallsBeforeNoShow, int RecallLockSeconds, int ReinstateLimit, int UndoSeconds, int VisitNoticeMinutes = 0, int VisitLimitMinutes = 0);

/// <summary>A priority class, to name the one of a ticket.</summary>
/// <param name="CreditMinutes">0 for the class of everybody else.</param>
public sealed record DeskClass(string Id, LocalText Name, int CreditMinutes);

/// <summary>A counter: who holds it and which ticket is there.</summary>
/// <param name="Staff">Id of the clerk who holds it; null when closed.</param>
/// <param name="Ticket">Called or being served.</param>
/// <param name="Since">When the state began.</param>
/// <param name="Desk">Names the sign-in that holds it (<see cref="Staff.SignedIn"/>): another screen of the same person is another desk.</param>
/// <param name="PauseUntil">When a pause is meant to end.</param>
public sealed record DeskCounter(
    string Id,
    CounterState State,
    string? Staff,
    string? PauseReason,
    IReadOnlyList<string> Primary,
    IReadOnlyList<string> Helping,
    DeskTicket? Ticket,
    DateTimeOffset Since,
    string? Desk = null,
    DateTimeOffset? PauseUntil = null);

/// <summary>A ticket as staff see it.</summary>
/// <param name="Ordinal">Identity within the office, for commands.</param>
/// <param name="WaitedSeconds">Waiting on this visit before the present stretch; add the time since <paramref name="Since"/> while it waits.</param>
/// <param name="Since">When the present state began.</param>
/// <param name="FormTemplate">The form that is attached, when one is.</param>
/// <param name="Calls">Announcements of the standing call.</param>
/// <param name="Rest">Services still to visit after the present one.</param>
/// <param name="Leg">How many services of this visit are behind it.</param>
/// <param name="Target">The one counter that is to call it.</param>
/// <param name="Place">Where the citizen of a parked ticket is.</param>
/// <param name="ParkedBy">Staff id.</param>
/// <param name="AnnouncedAt">Last announcement of the standing call.</param>
/// <param name="Corrections">Fields the citizen is asked to correct.</param>
/// <param name="Expected">Minutes until its turn, while it waits; null when nothing is known.</param>
/// <param name="MovingTo">The office it is being moved to just now.</param>
/// <param name="Warnings">Warnings of this visit, in order.</param>
/// <param name="SignedAt">When its citizen signed the form last; whether that still holds, the form says.</param>
/// <param name="MoveRefused">A code of <see cref="ProblemCodes"/>: why the other office did not take it.</param>
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
    string Language,
    IReadOnlyList<string> Rest,
    int Leg,
    string? Target,
    string? Place,
    string? ParkedBy,
    DateTimeOffset? AnnouncedAt,
    int Reinstated,
    IReadOnlyList<string> Corrections,
    int? Expected,
    string? MovingTo = null,
    string? MoveRefused = null,
    IReadOnlyList<DeskWarning>? Warnings = null,
    DateTimeOffset? SignedAt = null);

/// <summary>A warning that was given.</summary>
/// <param name="Kind">One of <see cref="Protection.WarningKind"/>.</param>
public sealed record DeskWarning(string Kind, DateTimeOffset At);
