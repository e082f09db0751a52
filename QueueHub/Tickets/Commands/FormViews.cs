using QueueHub.Contracts.Forms;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>A stored form as those see it who stand before it at a counter: the clerk and the citizen at the panel.</summary>
public sealed class FormViews(IOffices offices, TimeProvider time)
{
    /// <summary>The form; null when its template is known no longer.</summary>
    public SubmissionView? Of(OfficeDocument office, TicketRow ticket, StoredForm form) =>
        Template(form) is { } template ? View(office, template, form, submitted: ticket.Form?.Template == form.Template) : null;

    /// <summary>The empty form of the ticket's service, to be written; null when it asks for none.</summary>
    public SubmissionView? Empty(OfficeDocument office, TicketRow ticket) =>
        office.Service(ticket.Service)?.Form is { } id && offices.Form(id) is { } template
            ? View(office, template, StoredForm.Empty(template), submitted: false)
            : null;

    /// <summary>The answers held against the rules of the form, as far as it is known.</summary>
    public FormCheck? Check(OfficeDocument office, StoredForm form) =>
        Template(form) is { } template ? Check(office, template, form) : null;

    private SubmissionView View(OfficeDocument office, FormTemplate template, StoredForm form, bool submitted) => new(template, form.Answers)
    {
        Revisions = form.Revisions,
        Submitted = submitted,
        Missing = [.. Check(office, template, form).Errors.Select(error => error.Field)],
        Signature = form.Signature is { } signature
            ? new FormSignature(signature.Kind, DateTimeOffset.FromUnixTimeMilliseconds(signature.At), signature.Drawing, form.IsSignedBy(signature))
            : null,
    };

    private FormCheck Check(OfficeDocument office, FormTemplate template, StoredForm form) =>
        FormRules.Check(template, form.Answers.Values, OfficeClock.Date(office, time.GetUtcNow()));

    // The version it was written on, or else the present one.
    private FormTemplate? Template(StoredForm form) => offices.Form(form.Template, form.Version) ?? offices.Form(form.Template);
}
