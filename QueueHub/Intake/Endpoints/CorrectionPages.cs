using QueueHub.Contracts;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Limits;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;
using Seen = System.Collections.Generic.IReadOnlyDictionary<string, int>;

namespace QueueHub.Intake.Endpoints;

/// <summary>The form's page while its citizen stands at the counter: the fields that the clerk asks to correct, all on one page.</summary>
internal static class CorrectionPages
{
    public static async Task<IResult> OpenAsync(HttpContext http, FormPlace place, IReadOnlyList<string> asked, TimeProvider time)
    {
        var present = await place.Kept!.ReadAsync();
        var correction = Correction.Of(place.Template, asked, present, null, OfficeClock.Date(place.Office, time.GetUtcNow()));
        return correction.Asked.Count == 0
            ? Answers.SeeOther(http, place.Leave)
            : new Sheet(http, place, Reader.Of(http, place.Address), correction, present.Revisions).Page(FormKeys.For(http));
    }

    public static async Task<IResult> SendAsync(HttpContext http, FormPlace place, IReadOnlyList<string> asked, TimeProvider time)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem, place.Office);
        }

        var reader = Reader.Of(http, place.Address);
        var chosen = sent.Fields["switch"].FirstOrDefault();
        reader = Choices.Take(http, reader, chosen) ?? reader;

        var present = await place.Kept!.ReadAsync();
        var correction = Correction.Of(
            place.Template, asked, present, FormPost.Read(place.Template, sent.Fields).Answers, OfficeClock.Date(place.Office, time.GetUtcNow()));
        var seen = SeenRevisions.Read(sent.Fields[SeenRevisions.Name]);
        var sheet = new Sheet(http, place, reader, correction, seen);
        var keys = FormKeys.For(http, sent.RequestId);
        if (chosen is not null)
        {
            return sheet.Page(keys);
        }

        if (!sent.Genuine || sent.RequestId is null)
        {
            return sheet.Page(keys, ProblemCodes.AntiForgery, reader.Read(Texts.PageTooOld));
        }

        if (correction.Errors.Count > 0)
        {
            return (sheet with { Complain = true }).Page(keys, ProblemCodes.FormInvalid);
        }

        // The clerk has changed the same field since: whoever presses again has read both.
        if (correction.Changes.Where(change => present.Field(change.Leaf.Key).Revision != seen.GetValueOrDefault(change.Leaf.Key)).ToList() is [_, ..] disputed)
        {
            var conflicts = disputed.Select(change => new DraftConflict(change.Leaf, present.Field(change.Leaf.Key).Values)).ToList();
            return (sheet with { Seen = present.Revisions, Conflicts = conflicts }).Page(keys, ProblemCodes.FormConflict);
        }

        return await SubmitAsync(sheet with { Seen = present.Revisions }, present, sent.RequestId);
    }

    private static async Task<IResult> SubmitAsync(Sheet sheet, StoredForm present, string requestId)
    {
        var (http, place, reader) = (sheet.Http, sheet.Place, sheet.Reader);
        if (!http.RequestServices.GetRequiredService<RequestPermits>().Take(http, RateLimits.Submit))
        {
            return sheet.Page(FormKeys.For(http, requestId), ProblemCodes.RateLimited, ProblemTexts.In(ProblemCodes.RateLimited, reader.Language));
        }

        var answers = new Contracts.Forms.FormAnswers(place.Template.Id, place.Template.Version, sheet.Correction.Asked
            .ToDictionary(leaf => leaf.Key, leaf => sheet.Correction.Answers.GetValueOrDefault(leaf.Key) ?? []));
        var (code, next) = await place.Send(answers, requestId, present, Callers.Citizen(http));

        // Sent before with other answers: a new request id, so that pressing once more is a new wish and not the same refusal.
        return code is null
            ? Answers.SeeOther(http, next)
            : sheet.Page(FormKeys.For(http, code == ProblemCodes.RequestIdConflict ? null : requestId), code, ProblemTexts.In(code, reader.Language));
    }

    private sealed record Sheet(HttpContext Http, FormPlace Place, Reader Reader, Correction Correction, Seen Seen)
    {
        public bool Complain { get; init; }

        public IReadOnlyList<DraftConflict> Conflicts { get; init; } = [];

        public IResult Page(FormKeys keys, string? code = null, string? alert = null) => Answers.Page<CorrectionsPage>(
            new
            {
                Reader,
                Place.Office,
                Place.Template,
                Place.Leave,
                Ticket = Place.Ticket!,
                Correction,
                Errors = Complain ? Correction.Errors : [],
                Conflicts,
                Keys = keys,
                Seen = SeenRevisions.Write(Seen),
                Alert = alert,
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}
