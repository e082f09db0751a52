using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.Notify;

/// <summary>One notice of one ticket by one channel: sent at most once.</summary>
/// <param name="Leg">Of its journey: called at the second counter of a visit, a citizen is told again.</param>
internal readonly record struct NoticeKey(string Office, long Ticket, string Channel, int Leg, string Kind);

/// <summary>Which notices are to be sent in one state of an office. Pure.</summary>
internal static class DueNotices
{
    /// <summary>Whoever has not heard of the call by then is not helped by hearing of it.</summary>
    public static readonly TimeSpan CalledFor = TimeSpan.FromMinutes(3);

    /// <summary>How long "so many ahead" may be under way.</summary>
    public static readonly TimeSpan AheadFor = TimeSpan.FromMinutes(5);

    /// <summary>All that are due; some may have been sent.</summary>
    public static IEnumerable<NoticeKey> Of(OfficeState state, IEnumerable<WishEntry> wishes, DateTimeOffset now) =>
        from wish in wishes
        let row = state.Tickets.GetValueOrDefault(wish.Ticket)
        let kind = row is null ? null : Kind(state, row, wish.Wish, now)
        where kind is not null
        select new NoticeKey(state.Office, wish.Ticket, wish.Channel, row.Leg, kind);

    /// <summary>Tickets whose visit is over: their wishes are forgotten. One that this node does not know may only not have reached it yet.</summary>
    public static IEnumerable<long> Over(OfficeState state, IEnumerable<WishEntry> wishes) =>
        wishes.Select(wish => wish.Ticket).Distinct().Where(ticket => state.Tickets.TryGetValue(ticket, out var row) && !row.Living);

    /// <summary>What a ticket's citizen is to be told now; null: nothing.</summary>
    public static string? Kind(OfficeState state, TicketRow row, Wish wish, DateTimeOffset now) => row.State switch
    {
        TicketState.Called => wish.Called && now < CalledUntil(row) ? NoticeKind.Called : null,
        TicketState.Waiting => wish.Ahead > 0 && state.PeopleAhead(row) <= wish.Ahead ? NoticeKind.Ahead : null,
        _ => null,
    };

    /// <summary>Until when its call is news.</summary>
    public static DateTimeOffset CalledUntil(TicketRow row) => DateTimeOffset.FromUnixTimeMilliseconds(row.CalledAt ?? row.Since) + CalledFor;
}
