using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.Intake.Endpoints;

/// <summary>Where a form is being written: before the number, under a ticket, or without one.</summary>
/// <param name="Address">Path of the form.</param>
/// <param name="Leave">Path of the page it was opened from.</param>
/// <param name="Ticket">The ticket it is written for, when there is one.</param>
/// <param name="Kept">What is kept of it under the ticket.</param>
/// <param name="Send">Sends the finished form; gives the code of a refusal, or where to go next.</param>
internal sealed record FormPlace(
    OfficeDocument Office,
    FormTemplate Template,
    string Address,
    string Leave,
    LocalText SubmitText,
    string DraftKey,
    PhoneTicket? Ticket,
    KeptForm? Kept,
    Func<FormAnswers, string, StoredForm?, Caller, Task<(string? Code, string Next)>> Send)
{
    /// <summary>The form first: sending it gives the number.</summary>
    /// <param name="companion">What was sent is for somebody who came along.</param>
    public static FormPlace Before(OfficeDocument office, ServiceDefinition service, FormTemplate template, ICitizenCommands commands, Func<bool> companion) => new(
        office, template, $"/{office.Slug}/s/{service.Id}/form", $"/{office.Slug}/s/{service.Id}", Texts.SubmitAndGetNumber, Draft(office, template), null, null,
        async (answers, requestId, _, caller) =>
        {
            var outcome = await commands.IssueAsync(office, new IssueRequest(requestId, service.Id, Form: answers, Companion: companion()), caller);
            return (outcome.Code, outcome.Ticket?.Url ?? "");
        });

    /// <summary>The number first: the form is written or corrected while waiting.</summary>
    public static FormPlace Under(TicketPlace place, FormTemplate template, ICitizenCommands commands) => new(
        place.Office, template, $"{place.Address}/form", place.Address,
        place.Ticket.FormReady ? Texts.SubmitChanges : Texts.SubmitForm,

        // A draft begun before the number was taken is continued; one that corrects a sent form belongs to its ticket.
        place.Ticket.FormReady ? $"{Draft(place.Office, template)}/{place.Ticket.Number}" : Draft(place.Office, template),
        place.Ticket,
        new KeptForm(place, template, commands),
        async (answers, requestId, kept, caller) =>
        {
            var outcome = await commands.SubmitFormAsync(place.Office, place.Row, requestId, answers, kept ?? StoredForm.Empty(template), caller);

            // Called meanwhile: where to go now matters more than the form, which the clerk completes.
            return (outcome.Code is ProblemCodes.FormLocked or ProblemCodes.WrongState ? null : outcome.Code, place.Address);
        });

    /// <summary>Without a ticket: sending it gives a link, and a QR code to bring along.</summary>
    public static FormPlace Prepare(OfficeDocument office, ServiceDefinition service, FormTemplate template, PreparedForms prepared) => new(
        office, template, $"/{office.Slug}/s/{service.Id}/prepare", $"/{office.Slug}/s/{service.Id}", Texts.PrepareSubmit, Draft(office, template), null, null,
        async (answers, requestId, _, caller) =>
        {
            var (code, token) = await prepared.KeepAsync(office, service, answers, requestId, caller);
            return (code, $"/{office.Slug}/f/{token}");
        });

    /// <summary>A prepared form that is changed. Whoever has its link may: it has no other writer.</summary>
    public static FormPlace Change(PreparedPlace place, FormTemplate template, PreparedForms prepared) => new(
        place.Office, template, $"{place.Address}/form", place.Address, Texts.PrepareSave,
        $"{Draft(place.Office, template)}/{TicketToken.Hash(place.Token)[..8]}", null, null,
        async (answers, _, _, _) => (await prepared.ChangeAsync(place.Office, place.Service, answers, place.Token), place.Address));

    private static string Draft(OfficeDocument office, FormTemplate template) => $"{office.Slug}/{template.Id}/{template.Version}";
}
