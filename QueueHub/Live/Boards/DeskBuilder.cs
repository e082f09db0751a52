using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>What staff see of a state. Pure.</summary>
public static class DeskBuilder
{
    /// <param name="names">Staff id → name.</param>
    public static DeskBoard Build(
        OfficeState state, OfficeDocument office, Opening opening, IReadOnlyDictionary<string, string> names, DateTimeOffset now, bool stale)
    {
        // Lines of single counters come last; a service that has left the configuration has one as long as somebody waits in it.
        var lines = office.ServiceIds.Concat(state.Lines.Keys.Where(line => office.Service(line) is null)).Select(state.Line).ToList();

        // Each line is in order already: the first places of each are enough for the first places of all.
        var waiting = lines.SelectMany(line => line.Take(DeskBoard.MaxListed)).Order().Take(DeskBoard.MaxListed)
            .Select(place => state.Tickets[place.Ordinal]).ToList();
        var expectation = Expectation.Of(state, office, now);
        var (parked, noShows) = (In(state, TicketState.Parked), In(state, TicketState.NoShow));
        var counters = office.Counters.Select(counter => Counter(state, counter)).ToList();
        var mentioned = counters.Select(counter => counter.Staff).Concat(parked.Select(ticket => ticket.ParkedBy)).OfType<string>().Distinct();
        return new DeskBoard(
            state.Epoch, state.Version, now, OfficeClock.OffsetMinutes(office, now), stale, office.Slug, office.Name, state.DayOpen, opening,
            [.. office.Services.Select(service => Service(state, office, service, expectation, now))],
            [.. office.Classes.Select(@class => new DeskClass(@class.Id, @class.Name, @class.CreditMinutes))],
            counters,
            [.. waiting.Zip(expectation.InOrder(waiting), (row, minutes) => Ticket(row) with { Expected = minutes })], lines.Sum(line => line.Count),
            parked, noShows,
            state.Counters.ToDictionary(pair => pair.Key, pair => pair.Value.Done),
            mentioned.ToDictionary(id => id, id => names.GetValueOrDefault(id, id)),
            [.. office.ResultsOffered.Select(result => new DeskResult(result.Id, result.Name, result.Provided))],
            new DeskRules(office.Rules.RecallsBeforeNoShow, office.Rules.RecallLockSeconds, office.Rules.ReinstateLimit, office.Rules.UndoSeconds,
                office.Rules.VisitNoticeMinutes, office.Rules.VisitLimitMinutes),
            BoardBuilder.Notice(state));
    }

    private static DeskService Service(OfficeState state, OfficeDocument office, ServiceDefinition service, Expectation expectation, DateTimeOffset now)
    {
        var line = state.Line(service.Id);
        var forOneCounter = state.Onward.Select(ordinal => state.Tickets[ordinal]).Where(ticket => ticket.Target is not null && ticket.Service == service.Id).ToList();

        // A line may be very long, and whoever waits longest stands near its head.
        var longest = line.Take(DeskBoard.MaxListed).Select(place => state.Tickets[place.Ordinal]).Concat(forOneCounter)
            .Min(ticket => (long?)(ticket.Since - ticket.Waited));
        var waiting = line.Count + forOneCounter.Count;
        var open = state.Counters.Values.Count(counter => BoardBuilder.Serves(counter, service.Id));
        var pace = waiting == 0 ? Pace.Quiet : Paces.Of(waiting, open);
        return new DeskService(
            service.Id, service.Name, waiting, Time(longest), expectation.Newcomer(service.Id), pace, Reliefs.Of(state, office, expectation, service.Id, pace, now));
    }

    private static DeskTicket[] In(OfficeState state, TicketState wanted) =>
        [.. state.Aside.Select(ordinal => state.Tickets[ordinal]).Where(ticket => ticket.State == wanted).OrderBy(ticket => ticket.Since)
            .TakeLast(DeskBoard.MaxListed).Select(Ticket)];

    private static DeskCounter Counter(OfficeState state, CounterDefinition counter)
    {
        var row = state.Counters.GetValueOrDefault(counter.Id) ?? new CounterRow(counter.Id, CounterState.Closed, 0);
        var ticket = row.Ticket is { } ordinal ? state.Tickets.GetValueOrDefault(ordinal) : null;

        // A working counter that helps nobody has no list of its own, and is not to get the configured one back.
        var (primary, helping) = row.State == CounterState.Closed ? (counter.Primary, counter.Helping) : (row.Primary ?? [], row.Helping ?? []);
        return new DeskCounter(
            row.Id, row.State, row.Staff, row.PauseReason, primary, helping,
            ticket is null ? null : Ticket(ticket), BoardBuilder.At(row.Since), row.Desk, Time(row.PauseUntil));
    }

    private static DeskTicket Ticket(TicketRow row) => new(
        row.Ordinal, row.Number, row.Service, row.Class, row.State, BoardBuilder.At(row.Issued), BoardBuilder.At(row.Since),
        (int)(row.Waited / 1000), row.Form is not null, row.Form?.Template, row.Calls, Time(row.CalledAt), row.Counter, row.Note, row.Language,
        [.. row.Rest], row.Leg, row.Target, row.Place, row.ParkedBy, Time(row.AnnouncedAt), row.Reinstated, row.Corrections ?? [], null,
        row.Moving?.Office, row.MoveRefused,
        row.Warnings is null ? null : [.. row.Warnings.Select(warning => new DeskWarning(warning.Kind, BoardBuilder.At(warning.At)))], Time(row.Signing?.At));

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? BoardBuilder.At(value) : null;
}
