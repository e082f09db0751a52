using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>
/// Why somebody who came later was called first. It names the kind of reason, never the person, number or class. Pure; what is the same for all is computed
/// once, so it is for one thread.
/// </summary>
public sealed class Passings(OfficeState state, DateTimeOffset now)
{
    /// <summary>So long after the call it is said.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromMinutes(3);

    // The office's clock and the counter's are read in one command, but waiting is added up in several.
    private const long Away = 1000;

    private readonly Dictionary<string, List<(PastCall Call, TicketRow Row)>> _recent = [];

    /// <summary>One of <see cref="PassedReason"/>, of the last such call; null when there was none a little while ago.</summary>
    public string? Of(TicketRow ticket)
    {
        // Who has let others go first, or was not there, knows why they were called.
        if (ticket is not { State: TicketState.Waiting, Target: null, Requeued: 0, Reinstated: 0 })
        {
            return null;
        }

        foreach (var (call, row) in Recent(ticket.Service))
        {
            if (row.Ordinal > ticket.Ordinal && row.Joined > ticket.Joined && call.At >= ticket.Since && Reason(ticket, row) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static string? Reason(TicketRow ticket, TicketRow other) =>
        HasBeenAway(other) ? PassedReason.Back
        : new Place(other.Score, other.Ordinal) > new Place(ticket.Score, ticket.Ordinal) ? PassedReason.Clerk
        : other.Leg > 0 || other.Target is not null || other.Origin is not null ? PassedReason.Onward
        : other.Credit > 0 ? PassedReason.Priority
        : null;

    // Somebody who has been in the line all the time has waited all the time.
    private static bool HasBeenAway(TicketRow row) =>
        row.Reinstated > 0 || (row is { Leg: 0, Target: null, Origin: null, CalledAt: { } called } && called - row.Joined - row.Waited > Away);

    // Newest first.
    private List<(PastCall Call, TicketRow Row)> Recent(string service)
    {
        if (!_recent.TryGetValue(service, out var recent))
        {
            var since = (now - Told).ToUnixTimeMilliseconds();
            _recent[service] = recent = [.. state.Calls.Reverse().Where(call => call.Service == service && call.At >= since)
                .Where(call => state.Tickets.ContainsKey(call.Ticket)).Select(call => (call, state.Tickets[call.Ticket]))];
        }

        return recent;
    }
}
