using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>
/// What one clerk sees at one counter: the newest desk board, seen from here. Pure and immutable; each board makes the next one.
/// </summary>
/// <param name="Me">Staff id of the clerk.</param>
/// <param name="CounterId">The counter this console stands at.</param>
public sealed record Desk(string Me, string CounterId, DeskBoard Board)
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
        { Staff: { } staff } when staff != Me => DeskStage.Taken,
        { Ticket.State: TicketState.Called } => DeskStage.Called,
        { Ticket: not null } => DeskStage.Serving,
        { State: CounterState.Paused } => DeskStage.Paused,
        _ => DeskStage.Idle,
    };

    /// <summary>True while the clerk holds the counter.</summary>
    public bool IsMine => Counter.Staff == Me && Counter.State != CounterState.Closed;

    /// <summary>How many wait for what this counter serves.</summary>
    public int WaitingHere => Board.Services.Where(service => ServesHere(service.Id)).Sum(service => service.Waiting);

    /// <summary>True for the services that this counter calls, primary or helping.</summary>
    public bool ServesHere(string service) => Counter.Primary.Contains(service) || Counter.Helping.Contains(service);

    /// <summary>Whom "call next" will call: the lowest score of the primary services, else of the helping ones. Null when nobody waits or they are not listed.</summary>
    public DeskTicket? NextUp
    {
        get
        {
            var primaryWaits = Board.Services.Any(service => service.Waiting > 0 && Counter.Primary.Contains(service.Id));
            var services = primaryWaits ? Counter.Primary : Counter.Helping;
            return Board.Waiting.FirstOrDefault(ticket => services.Contains(ticket.Service));
        }
    }

    /// <summary>Visits completed at this counter today.</summary>
    public int DoneHere => Board.DoneToday.GetValueOrDefault(CounterId);

    /// <summary>The other counters, in the office's order.</summary>
    public IEnumerable<DeskCounter> Others => Board.Counters.Where(counter => counter.Id != CounterId);

    /// <summary>Services a ticket may be passed on to.</summary>
    public IEnumerable<DeskService> OtherServices(DeskTicket ticket) => Board.Services.Where(service => service.Id != ticket.Service);

    /// <summary>The ticket as it is now, while it is at this counter or in a list; null once it is elsewhere.</summary>
    public DeskTicket? Find(long ordinal) =>
        Board.Waiting.Concat(Board.Parked).Concat(Board.NoShows).Append(Ticket).FirstOrDefault(ticket => ticket?.Ordinal == ordinal);

    public string ServiceName(string id, string language) =>
        Board.Services.FirstOrDefault(service => service.Id == id)?.Name.In(language) ?? id;

    /// <summary>Name of the ticket's class when it goes before others; null for the class of everybody else.</summary>
    public string? PriorityName(DeskTicket ticket, string language) =>
        Board.Classes.FirstOrDefault(entry => entry.Id == ticket.Class) is { CreditMinutes: > 0 } entry ? entry.Name.In(language) : null;

    /// <summary>What a repeated command would meet again; when it has changed, an unanswered command was done or is past.</summary>
    public DeskSituation Situation =>
        new(Board.Epoch, Counter.State, Counter.Staff, Ticket?.Ordinal, Ticket?.State, Ticket?.Calls, DoneHere);

    /// <summary>How long the ticket has waited on this visit, by the server's clock.</summary>
    public static TimeSpan Waited(DeskTicket ticket, DateTimeOffset serverNow)
    {
        var stretch = ticket.State == TicketState.Waiting ? Elapsed(ticket.Since, serverNow) : TimeSpan.Zero;
        return TimeSpan.FromSeconds(ticket.WaitedSeconds) + stretch;
    }

    /// <summary>Time since a moment, never negative: the two clocks may differ by the way of a message.</summary>
    public static TimeSpan Elapsed(DateTimeOffset since, DateTimeOffset serverNow) =>
        serverNow > since ? serverNow - since : TimeSpan.Zero;
}

/// <summary>What a counter is at.</summary>
public enum DeskStage
{
    /// <summary>Nobody holds the counter.</summary>
    Closed,
    /// <summary>Another clerk holds it.</summary>
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
    string Epoch, CounterState State, string? Staff, long? Ticket, TicketState? TicketState, int? Calls, int Done);
