using System.Collections.Concurrent;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>The consoles and panels of this node that have, or may get, a form before them: they are told what is written on it and where the other one is.</summary>
public sealed class FormFollowers(IOfficeStates states, ILogger<FormFollowers> logger)
{
    private static readonly Dictionary<string, int> NoFields = [];

    private readonly ConcurrentDictionary<string, FormNews> _news = new();

    /// <summary>A connection stands at a place from now on.</summary>
    internal void Follow(string connection, FormPlace place, Func<FormBell, Task> changed, Func<PresenceBell, Task> otherAt, CancellationToken aborted)
    {
        if (_news.TryGetValue(connection, out var present) && present.Place == place)
        {
            return;
        }

        var news = new FormNews(place, changed, otherAt);
        _news[connection] = news;
        _ = SendAsync(news, aborted);
    }

    public void Leave(string connection) => _news.TryRemove(connection, out _);

    /// <summary>Something was written on the form of a ticket: the screens of the counter it is at are told, and nobody else.</summary>
    public void FormChanged(string office, FormBell bell)
    {
        foreach (var news in Of(office, bell.Ticket))
        {
            news.Add(bell);
        }
    }

    /// <summary>Something may have been written on any form of an office: every screen with a ticket before it looks again.</summary>
    public void AnyFormChanged(string office)
    {
        foreach (var ticket in states.Current(office)?.Counters.Values.Select(counter => counter.Ticket).OfType<long>() ?? [])
        {
            FormChanged(office, new FormBell(ticket, NoFields));
        }
    }

    /// <summary>One of the two at a counter is somewhere else on the form: the other one is told.</summary>
    public void OtherAt(string office, PresenceBell bell)
    {
        foreach (var news in Of(office, bell.Ticket).Where(news => news.Place.Panel != bell.Panel))
        {
            news.Add(bell);
        }
    }

    // A ticket of whose call this node does not know yet needs no news: its console reads the form when it sees the call.
    private IEnumerable<FormNews> Of(string office, long ordinal)
    {
        if (states.Current(office)?.Tickets.GetValueOrDefault(ordinal) is not { State: TicketState.Called or TicketState.Serving } ticket)
        {
            return [];
        }

        // A panel has nothing to do with the form before the visit has begun: whoever stands there may be somebody else.
        return _news.Values.Where(news => news.Place.Office == office && news.Place.Counter == ticket.Counter
            && (!news.Place.Panel || ticket.State == TicketState.Serving));
    }

    private async Task SendAsync(FormNews news, CancellationToken aborted)
    {
        try
        {
            await news.RunAsync(aborted);
        }
        catch (OperationCanceledException)
        {
            // The connection closed.
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "Office {Office}: a screen at counter {Counter} could not be told of its form; it reads it when it reconnects.",
                news.Place.Office, news.Place.Counter);
        }
    }
}
