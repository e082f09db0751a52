using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>The citizen at the panel confirms or signs the form as it stands there, which submits it. Only a complete one is taken.</summary>
public sealed class SignForm(CommandRunner runner, Submissions submissions, FormViews views, TimeProvider time)
{
    /// <summary>Signs the form of the ticket that is served at the panel's <paramref name="seat"/>.</summary>
    public async Task<Outcome> RunAsync(Seat seat, TicketRow ticket, SignRequest request)
    {
        if (CommandLimits.Check(request) is { } code)
        {
            return Outcome.Refused(code);
        }

        if (await submissions.ReadAsync(seat.Office.Slug, ticket) is not { } form || views.Check(seat.Office, form) is not { } check)
        {
            return Outcome.Refused(ProblemCodes.UnknownForm);
        }

        if (!check.Ok)
        {
            return new Outcome(ProblemCodes.FormInvalid, null, check.Sentences(seat.Caller.Language));
        }

        // What was checked here is what the citizen has seen only if it is what the script finds: it compares every field with the revisions seen.
        var kind = request.Drawing is null ? SignatureKind.Confirmed : SignatureKind.Drawn;
        var signature = new StoredSignature(kind, time.GetUtcNow().ToUnixTimeMilliseconds(), request.Drawing, request.Revisions);
        var reply = form.IsSignedBy(signature)
            ? await runner.RunAsync(seat.Office, seat.Caller, $"{nameof(SignForm)}@{seat.Counter.Id}", request, (queue, context) => queue.SignFormAsync(
                context, seat.Counter.Id,
                new FormSigning(ticket.Ordinal, form.Template, form.Version, form.Answers.Values.Count, request.Revisions, kind,
                    submissions.Seal(seat.Office.Slug, ticket.TokenHash, signature))))
            : new QueueReply(ProblemCodes.FormConflict, null);
        return new Outcome(reply.Code, reply.Event);
    }
}
