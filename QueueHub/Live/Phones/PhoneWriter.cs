using System.Collections.Concurrent;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Offices;

namespace QueueHub.Live.Phones;

/// <summary>
/// Writes to the phones of this node, one after another: first those whose own ticket has changed, then the others, always from the newest state.
/// </summary>
internal sealed class PhoneWriter(IOfficeStates states, IOffices offices, TimeProvider time, ILogger logger)
{
    // After so many the thread is given back: a clerk's command and the screens must not wait until ten thousand phones have been written to.
    private const int AtOnce = 32;

    private readonly ConcurrentQueue<Phone> _first = new();
    private readonly ConcurrentQueue<Phone> _others = new();
    private readonly Signal _signal = new();

    // One entry an office: what its phones show is computed from the same state as long as that is the newest.
    private readonly Dictionary<string, PhoneTickets> _tickets = [];

    /// <summary>
    /// Puts a phone in line, unless it stands there; <paramref name="first"/> before those who need not hurry, also when it already stands among them: at its old
    /// place there will be nothing new to tell.
    /// </summary>
    public void LineUp(Phone phone, bool first)
    {
        if (phone.TryLineUp(first))
        {
            (first ? _first : _others).Enqueue(phone);
            _signal.Set();
        }
    }

    /// <summary>Writes until cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var messages = new PhoneMessages();
        for (var written = 1; ; written++)
        {
            if (!_first.TryDequeue(out var phone) && !_others.TryDequeue(out phone))
            {
                await _signal.WaitAsync(stop);
                continue;
            }

            Write(phone, messages);
            if (written % AtOnce == 0)
            {
                await Task.Yield();
            }
        }
    }

    private void Write(Phone phone, PhoneMessages messages)
    {
        phone.LeaveLine();
        try
        {
            var tickets = TicketsOf(phone.Office);
            var newest = tickets?.Of(phone.Ticket);
            phone.Tell(
                phone.LooksOnly && newest is not null ? PhoneTickets.ForOnlooker(newest) : newest, tickets?.LastCall ?? 0, messages, time, waiting => LineUp(waiting, first: false));
            if (newest is { State: TicketState.Done or TicketState.Cancelled or TicketState.Expired })
            {
                // Nothing will change any more: the module closes its end on a final state.
                phone.End();
            }
        }
        catch (Exception error)
        {
            // One phone that cannot be written to must not end the telling of all the others.
            logger.LogWarning(error, "A phone of {Office} could not be written to.", phone.Office);
            phone.End();
        }
    }

    private PhoneTickets? TicketsOf(string slug)
    {
        if (offices.Find(slug) is not { } office || states.Current(slug) is not { } state)
        {
            return null;
        }

        var (stale, life, moment) = (states.IsStale(slug), states.Life(slug), PhoneTickets.Moment(time.GetUtcNow()));
        if (!_tickets.TryGetValue(slug, out var tickets) || !tickets.AreOf(state, office, stale, life, moment))
        {
            _tickets[slug] = tickets = new PhoneTickets(state, office, stale, life, moment);
        }

        return tickets;
    }
}
