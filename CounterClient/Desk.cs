using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>
/// What one clerk sees at one counter: the newest desk board, seen from here. Pure and immutable; each board makes the next one.
/// </summary>
/// <param name="Me">Staff id of the clerk.</param>
/// <param name="CounterId">The counter this console stands at.</param>
/// <param name="MyDesks">The sign-ins of this screen (<see cref="DeskCounter.Desk"/>), the present and earlier ones; none: any of mine will do.</param>
public sealed record Desk(string Me, string CounterId, DeskBoard Board, IReadOnlyList<string>? MyDesks = null)
{
    /// <summary>Takes a board unless it is older than the present one: a late message must not bring back what was.</summary>
    public Desk Fold(DeskBoard next) => IsNewer(next) ? this with { Board = next } : this;

    private bool IsNewer(DeskBoard next) =>
        next.Epoch != Board.Epoch || next.Version > Board.Version || (next.Version == Board.Version && next.At >= Board.At);

    /// <summary>True once the board shows what a command that ended with <paramref name="version"/> did.</summary>
    public bool Shows(long version, string epoch) => Board.Epoch != epoch || Board.Version >= version;

    /// <summary>This counter; shown as closed when the office has it no longer.</summary>
    public DeskCounter Counter => Board.Counters.FirstOrDefault(counter => counter.Id == CounterId)
        ?? new DeskCounter(CounterId, CounterState.Closed, null, null, [], [], null, Board.At);

    /// <summary>The ticket called to or served at this counter.</summary>
    public DeskTicket? Ticket => Counter.Ticket;

    /// <summary>What is going on here; decides which actions are offered.</summary>
    public DeskStage Stage => Counter switch
    {
        { State: CounterState.Closed } => DeskStage.Closed,
        { Staff: not null } when !IsMine => DeskStage.Taken,
        { Ticket.State: TicketState.Called } => DeskStage.Called,
        { Ticket: not null } => DeskStage.Serving,
        { State: CounterState.Paused } => DeskStage.Paused,
        _ => DeskStage.Idle,
    };

    /// <summary>True while the clerk holds the counter at this screen: of two screens each would act on what the other has not seen.</summary>
    public bool IsMine => Counter is { State: not CounterState.Closed } counter && counter.Staff == Me && IsMyDesk(counter.Desk);

    /// <summary>True when this clerk holds it at another screen.</summary>
    public bool IsMineElsewhere => Counter.Staff == Me && !IsMyDesk(Counter.Desk);

    /// <summary>How many wait for this counter: for its services, and for it alone.</summary>
    public int WaitingHere => Board.Services.Where(service => ServesHere(service.Id)).Sum(WaitingForAll) + Board.Waiting.Count(IsForHereAlone);

    /// <summary>True for the services that this counter calls, primary or helping.</summary>
    public bool ServesHere(string service) => Counter.Primary.Contains(service) || Counter.Helping.Contains(service);

    /// <summary>True for a ticket that no other counter is to call.</summary>
    public bool IsForHereAlone(DeskTicket ticket) => ticket.Target == CounterId;

    /// <summary>True for a ticket that this counter calls when its turn comes.</summary>
    public bool IsForHere(DeskTicket ticket) => IsForHereAlone(ticket) || (ticket.Target is null && ServesHere(ticket.Service));

    /// <summary>The listed tickets in the order in which this counter would call them: helping services come when no primary one waits.</summary>
    public IReadOnlyList<DeskTicket> InTurn => [.. Board.Waiting.Where(IsForHere).OrderBy(ticket => IsFirst(ticket) ? 0 : 1)];

    /// <summary>Whom "call next" will call: the lowest score of the primary services, else of the helping ones. Null when nobody waits or they are not listed.</summary>
    public DeskTicket? NextUp
    {
        get
        {
            var firstWaits = Board.Waiting.Any(IsForHereAlone) || Board.Services.Any(service => Counter.Primary.Contains(service.Id) && WaitingForAll(service) > 0);
            return InTurn.FirstOrDefault(ticket => IsFirst(ticket) == firstWaits);
        }
    }

    /// <summary>Whose turn it is after a ticket; null when nobody is listed behind it.</summary>
    public DeskTicket? After(long ordinal) => InTurn.SkipWhile(ticket => ticket.Ordinal != ordinal).Skip(1).FirstOrDefault();

    /// <summary>True when somebody of the same line stands before it: calling it needs a reason. The server decides; of a parked ticket this side cannot know.</summary>
    public bool PassesOthers(DeskTicket ticket) => Board.Waiting.Any(other => other.Ordinal == ticket.Ordinal)
        && Board.Waiting.TakeWhile(other => other.Ordinal != ticket.Ordinal)
            .Any(other => other.Target == ticket.Target && (ticket.Target is not null || other.Service == ticket.Service));

    /// <summary>How long the ticket at the counter cannot be announced again; zero when it can.</summary>
    public TimeSpan RecallLock(DateTimeOffset serverNow) => Ticket?.AnnouncedAt is { } announced
        && announced.AddSeconds(Board.Rules.RecallLockSeconds) - serverNow is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>True once a ticket was announced again as often as the office wants: now "did not come" is the likely answer.</summary>
    public bool NoShowIsDue => Ticket is { State: TicketState.Called } ticket && ticket.Calls > Board.Rules.RecallsBeforeNoShow;

    /// <summary>How often an absent ticket may still be put back in line.</summary>
    public int ReinstatesLeft(DeskTicket ticket) => Math.Max(0, Board.Rules.ReinstateLimit - ticket.Reinstated);

    /// <summary>What a member of staff is called.</summary>
    public string? StaffName(string? id) => id is null ? null : Board.Staff.GetValueOrDefault(id, id);

    /// <summary>Visits completed at this counter today.</summary>
    public int DoneHere => Board.DoneToday.GetValueOrDefault(CounterId);

    /// <summary>The other counters, in the office's order.</summary>
    public IEnumerable<DeskCounter> Others => Board.Counters.Where(counter => counter.Id != CounterId);

    /// <summary>The other counters that are open or paused.</summary>
    public IEnumerable<DeskCounter> OthersAtWork => Others.Where(counter => counter.State != CounterState.Closed);

    /// <summary>Services a ticket may be passed on to.</summary>
    public IEnumerable<DeskService> OtherServices(DeskTicket ticket) => Board.Services.Where(service => service.Id != ticket.Service);

    /// <summary>The ticket as it is now, while it is at this counter or in a list; null once it is elsewhere.</summary>
    public DeskTicket? Find(long ordinal) =>
        Board.Waiting.Concat(Board.Parked).Concat(Board.NoShows).Append(Ticket).FirstOrDefault(ticket => ticket?.Ordinal == ordinal);

    public string ServiceName(string id, string language) =>
        Board.Services.FirstOrDefault(service => service.Id == id)?.Name.In(language) ?? id;

    public string Names(IEnumerable<string> services, string language, string between = " · ") =>
        string.Join(between, services.Select(id => ServiceName(id, language)));

    /// <summary>Name of the ticket's class when it goes before others; null for the class of everybody else.</summary>
    public string? PriorityName(DeskTicket ticket, string language) =>
        Board.Classes.FirstOrDefault(entry => entry.Id == ticket.Class) is { CreditMinutes: > 0 } entry ? entry.Name.In(language) : null;

    /// <summary>What a repeated command would meet again; when it has changed, an unanswered command was done or is past.</summary>
    public DeskSituation Situation =>
        new(Board.Epoch, Counter.State, Counter.Staff, Counter.Desk, Ticket?.Ordinal, Ticket?.State, Ticket?.Calls, DoneHere, Ticket?.Warnings?.Count ?? 0);

    /// <summary>How long the ticket has waited on this visit, by the server's clock.</summary>
    public static TimeSpan Waited(DeskTicket ticket, DateTimeOffset serverNow)
    {
        var stretch = ticket.State == TicketState.Waiting ? Elapsed(ticket.Since, serverNow) : TimeSpan.Zero;
        return TimeSpan.FromSeconds(ticket.WaitedSeconds) + stretch;
    }

    private bool IsMyDesk(string? desk) => desk is null || MyDesks is not { Count: > 0 } || MyDesks.Contains(desk);

    private bool IsFirst(DeskTicket ticket) => IsForHereAlone(ticket) || Counter.Primary.Contains(ticket.Service);

    // A service's number counts those, too, who wait for one counter alone.
    private int WaitingForAll(DeskService service) =>
        Math.Max(0, service.Waiting - Board.Waiting.Count(ticket => ticket.Target is not null && ticket.Service == service.Id));

    /// <summary>Time since a moment, never negative: the two clocks may differ by the way of a message.</summary>
    public static TimeSpan Elapsed(DateTimeOffset since, DateTimeOffset serverNow) =>
        serverNow > since ? serverNow - since : TimeSpan.Zero;
}

/// <summary>What a counter is at.</summary>
public enum DeskStage
{
    /// <summary>Nobody holds the counter.</summary>
    Closed,
    /// <summary>Another clerk holds it, or the same one at another screen.</summary>
    Taken,
    /// <summary>Open, with nobody at it.</summary>
    Idle,
    /// <summary>A number is called and has not come yet.</summary>
    Called,
    Serving,
    /// <summary>Held, but calling nobody.</summary>
    Paused,
}

/// <summary>The part of a desk that tells whether a command still speaks of the same moment.</summary>
public sealed record DeskSituation(
    string Epoch, CounterState State, string? Staff, string? Desk, long? Ticket, TicketState? TicketState, int? Calls, int Done, int Warnings);
