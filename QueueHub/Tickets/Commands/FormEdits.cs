using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>
/// Edits single fields of a ticket's form, for any of its writers; the script decides who may. Each answer is held against its own field's rules; whether
/// the form is complete is asked when it is submitted.
/// </summary>
public sealed class FormEdits(CommandRunner runner, IOffices offices, Submissions submissions, TimeProvider time)
{
    /// <summary>More changes are not taken at once.</summary>
    public const int MostChanges = 200;

    /// <summary>No higher revision is given back: nobody types that often, and a made-up one must not bring its field to the end of counting.</summary>
    public const int HighestAgain = 1_000_000;

    /// <summary>The citizen's edit: of the form that the ticket's service asks for.</summary>
    public Task<FormEditReply> EditAsync(OfficeDocument office, TicketRow ticket, IReadOnlyList<FieldChange>? changes, Caller caller) =>
        EditAsync(office, ticket, office.Service(ticket.Service)?.Form, null, changes, caller);

    /// <summary>The edit of a clerk or a panel: of the form that is there, or, when none was begun, of the one the service asks for.</summary>
    public async Task<FormEditReply> EditAsync(Seat seat, TicketRow ticket, IReadOnlyList<FieldChange>? changes)
    {
        var form = await submissions.ReadAsync(seat.Office.Slug, ticket);
        return await EditAsync(seat.Office, ticket, form?.Template ?? seat.Office.Service(ticket.Service)?.Form, seat.Counter.Id, changes, seat.Caller);
    }

    private async Task<FormEditReply> EditAsync(
        OfficeDocument office, TicketRow ticket, string? form, string? counter, IReadOnlyList<FieldChange>? changes, Caller caller)
    {
        if (form is null || offices.Form(form) is not { } template)
        {
            return Refused(ProblemCodes.UnknownForm, caller);
        }

        if (!WellFormed(changes))
        {
            return Refused(ProblemCodes.InvalidRequest, caller);
        }

        var today = OfficeClock.Date(office, time.GetUtcNow());
        var checks = changes!.Select(change => (Change: change, Leaf: template.Leaf(change.Field)))
            .Select(pair => (pair.Change, Check: pair.Leaf is { } leaf ? FormRules.Check(leaf, pair.Change.Values, today) : null)).ToList();
        if (checks.Any(pair => pair.Check is null))
        {
            return Refused(ProblemCodes.InvalidRequest, caller);
        }

        if (checks.Where(pair => pair.Check!.Error is not null).ToList() is [_, ..] wrong)
        {
            return Refused(ProblemCodes.FormInvalid, caller) with
            {
                Errors = wrong.ToDictionary(pair => pair.Change.Field, pair => new[] { pair.Check!.Error!.Sentence.In(caller.Language) }),
            };
        }

        return await SendAsync(office, ticket, template, counter, [.. checks.Select(pair => pair.Change with { Values = pair.Check!.Values })], caller);
    }

    private async Task<FormEditReply> SendAsync(
        OfficeDocument office, TicketRow ticket, FormTemplate template, string? counter, List<FieldChange> changes, Caller caller)
    {
        var edit = new FormEdit(ticket.Ordinal, counter, template.Id, template.Version,
            [.. changes.Select(change => new SealedChange(
                change.Field, change.Revision, submissions.Seal(office.Slug, ticket.TokenHash, change.Field, change.Values!), change.Again))]);
        var reply = await runner.RunAsync(office, caller, (queue, context) => queue.EditFormAsync(context, edit));
        return reply.Fields is { } fields
            ? new FormEditReply(null, [.. changes.Zip(fields, (change, field) => Outcome(office, ticket, change, field))])
            : Refused(reply.Code ?? ProblemCodes.Internal, caller);
    }

    // What is there may be one's own, written before an answer was lost; or somebody else wanted the same. Neither is a conflict.
    private FieldOutcome Outcome(OfficeDocument office, TicketRow ticket, FieldChange wanted, FieldReply field)
    {
        var present = submissions.Open(office.Slug, ticket.TokenHash, field.Field, field.Ciphertext);
        return new FieldOutcome(field.Field, field.Written || present.SequenceEqual(wanted.Values!), field.Revision, present);
    }

    private static bool WellFormed(IReadOnlyList<FieldChange>? changes) =>
        changes is { Count: > 0 and <= MostChanges }
        && changes.All(change => change is { Field: not null, Revision: >= 0 } && change.Values?.Any(value => value is null) != true
            && (!change.Again || change.Revision <= HighestAgain))
        && changes.Select(change => change.Field).Distinct(StringComparer.Ordinal).Count() == changes.Count;

    private static FormEditReply Refused(string code, Caller caller) => new(new CommandProblem(code, ProblemTexts.In(code, caller.Language)), []);
}
