using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What a supervisor sees of one office: the newest desk board, seen from no counter. Pure and immutable; each board makes the next one.</summary>
public sealed record Room(DeskBoard Board)
{
    /// <summary>Takes a board unless it is older than the present one.</summary>
    public Room Fold(DeskBoard next) =>
        next.Epoch != Board.Epoch || next.Version > Board.Version || (next.Version == Board.Version && next.At >= Board.At) ? new Room(next) : this;

    /// <summary>True once the board shows what a command that ended with <paramref name="version"/> did.</summary>
    public bool Shows(long version, string epoch) => Board.Epoch != epoch || Board.Version >= version;

    /// <summary>The counter as it is now; null when the office has it no longer.</summary>
    public DeskCounter? Counter(string id) => Board.Counters.FirstOrDefault(counter => counter.Id == id);

    /// <summary>The parked or absent ticket as it is now; null once it is neither.</summary>
    public DeskTicket? Aside(long ordinal) => Board.Parked.Concat(Board.NoShows).FirstOrDefault(ticket => ticket.Ordinal == ordinal);

    /// <summary>A person's name; the id when nobody knows it.</summary>
    public string Name(string staff) => Board.Staff.GetValueOrDefault(staff, staff);

    public string ServiceName(string id, string language) =>
        Board.Services.FirstOrDefault(service => service.Id == id)?.Name.In(language) ?? id;

    /// <summary>How many counters do this.</summary>
    public int Count(RoomStanding standing) => Board.Counters.Count(counter => StandingOf(counter) == standing);

    /// <summary>Open counters that call for the service, primary or helping.</summary>
    public IEnumerable<string> CountersOf(string service) => Board.Counters
        .Where(counter => counter.State == CounterState.Open && (counter.Primary.Contains(service) || counter.Helping.Contains(service)))
        .Select(counter => counter.Id);

    /// <summary>What would shorten a full line most; null when nothing would, or its clerk is not to be called back.</summary>
    public DeskRelief? Relief(DeskService service, Func<DeskCounter, bool> recovering) =>
        service.Relief is { } relief && Counter(relief.Counter) is { } counter && !recovering(counter) ? relief : null;

    /// <summary>The counter with what a relief wants of its services, as a question begins with it.</summary>
    public static DeskCounter Relieved(DeskCounter counter, ReliefKind kind, string service) => kind switch
    {
        ReliefKind.Help => counter with { Helping = [.. counter.Helping, service] },
        ReliefKind.Serve => counter with { Primary = [.. counter.Primary, service], Helping = [.. counter.Helping.Where(id => id != service)] },
        _ => counter,
    };

    /// <summary>The notice on the screens now; null when there is none.</summary>
    public BoardNotice? NoticeAt(DateTimeOffset now) => Board.Notice is { } notice && notice.IsShown(now) ? notice : null;

    /// <summary>A counter through which a command on a ticket goes that is at none: where it was set aside, if that one is still there.</summary>
    public string CounterFor(DeskTicket ticket) => Board.Counters.FirstOrDefault(counter => counter.Id == ticket.Counter)?.Id ?? Board.Counters[0].Id;

    /// <summary>Changes whenever somebody is called: then the ledger may have another entry.</summary>
    public string LastCalls => string.Join(' ', Board.Counters.Select(counter => counter.Ticket).OfType<DeskTicket>()
        .Select(ticket => FormattableString.Invariant($"{ticket.Ordinal}.{ticket.CalledAt?.ToUnixTimeMilliseconds()}")));

    /// <summary>Changes whenever somebody is warned, or a visit with a warning ends: then the incident record may have another entry.</summary>
    public string Warned => string.Join(' ', Board.Counters.Select(counter => counter.Ticket).OfType<DeskTicket>().Where(ticket => ticket.Warnings is { Count: > 0 })
        .Select(ticket => FormattableString.Invariant($"{ticket.Ordinal}.{ticket.Warnings!.Count}")));

    /// <summary>What a counter is at.</summary>
    public static RoomStanding StandingOf(DeskCounter counter) => counter switch
    {
        { State: CounterState.Closed } => RoomStanding.Closed,
        { State: CounterState.Paused } => RoomStanding.Paused,
        { Ticket.State: TicketState.Called } => RoomStanding.Called,
        { Ticket: not null } => RoomStanding.Serving,
        _ => RoomStanding.Free,
    };

    /// <summary>How far a pause is over its time; null while it is not.</summary>
    public static TimeSpan? Over(DeskCounter counter, DateTimeOffset now) =>
        counter is { State: CounterState.Paused, PauseUntil: { } until } && now > until ? now - until : null;

    /// <summary>The longest wait of a line; null when nobody waits.</summary>
    public static TimeSpan? Longest(DeskService service, DateTimeOffset now) =>
        service.LongestSince is { } since ? Desk.Elapsed(since, now) : null;
}

/// <summary>What a counter is at, for whoever looks from outside.</summary>
public enum RoomStanding
{
    /// <summary>Open, with nobody at it.</summary>
    Free,
    /// <summary>A number is called and has not come yet.</summary>
    Called,
    Serving,
    /// <summary>Calls nobody; a ticket may still be there.</summary>
    Paused,
    Closed,
}
