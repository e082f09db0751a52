using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>The public board of a state. Pure; holds numbers and counters only.</summary>
public static class BoardBuilder
{
    /// <summary>Past calls shown beside the standing ones.</summary>
    public const int RecentShown = 10;

    /// <summary>Passed-on tickets shown.</summary>
    public const int OnwardShown = 6;

    public static Board Build(OfficeState state, OfficeDocument office, Opening opening, DateTimeOffset now, bool stale, Uri publicUrl)
    {
        var standing = state.Counters.Values
            .Select(counter => counter.Ticket is { } ordinal ? state.Tickets.GetValueOrDefault(ordinal) : null)
            .OfType<TicketRow>()
            .Where(ticket => ticket.State == TicketState.Called)
            .ToDictionary(ticket => ticket.CallId);
        var calls = standing.Values.OrderByDescending(ticket => ticket.CallId).Select(ticket => Standing(state, ticket));
        var recent = state.Calls.Reverse()
            .Where(call => !standing.ContainsKey(call.Id))
            .DistinctBy(call => call.Ticket)
            .Where(call => !standing.Values.Any(ticket => ticket.Ordinal == call.Ticket))
            .Take(RecentShown)
            .Select(call => new BoardCall(call.Id, call.Number, call.Counter, call.Service, At(call.At), call.Times, call.Language));
        var bands = new WaitBands(state, office, now);
        return new Board(
            state.Epoch, state.Version, now, OfficeClock.OffsetMinutes(office, now), stale,
            new BoardOffice(office.Slug, office.Name, new Uri(publicUrl, office.Slug).ToString(), $"/qr/{office.Slug}.svg", state.DayOpen, opening,
                office.Rules.RequiresPresence, Sound(office)),
            [.. calls], [.. recent],
            [.. office.Services.Select(service => Service(state, office, service, bands))],
            [.. office.Counters.Select(counter => Counter(state, counter))],
            [.. state.Onward.Select(ordinal => state.Tickets[ordinal]).OrderByDescending(ticket => ticket.Joined).Take(OnwardShown)
                .Select(ticket => new BoardOnward(ticket.Number, ticket.Service, CountersFor(state, office, ticket)))],
            Notice(state),
            office.Zones is { Count: > 0 } zones ? [.. zones.Select(zone => Zone(state, office, zone))] : null,
            office.Slides is { Count: > 0 } slides
                ? [.. slides.Select(slide => new BoardSlide(slide.Text, slide.Image, slide.Video, slide.Seconds, slide.From, slide.Until))]
                : null);
    }

    /// <summary>The open counters that can call a waiting ticket.</summary>
    public static IReadOnlyList<string> CountersFor(OfficeState state, OfficeDocument office, TicketRow ticket) => ticket.Target is { } target
        ? [target]
        : [.. office.Counters.Where(counter => Serves(state.Counters.GetValueOrDefault(counter.Id), ticket.Service)).Select(counter => counter.Id)];

    private static BoardSound? Sound(OfficeDocument office) => office.Sound is not { } sound ? null : new BoardSound(
        sound.Languages ?? [], sound.TicketLanguage, [.. (sound.Volumes ?? []).Select(volume => new VolumeHours(volume.From, volume.To, volume.Percent))]);

    internal static BoardNotice? Notice(OfficeState state) => state.Notice is { } notice
        ? new BoardNotice(new LocalText(notice.Ko, notice.En), notice.Until is { } until ? At(until) : null)
        : null;

    // The announcement's own time is in the list of calls; after a restart of the node only the row is left.
    private static BoardCall Standing(OfficeState state, TicketRow ticket)
    {
        var announced = state.Calls.FindLast(call => call.Id == ticket.CallId)?.At ?? ticket.CalledAt ?? ticket.Since;
        return new BoardCall(ticket.CallId, ticket.Number, ticket.Counter!, ticket.Service, At(announced), ticket.Calls, ticket.Language);
    }

    private static BoardService Service(OfficeState state, OfficeDocument office, ServiceDefinition service, WaitBands bands) => new(
        service.Id, service.Name, state.Line(service.Id).Count,
        [.. office.Counters.Where(counter => Serves(state.Counters.GetValueOrDefault(counter.Id), service.Id)).Select(counter => counter.Id)],
        bands.Newcomer(service.Id));

    // What its counters are for, and what they have been told to do today.
    private static BoardZone Zone(OfficeState state, OfficeDocument office, ZoneDefinition zone) => new(
        zone.Id, zone.Name, zone.Counters,
        [.. office.ServiceIds.Intersect(zone.Counters.SelectMany(id => (office.Counter(id)?.Primary ?? []).Concat(state.Counters.GetValueOrDefault(id)?.Primary ?? [])))]);

    private static BoardCounter Counter(OfficeState state, CounterDefinition counter)
    {
        var row = state.Counters.GetValueOrDefault(counter.Id);
        var ticket = row?.Ticket is { } ordinal ? state.Tickets.GetValueOrDefault(ordinal) : null;
        return new BoardCounter(counter.Id, row?.State ?? CounterState.Closed, ticket?.Number);
    }

    /// <summary>True when the counter is open and calls for the service.</summary>
    public static bool Serves(CounterRow? counter, string service) =>
        counter is { State: CounterState.Open } && ((counter.Primary?.Contains(service) ?? false) || (counter.Helping?.Contains(service) ?? false));

    internal static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
