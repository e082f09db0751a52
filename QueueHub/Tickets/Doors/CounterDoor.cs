using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Staff;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Doors;

/// <summary>What the hub and HTTP doors of the clerk share: who may stand where, and what is answered.</summary>
public sealed class CounterDoor(
    IOffices offices, IOfficeStates states, Submissions submissions, FormViews views, FormEdits edits, CommandRunner runner, ICitizenCommands citizens,
    SetNotice notice,
    ILogger<CounterDoor> logger)
{
    /// <summary>The seat of a signed-in person at a counter, or the code why not.</summary>
    public (Seat? Seat, string? Code) SeatOf(ClaimsPrincipal user, string office, string counter, string language)
    {
        if (offices.Find(office) is not { } document)
        {
            return (null, ProblemCodes.UnknownOffice);
        }

        if (!StaffAccess.May(user, document.Slug, StaffRole.Clerk))
        {
            return (null, ProblemCodes.Forbidden);
        }

        if (document.Counter(counter) is not { } definition)
        {
            return (null, ProblemCodes.UnknownCounter);
        }

        var staff = StaffAccess.StaffId(user);
        return (new Seat(document, definition, new Caller($"staff:{staff}", staff, Channels.Clerk, language), StaffAccess.Desk(user)), null);
    }

    /// <summary>The seat from which a supervisor commands any counter of the office, or the code why not.</summary>
    public (Seat? Seat, string? Code) RoomSeatOf(ClaimsPrincipal user, string office, string counter, string language)
    {
        var (seat, code) = SeatOf(user, office, counter, language);
        return seat is null ? (null, code)
            : !StaffAccess.May(user, seat.Office.Slug, StaffRole.Supervisor) ? (null, ProblemCodes.Forbidden)
            : (seat with { Caller = seat.Caller with { Actor = $"supervisor:{seat.Caller.Identity}" }, Desk = null }, null);
    }

    /// <summary>Issues a ticket to somebody who stands before a clerk or helper of the office; no counter is needed.</summary>
    public async Task<IssueOutcome> IssueAsync(ClaimsPrincipal user, string office, string language, IssueRequest? request)
    {
        if (offices.Find(office) is not { } document)
        {
            return new IssueOutcome(ProblemCodes.UnknownOffice, null, null);
        }

        var staff = StaffAccess.StaffId(user);
        return !StaffAccess.May(user, document.Slug, StaffRole.Clerk) ? new IssueOutcome(ProblemCodes.Forbidden, null, null)
            : request is null ? new IssueOutcome(ProblemCodes.InvalidRequest, null, null)
            : await citizens.IssueAsync(document, request, new Caller($"staff:{staff}", staff, Channels.Clerk, language));
    }

    /// <summary>Runs a command for a signed-in person and answers as both doors do.</summary>
    public async Task<CommandReply> ReplyAsync<TRequest>(
        CounterCommand<TRequest> command, ClaimsPrincipal user, string office, string counter, string language, TRequest? request, bool fromRoom = false)
        where TRequest : ICommandRequest
    {
        var (seat, code) = fromRoom ? RoomSeatOf(user, office, counter, language) : SeatOf(user, office, counter, language);
        if (seat is null || request is null)
        {
            return Refusal(code ?? ProblemCodes.InvalidRequest, language);
        }

        return Reply(seat.Office, seat.Counter.Id, command.GetType().Name, await command.RunAsync(seat, request), language);
    }

    /// <summary>Shows or takes away a supervisor's notice.</summary>
    public async Task<CommandReply> SetNoticeAsync(ClaimsPrincipal user, string office, string language, NoticeRequest? request)
    {
        var document = offices.Find(office);
        if (document is null || request is null || !StaffAccess.May(user, document.Slug, StaffRole.Supervisor))
        {
            return Refusal(document is null ? ProblemCodes.UnknownOffice : request is null ? ProblemCodes.InvalidRequest : ProblemCodes.Forbidden, language);
        }

        var staff = StaffAccess.StaffId(user);
        var outcome = await notice.RunAsync(document, new Caller($"supervisor:{staff}", staff, Channels.Clerk, language), request);
        return Reply(document, "-", nameof(SetNotice), outcome, language);
    }

    private CommandReply Reply(OfficeDocument office, string counter, string command, Outcome outcome, string language)
    {
        if (outcome is { Ok: true, Event: null })
        {
            // Done before: there was nothing to change.
            return new CommandReply(null, 0);
        }

        if (outcome.Event is not { } @event)
        {
            logger.LogInformation("Office {Office} counter {Counter}: {Command} refused: {Code}",
                office.Slug, counter, command, outcome.Code);
            return Refusal(outcome.Code ?? ProblemCodes.Internal, language);
        }

        var ticket = @event.Tickets is [var first, ..] ? first : null;
        return new CommandReply(null, @event.Version, ticket?.Ordinal, ticket?.Number, ticket?.Moved?.Number);
    }

    /// <summary>Edits the form of the ticket at a counter for a signed-in person.</summary>
    public async Task<FormEditReply> EditFormAsync(ClaimsPrincipal user, string office, string counter, string language, EditFormRequest? request)
    {
        var (seat, code) = SeatOf(user, office, counter, language);
        if (seat is null || request is null)
        {
            return new FormEditReply(Refusal(code ?? ProblemCodes.InvalidRequest, language).Problem, []);
        }

        if (states.Current(seat.Office.Slug) is not { } state)
        {
            // Only not read yet: "unknown" would let the clerk believe that the ticket is gone.
            return new FormEditReply(Refusal(ProblemCodes.Unavailable, language).Problem, []);
        }

        return state.Tickets.GetValueOrDefault(request.Ticket) is { } ticket
            ? await edits.EditAsync(seat, ticket, request.Changes)
            : new FormEditReply(Refusal(ProblemCodes.UnknownTicket, language).Problem, []);
    }

    /// <summary>The ticket of a scanned link, for a clerk of its office: null when it is not one of today's; or the code why it cannot be told.</summary>
    public (long? Ticket, string? Code) FindTicket(ClaimsPrincipal user, string office, string? code) =>
        offices.Find(office) is not { } document ? (null, ProblemCodes.UnknownOffice)
        : !StaffAccess.May(user, document.Slug, StaffRole.Clerk) ? (null, ProblemCodes.Forbidden)
        : !CommandLimits.Code(code) ? (null, ProblemCodes.InvalidRequest)
        : states.Current(document.Slug) is not { } state ? (null, ProblemCodes.Unavailable)
        : ScannedCode.Parse(code, document.Slug) is { Kind: not ScannedKind.Form } scanned ? (state.ByToken(TicketToken.Hash(scanned.Token))?.Ordinal, null)
        : (null, null);

    /// <summary>
    /// The form of a ticket that this counter has called or serves, submitted or as far as it is written, for the clerk who holds the counter; the empty one of its
    /// service when nothing was written, so that the clerk can write it; null otherwise.
    /// </summary>
    /// <remarks>
    /// Who opens it is in the office's log before the first field is shown; a form whose opening cannot be kept is not shown. In an empty one there is nothing to see.
    /// </remarks>
    /// <exception cref="HubException">This node has not read the office yet, or Redis cannot keep who reads the form.</exception>
    public async Task<SubmissionView?> SubmissionAsync(Seat seat, long ordinal)
    {
        var state = states.Current(seat.Office.Slug) ?? throw new HubException(ProblemCodes.Unavailable);
        if (AtCounter(state, seat, ordinal) is not { } ticket)
        {
            return null;
        }

        if (await submissions.ReadAsync(seat.Office.Slug, ticket) is not { } form)
        {
            return views.Empty(seat.Office, ticket);
        }

        if (views.Of(seat.Office, ticket, form) is not { } view)
        {
            return null;
        }

        if (await runner.RunAsync(seat.Office, seat.Caller, (queue, context) => queue.OpenFormAsync(context, seat.Counter.Id, ordinal)) is { Code: { } refused })
        {
            return refused is ProblemCodes.Unavailable or ProblemCodes.Unknown ? throw new HubException(ProblemCodes.Unavailable) : null;
        }

        return view;
    }

    /// <summary>True for the ticket that this counter has called or serves, when the clerk holds the counter.</summary>
    public bool Holds(Seat seat, long ordinal) => states.Current(seat.Office.Slug) is { } state && AtCounter(state, seat, ordinal) is not null;

    private static TicketRow? AtCounter(OfficeState state, Seat seat, long ordinal) =>
        state.Counters.GetValueOrDefault(seat.Counter.Id) is { } counter
        && counter.Ticket == ordinal
        && $"staff:{counter.Staff}" == seat.Caller.Actor
        && state.Tickets.GetValueOrDefault(ordinal) is { State: TicketState.Called or TicketState.Serving } ticket
            ? ticket
            : null;

    private static CommandReply Refusal(string code, string language) =>
        new(new CommandProblem(code, ProblemTexts.In(code, language)), 0);
}
