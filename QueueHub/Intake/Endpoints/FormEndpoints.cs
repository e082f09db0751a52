using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Limits;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;
using Seen = System.Collections.Generic.IReadOnlyDictionary<string, int>;

namespace QueueHub.Intake.Endpoints;

/// <summary>The form, step by step: before the number, under a ticket, or prepared without one. All are the same pages.</summary>
internal static class FormEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{office}/s/{service}/form", OpenBefore);
        pages.MapPost("/{office}/s/{service}/form", SendBeforeAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Form);
        pages.MapGet("/{office}/t/{token}/form", OpenUnderAsync);
        pages.MapPost("/{office}/t/{token}/form", SendUnderAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Form);
    }

    private static IResult OpenBefore(
        string office, string service, IOffices offices, OpeningTimes hours, ICitizenCommands commands, TimeProvider time, HttpContext http)
    {
        var (place, problem) = Before(office, service, offices, commands, http);

        // A form that ends in a number is not begun while none is given: the service's page says when the office opens.
        return place is null ? problem!
            : hours.Of(place.Office).Open ? Open(http, place, NoAnswers, time)
            : Answers.SeeOther(http, place.Leave);
    }

    private static async Task<IResult> SendBeforeAsync(
        string office, string service, IOffices offices, ICitizenCommands commands, TimeProvider time, HttpContext http)
    {
        var (place, problem) = Before(office, service, offices, commands, http);
        return place is null ? problem! : await SendAsync(http, place, time);
    }

    private static async Task<IResult> OpenUnderAsync(
        string office, string token, IOffices offices, IOfficeStates states, ICitizenCommands commands, TimeProvider time, HttpContext http)
    {
        var (ticket, place, problem) = Under(office, token, offices, states, commands, http);
        if (place is null || ticket is null)
        {
            return problem!;
        }

        if (ticket.Row.Corrections is { } asked)
        {
            return await CorrectionPages.OpenAsync(http, place, asked, time);
        }

        var kept = await place.Kept!.ReadAsync();
        return Open(http, place, kept.Answers.Values, time, kept.Revisions);
    }

    private static async Task<IResult> SendUnderAsync(
        string office, string token, IOffices offices, IOfficeStates states, ICitizenCommands commands, TimeProvider time, HttpContext http)
    {
        var (ticket, place, problem) = Under(office, token, offices, states, commands, http);
        return place is null || ticket is null ? problem!
            : ticket.Row.Corrections is { } asked ? await CorrectionPages.SendAsync(http, place, asked, time)
            : await SendAsync(http, place, time);
    }

    private static (FormPlace? Place, IResult? Problem) Before(
        string office, string service, IOffices offices, ICitizenCommands commands, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return (null, ProblemPages.Of(http, ProblemCodes.UnknownOffice));
        }

        if (document.Service(service) is not { } definition)
        {
            return (null, ProblemPages.Of(http, ProblemCodes.UnknownService, document));
        }

        return definition.Form is { } form && offices.Form(form) is { } template
            ? (FormPlace.Before(document, definition, template, commands, () => IsForCompanion(http)), null)
            : (null, ProblemPages.Of(http, ProblemCodes.NotFound, document));
    }

    // Asked when the form has been read.
    private static bool IsForCompanion(HttpContext http) => http.Request.HasFormContentType && http.Request.Form.ContainsKey(CompanionOffer.Name);

    private static (TicketPlace? Ticket, FormPlace? Place, IResult? Problem) Under(
        string office, string token, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (ticket, document, code) = TicketPlace.Find(office, token, offices, states);
        if (ticket is null)
        {
            return (null, null, ProblemPages.Of(http, code, document));
        }

        if (ticket.Service.Form is not { } form || offices.Form(form) is not { } template)
        {
            return (null, null, ProblemPages.Of(http, ProblemCodes.NotFound, document));
        }

        // Called, or over: the ticket page says so, and that matters more than the form.
        return ticket.Ticket.FormEditable
            ? (ticket, FormPlace.Under(ticket, template, commands), null)
            : (null, null, Answers.SeeOther(http, ticket.Address));
    }

    /// <summary>The first page that has something to write, or the review.</summary>
    public static IResult Open(HttpContext http, FormPlace place, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, TimeProvider time, Seen? seen = null)
    {
        var view = FormFlow.Open(place.Template, answers, OfficeClock.Date(place.Office, time.GetUtcNow()));
        return Page(http, place, view, Reader.Of(http, place.Address), FormKeys.For(http), fresh: true, seen: seen);
    }

    /// <summary>The page after one that was sent.</summary>
    public static async Task<IResult> SendAsync(HttpContext http, FormPlace place, TimeProvider time)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem, place.Office);
        }

        var reader = Reader.Of(http, place.Address);
        reader = Choices.Take(http, reader, sent.Fields["switch"].FirstOrDefault()) ?? reader;

        var today = OfficeClock.Date(place.Office, time.GetUtcNow());
        var post = FormPost.Read(place.Template, sent.Fields);
        var restored = sent.Fields.ContainsKey("restored") ? Texts.DraftRestored : null;
        var draft = restored is null ? null : place.Template.Leaves.Select(leaf => leaf.Key).ToHashSet();
        if (int.TryParse(sent.Fields["written"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version != place.Template.Version)
        {
            var then = http.RequestServices.GetRequiredService<IOffices>().Form(place.Template.Id, version);
            var carried = DraftCarry.Of(place.Template, then, FormPost.Raw(sent.Fields), today);

            // What stays behind says nothing of what is kept under the ticket.
            draft = [.. carried.Answers.Keys];
            restored = carried.Dropped ? Texts.DraftDropped : Texts.DraftCarried;
            post = post with { Answers = carried.Answers, Move = FormMove.To, Target = FormFlow.Open(place.Template, carried.Answers, today).Name };
        }

        if (!sent.Genuine || sent.RequestId is null)
        {
            var same = FormFlow.Move(place.Template, post with { Move = FormMove.Stay }, today);
            return Page(
                http, place, same, reader, FormKeys.For(http, sent.RequestId), reader.Read(Texts.PageTooOld), Problems.Status(ProblemCodes.AntiForgery),
                seen: SeenRevisions.Read(sent.Fields[SeenRevisions.Name]));
        }

        var view = FormFlow.Move(place.Template, post, today);
        KeptPage? kept = null;
        if (place.Kept is not null)
        {
            kept = await place.Kept.SaveAsync(view, post.Step, sent.Fields[SeenRevisions.Name], draft, Callers.Citizen(http), today);
            if (kept.Locked)
            {
                return Answers.SeeOther(http, place.Leave);
            }

            view = FormFlow.With(view, kept.Answers, today);
            if (kept.Conflicts is [var first, ..])
            {
                var disputed = FormFlow.At(view, first.Leaf, today);
                return Page(http, place, disputed, reader, FormKeys.For(http, sent.RequestId), status: Problems.Status(ProblemCodes.FormConflict), restored: restored, seen: kept.Seen, conflicts: kept.Conflicts);
            }

            if (view.Submit && kept.TakenOver)
            {
                return Page(http, place, view, reader, FormKeys.For(http, sent.RequestId), ProblemTexts.In(ProblemCodes.FormConflict, reader.Language), Problems.Status(ProblemCodes.FormConflict), seen: kept.Seen);
            }
        }

        if (!view.Submit)
        {
            return Page(http, place, view, reader, FormKeys.For(http, sent.RequestId),
                status: view.Errors.Count > 0 ? Problems.Status(ProblemCodes.FormInvalid) : StatusCodes.Status200OK,
                restored: restored, seen: kept?.Seen, unkept: kept is { Saved: false });
        }

        if (!http.RequestServices.GetRequiredService<RequestPermits>().Take(http, RateLimits.Submit))
        {
            return Page(
                http, place, view, reader, FormKeys.For(http, sent.RequestId),
                ProblemTexts.In(ProblemCodes.RateLimited, reader.Language), Problems.Status(ProblemCodes.RateLimited), seen: kept?.Seen);
        }

        var (code, next) = await place.Send(view.Check.Answers, sent.RequestId, kept?.Form, Callers.Citizen(http));
        if (code is null)
        {
            return Answers.SeeOther(http, next);
        }

        var held = CompanionOffer.Of(place.Office, code, IsForCompanion(http));

        // Sent before with other answers: a new request id, so that pressing once more is a new wish and not the same refusal.
        var again = code == ProblemCodes.RequestIdConflict;
        var alert = held is not null ? null : again && place.Ticket is null ? reader.Read(Texts.AlreadySent) : ProblemTexts.In(code, reader.Language);
        return Page(http, place, view, reader, FormKeys.For(http, again ? null : sent.RequestId), alert, Problems.Status(code), seen: kept?.Seen, held: held);
    }

    private static IResult Page(
        HttpContext http, FormPlace place, FormView view, Reader reader, FormKeys keys,
        string? alert = null, int status = StatusCodes.Status200OK, bool fresh = false, LocalText? restored = null,
        Seen? seen = null, IReadOnlyList<DraftConflict>? conflicts = null, bool unkept = false, CompanionOffer? held = null) =>
        Answers.Page<FormPage>(
            new
            {
                Reader = reader,
                place.Office,
                View = view,
                Keys = keys,
                place.SubmitText,
                place.Leave,
                place.DraftKey,
                place.Ticket,
                Held = held,
                Alert = alert,
                Fresh = fresh,
                Restored = restored,
                Unkept = unkept,
                Seen = seen is null ? null : SeenRevisions.Write(seen),
                Conflicts = conflicts ?? [],
            },
            status);

    /// <summary>Of a form that is begun.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoAnswers = new Dictionary<string, IReadOnlyList<string>>();
}
