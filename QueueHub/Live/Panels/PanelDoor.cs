using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Screens;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Panels;

/// <summary>
/// What a panel may do with a form: only with that of the ticket which is being served at its counter, and only as long. The citizen reads what is the citizen's
/// own, so that nothing of it is in the access log.
/// </summary>
public sealed class PanelDoor(IOffices offices, PanelSight sight, Submissions submissions, FormViews views, FormEdits edits, SignForm sign, ILogger<PanelDoor> logger)
{
    /// <summary>The form as it is, or the empty one of the ticket's service; null when there is none for this panel.</summary>
    public async Task<SubmissionView?> SubmissionAsync(Screen panel, long ordinal)
    {
        if (SeatOf(panel, "") is not { } seat || await sight.ServedAsync(panel, ordinal) is not { } ticket)
        {
            return null;
        }

        var form = await submissions.ReadAsync(panel.Office, ticket);
        var view = form is null ? views.Empty(seat.Office, ticket) : views.Of(seat.Office, ticket, form);

        // The visit may have ended while this was read.
        return await sight.ServedAsync(panel, ordinal) is null ? null : view;
    }

    /// <summary>Changes fields; whether this panel may, the script decides in the same moment.</summary>
    public async Task<FormEditReply> EditFormAsync(Screen panel, EditFormRequest? request, string language) =>
        SeatOf(panel, language) is not { } seat ? new FormEditReply(Problem(ProblemCodes.UnknownCounter, language), [])
        : request is null ? new FormEditReply(Problem(ProblemCodes.InvalidRequest, language), [])
        : await sight.ServedAsync(panel, request.Ticket) is { } ticket ? await edits.EditAsync(seat, ticket, request.Changes)
        : new FormEditReply(Problem(ProblemCodes.NotAtCounter, language), []);

    /// <summary>Signs the form, and submits it with that.</summary>
    public async Task<CommandReply> SignAsync(Screen panel, SignRequest? request)
    {
        var language = request?.Language ?? "ko";
        if (SeatOf(panel, language) is not { } seat || request is null)
        {
            return new CommandReply(Problem(request is null ? ProblemCodes.InvalidRequest : ProblemCodes.UnknownCounter, language), 0);
        }

        var outcome = await sight.ServedAsync(panel, request.Ticket) is { } ticket
            ? await sign.RunAsync(seat, ticket, request)
            : Outcome.Refused(ProblemCodes.NotAtCounter);
        if (outcome.Event is { } @event)
        {
            return new CommandReply(null, @event.Version, request.Ticket);
        }

        logger.LogInformation("Office {Office} counter {Counter}: {Command} refused: {Code}", panel.Office, panel.Place, nameof(SignForm), outcome.Code);
        return new CommandReply(Problem(outcome.Code ?? ProblemCodes.Internal, language), 0, Errors: outcome.FieldErrors);
    }

    private Seat? SeatOf(Screen panel, string language) =>
        offices.Find(panel.Office) is { } office && office.Counter(panel.Place) is { } counter
            ? new Seat(office, counter, new Caller($"panel:{counter.Id}", $"screen:{panel.Id}", Channels.Panel, language))
            : null;

    private static CommandProblem Problem(string code, string language) => new(code, ProblemTexts.In(code, language));
}
