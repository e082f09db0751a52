using System.Collections.Immutable;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>Turns the log into state. Pure: events carry the rows as they are afterwards, so applying one twice changes nothing.</summary>
public static class Fold
{
    /// <summary>Announcements kept for boards; older ones interest nobody.</summary>
    public const int CallsKept = 30;

    /// <summary>
    /// The state after <paramref name="event"/>. An event that is already folded in changes nothing.
    /// </summary>
    /// <exception cref="GapException">The event is not the next one: something between was missed and must be read first.</exception>
    public static OfficeState Apply(OfficeState state, OfficeEvent @event)
    {
        if (@event is { Type: EventType.OfficeRebuilt } && @event.Version > state.Version)
        {
            return FromRows(
                state.Office, @event.Epoch, @event.Version, @event.At, @event.Day, @event.DayOpen ?? true, @event.Tickets ?? [], @event.Counters ?? []);
        }

        if (@event.Epoch != state.Epoch)
        {
            throw new GapException($"Event {@event.Version} belongs to another epoch.");
        }

        if (@event.Version <= state.Version)
        {
            return state;
        }

        if (@event.Version != state.Version + 1)
        {
            throw new GapException($"Event {@event.Version} follows {state.Version}.");
        }

        return Upsert(state, @event);
    }

    /// <summary>
    /// The state of an office read from its keys: the rows may be newer than <paramref name="version"/>, which was read first;
    /// folding the log from there repeats some rows and misses none.
    /// </summary>
    public static OfficeState FromRows(
        string office, string epoch, long version, long at, string day, bool dayOpen,
        IEnumerable<TicketRow> tickets, IEnumerable<CounterRow> counters, OfficeNotice? notice = null)
    {
        var state = OfficeState.Empty(office) with { Epoch = epoch, Version = version, At = at, Day = day, DayOpen = dayOpen, Notice = notice };
        var rows = tickets.OrderBy(row => row.CallId).ToList();
        return WithTickets(state, rows) with
        {
            Counters = counters.ToImmutableDictionary(row => row.Id),
            Calls = [.. rows.Where(row => row.CallId > 0).TakeLast(CallsKept).Select(row => Announcement(row, row.CalledAt ?? row.Since))],
        };
    }

    private static OfficeState Upsert(OfficeState state, OfficeEvent @event)
    {
        if (@event.Type == EventType.DayOpened)
        {
            state = OfficeState.Empty(state.Office) with { Epoch = state.Epoch, Counters = state.Counters, Notice = state.Notice };
        }

        var tickets = @event.Tickets ?? [];
        state = WithTickets(state, tickets);
        return state with
        {
            Version = @event.Version,
            At = @event.At,
            Day = @event.Day,
            DayOpen = @event.Type switch
            {
                EventType.DayOpened => true,
                EventType.DayClosed => false,
                _ => state.DayOpen,
            },
            Counters = state.Counters.SetItems((@event.Counters ?? []).Select(row => KeyValuePair.Create(row.Id, row))),
            Calls = WithCalls(state.Calls, tickets, @event),
            Notice = @event.Type == EventType.NoticeChanged ? @event.Notice : state.Notice,
        };
    }

    private static OfficeState WithTickets(OfficeState state, IReadOnlyList<TicketRow> tickets)
    {
        var lines = state.Lines;
        var (byToken, byWatch) = (state.ByTokenHash, state.ByWatchHash);
        var (aside, onward, finished) = (state.Aside, state.Onward, state.Finished);
        foreach (var row in tickets)
        {
            if (state.Tickets.TryGetValue(row.Ordinal, out var before) && before.State == TicketState.Waiting)
            {
                lines = lines.SetItem(before.Line, lines[before.Line].Remove(new Place(before.Score, before.Ordinal)));
            }

            if (row.State == TicketState.Waiting)
            {
                lines = lines.SetItem(row.Line, lines.GetValueOrDefault(row.Line, []).Add(new Place(row.Score, row.Ordinal)));
            }

            // Of the rows alone, so that a node that joins ends with the same ones; and an ending that was taken back is none.
            if (before?.Took is not null)
            {
                finished = finished.SetItem(before.Service, finished[before.Service].Remove(new Ending(before.Since, before.Ordinal)));
            }

            if (row.Took is not null)
            {
                finished = finished.SetItem(row.Service, finished.GetValueOrDefault(row.Service, []).Add(new Ending(row.Since, row.Ordinal)));
            }

            aside = row.State is TicketState.Parked or TicketState.NoShow ? aside.Add(row.Ordinal) : aside.Remove(row.Ordinal);
            onward = row.State == TicketState.Waiting && (row.Leg > 0 || row.Target is not null) ? onward.Add(row.Ordinal) : onward.Remove(row.Ordinal);
            if (before is null)
            {
                byToken = byToken.SetItem(row.TokenHash, row.Ordinal);
                byWatch = row.WatchHash is { } watch ? byWatch.SetItem(watch, row.Ordinal) : byWatch;
            }

            state = state with { Tickets = state.Tickets.SetItem(row.Ordinal, row) };
        }

        return state with { Lines = lines, ByTokenHash = byToken, ByWatchHash = byWatch, Aside = aside, Onward = onward, Finished = finished };
    }

    // Of each ticket its last announcement, as long as its row has it: all that a node knows which has only just read the rows. What the older nodes kept
    // besides, their screens would show and others not. A joining node may already know a call from a row that was newer than the version it started from.
    private static ImmutableList<PastCall> WithCalls(ImmutableList<PastCall> calls, IReadOnlyList<TicketRow> tickets, OfficeEvent @event)
    {
        var kept = calls.RemoveAll(call => tickets.Any(row => row.Ordinal == call.Ticket && row.CallId != call.Id));
        return @event.Type is EventType.TicketCalled or EventType.TicketRecalled
            ? [.. kept.Concat(tickets.Select(row => Announcement(row, @event.At))).DistinctBy(call => call.Id).OrderBy(call => call.Id).TakeLast(CallsKept)]
            : kept;
    }

    private static PastCall Announcement(TicketRow row, long at) => new(
        row.CallId, row.Ordinal, row.Number, row.Counter ?? "", row.Service, at, row.Calls, row.Language);
}

/// <summary>An event arrived whose predecessor was not folded: read the log, or the state, again.</summary>
public sealed class GapException(string message) : Exception(message);
