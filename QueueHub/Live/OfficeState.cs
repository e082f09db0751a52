using System.Collections.Immutable;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>
/// One office, folded from its log: immutable, so any thread may read it while the next one is made. Also the model that tests hold Redis against.
/// </summary>
/// <param name="At">Office time of the last event, Unix milliseconds.</param>
/// <param name="Lines">Line (<see cref="TicketRow.Line"/>) → its waiting tickets, lowest score first.</param>
/// <param name="Aside">Ordinals of parked and absent tickets: listing them must not cost a walk over the whole day.</param>
/// <param name="Onward">Ordinals of waiting tickets that come from another counter: the screens name where they go next.</param>
/// <param name="Finished">Service → the visits that ended with it, by when they did: what the expected minutes are reckoned from.</param>
/// <param name="ByWatchHash">Hash of the token that may only look → its ticket.</param>
/// <param name="Notice">What the screens say besides the calls.</param>
/// <param name="Calls">The last announcements, oldest first; of each ticket the last one, until it is back in a line.</param>
public sealed record OfficeState(
    string Office,
    string Epoch,
    long Version,
    long At,
    string Day,
    bool DayOpen,
    ImmutableDictionary<long, TicketRow> Tickets,
    ImmutableDictionary<string, CounterRow> Counters,
    ImmutableDictionary<string, ImmutableSortedSet<Place>> Lines,
    ImmutableDictionary<string, long> ByTokenHash,
    ImmutableHashSet<long> Aside,
    ImmutableList<PastCall> Calls,
    ImmutableHashSet<long> Onward,
    ImmutableDictionary<string, ImmutableSortedSet<Ending>> Finished,
    ImmutableDictionary<string, long> ByWatchHash,
    OfficeNotice? Notice = null)
{
    /// <summary>An office of which nothing is known yet.</summary>
    public static OfficeState Empty(string office) => new(
        office, "", 0, 0, "", false,
        ImmutableDictionary<long, TicketRow>.Empty,
        ImmutableDictionary<string, CounterRow>.Empty,
        ImmutableDictionary<string, ImmutableSortedSet<Place>>.Empty,
        ImmutableDictionary<string, long>.Empty,
        [],
        [],
        [],
        ImmutableDictionary<string, ImmutableSortedSet<Ending>>.Empty,
        ImmutableDictionary<string, long>.Empty);

    /// <summary>The number of the newest call; 0 without one.</summary>
    public long LastCall => Calls is [.., var last] ? last.Id : 0;

    /// <summary>A line, lowest score first.</summary>
    public ImmutableSortedSet<Place> Line(string name) => Lines.GetValueOrDefault(name, []);

    /// <summary>Tickets before this one in its line; null unless it waits. O(log n).</summary>
    public int? PeopleAhead(TicketRow ticket) =>
        ticket.State == TicketState.Waiting ? Line(ticket.Line).IndexOf(new Place(ticket.Score, ticket.Ordinal)) : null;

    /// <summary>The ticket that a link may look at by its token's hash, or null.</summary>
    public TicketRow? ByWatch(string watchHash) =>
        ByWatchHash.TryGetValue(watchHash, out var ordinal) ? Tickets.GetValueOrDefault(ordinal) : null;

    /// <summary>The ticket of a link's token hash, or null.</summary>
    public TicketRow? ByToken(string tokenHash) =>
        ByTokenHash.TryGetValue(tokenHash, out var ordinal) ? Tickets.GetValueOrDefault(ordinal) : null;
}

/// <summary>A place in a line: equal scores keep the order of issue.</summary>
public readonly record struct Place(long Score, long Ordinal) : IComparable<Place>
{
    public int CompareTo(Place other) => Score != other.Score ? Score.CompareTo(other.Score) : Ordinal.CompareTo(other.Ordinal);

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}

/// <summary>When a visit ended, Unix milliseconds, and whose it was.</summary>
public readonly record struct Ending(long At, long Ordinal) : IComparable<Ending>
{
    public int CompareTo(Ending other) => At != other.At ? At.CompareTo(other.At) : Ordinal.CompareTo(other.Ordinal);

    public static bool operator <(Ending left, Ending right) => left.CompareTo(right) < 0;
    public static bool operator >(Ending left, Ending right) => left.CompareTo(right) > 0;
    public static bool operator <=(Ending left, Ending right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Ending left, Ending right) => left.CompareTo(right) >= 0;
}

/// <summary>An announcement, newest last in <see cref="OfficeState.Calls"/>.</summary>
public sealed record PastCall(long Id, long Ticket, int Number, string Counter, string Service, long At, int Times, string Language);
