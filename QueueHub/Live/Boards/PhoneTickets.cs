using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>What the phones of an office show in one state. Pure; what is the same for all of them is computed once, so it is for one thread.</summary>
/// <param name="moment">What the hour is taken for (<see cref="Moment"/>).</param>
public sealed class PhoneTickets(OfficeState state, OfficeDocument office, bool stale, string? life, DateTimeOffset moment)
{
    // A phone is sent to whenever it would show something else: what only the hour changes must not change every second.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, int> _openCounters = [];
    private readonly WaitBands _bands = new(state, office, moment);
    private readonly Passings _passings = new(state, moment);

    /// <summary>The hour as far as phones are concerned: it changes twice a minute.</summary>
    public static DateTimeOffset Moment(DateTimeOffset now) => now - TimeSpan.FromTicks(now.Ticks % Step.Ticks);

    /// <summary>What one phone shows of its ticket.</summary>
    public static PhoneTicket Of(OfficeState state, OfficeDocument office, TicketRow ticket, bool stale, string? life, DateTimeOffset now) =>
        new PhoneTickets(state, office, stale, life, Moment(now)).Of(ticket);

    /// <summary>What is left of it for whoever may only look: where it stands, and nothing of form, opinion or what its citizen may do.</summary>
    public static PhoneTicket ForOnlooker(PhoneTicket ticket) => ticket with
    {
        FormReady = false,
        FormEditable = false,
        Cancellable = false,
        Corrections = 0,
        LetsOthersFirst = false,
        Rating = null,
        Epoch = "",
    };

    /// <inheritdoc cref="OfficeState.LastCall"/>
    public long LastCall => state.LastCall;

    /// <summary>True when they were made of these.</summary>
    public bool AreOf(OfficeState otherState, OfficeDocument otherOffice, bool otherStale, string? otherLife, DateTimeOffset otherMoment) =>
        ReferenceEquals(state, otherState) && ReferenceEquals(office, otherOffice) && stale == otherStale && life == otherLife && moment == otherMoment;

    /// <summary>What the phone of a ticket shows; null when the state does not hold it.</summary>
    public PhoneTicket? Of(long ordinal) => state.Tickets.TryGetValue(ordinal, out var ticket) ? Of(ticket) : null;

    private PhoneTicket Of(TicketRow ticket) => new(
        ticket.Number, ticket.Service, ticket.State,
        state.PeopleAhead(ticket),
        ticket.State is TicketState.Called or TicketState.Serving ? ticket.Counter : null,
        ticket.State is TicketState.Called ? ticket.Calls : 0,
        OpenCounters(ticket.Service),
        ticket.Form is not null,
        FormEditable(ticket) && office.Service(ticket.Service)?.Form is not null,
        Cancellable(ticket),
        stale,
        life ?? "",
        Onward(ticket),
        ticket.Corrections?.Count ?? 0,
        ticket.Moved?.Office,
        stale ? null : _bands.Of(ticket),
        _passings.Of(ticket),
        LetsOthersFirst: LetsOthersFirst(ticket),
        Rating: ticket.Rating);

    private string? Onward(TicketRow ticket) => state.Onward.Contains(ticket.Ordinal) ? CounterNames.Join(BoardBuilder.CountersFor(state, office, ticket)) : null;

    /// <summary>The phone may edit until its ticket is called; then the clerk does, and the phone what the clerk asks for.</summary>
    public static bool FormEditable(TicketRow ticket) =>
        ticket.Corrections is not null && ticket.Moving is null || ticket.State is TicketState.OnTheWay or TicketState.Waiting or TicketState.Parked or TicketState.NoShow;

    /// <summary>A citizen may give up any time before being served.</summary>
    public static bool Cancellable(TicketRow ticket) => ticket.Living && ticket.State != TicketState.Serving && ticket.Moving is null;

    private bool LetsOthersFirst(TicketRow ticket) =>
        ticket is { State: TicketState.Waiting, Moving: null } && office.Rules.LetOthersFirstPlaces > 0 && ticket.Requeued < office.Rules.RequeueLimit;

    private int OpenCounters(string service)
    {
        if (!_openCounters.TryGetValue(service, out var open))
        {
            _openCounters[service] = open = state.Counters.Values.Count(counter => BoardBuilder.Serves(counter, service));
        }

        return open;
    }
}
