using System.Text;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>A form written at home, at any hour: its pages, its QR code, a number with it, and its end.</summary>
internal static class PreparedEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        // Each of them asks Redis: unlike tickets no node has these forms in its memory.
        var asking = pages.MapGroup("").RequireRateLimiting(RateLimits.Form);
        asking.MapGet("/{office}/s/{service}/prepare", OpenNew);
        asking.MapPost("/{office}/s/{service}/prepare", SendNewAsync).Accepts<IFormCollection>(Answers.FormType);
        asking.MapGet("/{office}/f/{token}", PageAsync);
        asking.MapGet("/{office}/f/{token}/qr.svg", QrAsync);
        asking.MapGet("/{office}/f/{token}/form", OpenAsync);
        asking.MapPost("/{office}/f/{token}/form", SendAsync).Accepts<IFormCollection>(Answers.FormType);
        asking.MapGet("/{office}/f/{token}/delete", AskDeleteAsync);
        pages.MapPost("/{office}/f/{token}/delete", DeleteAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
        pages.MapPost("/{office}/f/{token}/ticket", TakeNumberAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
    }

    private static IResult OpenNew(string office, string service, [AsParameters] Desk desk, HttpContext http)
    {
        var (place, problem) = New(office, service, desk, http);
        return place is null ? problem! : FormEndpoints.Open(http, place, FormEndpoints.NoAnswers, desk.Time);
    }

    private static async Task<IResult> SendNewAsync(string office, string service, [AsParameters] Desk desk, HttpContext http)
    {
        var (place, problem) = New(office, service, desk, http);
        return place is null ? problem! : await FormEndpoints.SendAsync(http, place, desk.Time);
    }

    private static (FormPlace? Place, IResult? Problem) New(string office, string service, Desk desk, HttpContext http)
    {
        if (desk.Offices.Find(office) is not { } document)
        {
            return (null, ProblemPages.Of(http, ProblemCodes.UnknownOffice));
        }

        return document.Service(service) is not { } definition ? (null, ProblemPages.Of(http, ProblemCodes.UnknownService, document))
            : desk.Gate.Template(definition) is { } template ? (FormPlace.Prepare(document, definition, template, desk.Forms), null)
            : (null, ProblemPages.Of(http, ProblemCodes.NotFound, document));
    }

    private static async Task<IResult> PageAsync(string office, string token, [AsParameters] Desk desk, HttpContext http)
    {
        var (place, document, code) = await PreparedPlace.FindAsync(office, token, desk.Offices, desk.Forms);
        return place is null ? ProblemPages.Of(http, code, document) : Page(http, place, desk);
    }

    private static async Task<IResult> QrAsync(string office, string token, [AsParameters] Desk desk, HubOptions options, HttpContext http)
    {
        var (place, document, code) = await PreparedPlace.FindAsync(office, token, desk.Offices, desk.Forms);
        return place is null
            ? ProblemPages.Of(http, code, document)
            : Results.Text(QrCodes.Svg(new Uri(options.PublicUrl, place.Address).AbsoluteUri), "image/svg+xml", Encoding.UTF8);
    }

    private static async Task<IResult> OpenAsync(string office, string token, [AsParameters] Desk desk, HttpContext http)
    {
        var (place, form, problem) = await WrittenAsync(office, token, desk, http);
        return form is null ? problem! : FormEndpoints.Open(http, form, place!.Prepared.Form.Answers.Values, desk.Time);
    }

    private static async Task<IResult> SendAsync(string office, string token, [AsParameters] Desk desk, HttpContext http)
    {
        var (_, form, problem) = await WrittenAsync(office, token, desk, http);
        return form is null ? problem! : await FormEndpoints.SendAsync(http, form, desk.Time);
    }

    private static async Task<(PreparedPlace? Place, FormPlace? Form, IResult? Problem)> WrittenAsync(string office, string token, Desk desk, HttpContext http)
    {
        var (place, document, code) = await PreparedPlace.FindAsync(office, token, desk.Offices, desk.Forms);
        return place is null ? (null, null, ProblemPages.Of(http, code, document))
            : desk.Gate.Template(place.Service) is { } template ? (place, FormPlace.Change(place, template, desk.Forms), null)
            : (null, null, ProblemPages.Of(http, ProblemCodes.UnknownForm, document));
    }

    private static async Task<IResult> TakeNumberAsync(
        string office, string token, [AsParameters] Desk desk, ICitizenCommands commands, HttpContext http)
    {
        if (desk.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem, document);
        }

        var companion = sent.Fields.ContainsKey(CompanionOffer.Name);
        var outcome = sent is { Genuine: true, RequestId: { } id }
            ? await commands.IssuePreparedAsync(document, token, id, Callers.Citizen(http), companion)
            : new IssueOutcome(ProblemCodes.AntiForgery, null, null);
        if (outcome.Ticket is { } ticket)
        {
            return Answers.SeeOther(http, ticket.Url);
        }

        var (place, _, code) = await PreparedPlace.FindAsync(office, token, desk.Offices, desk.Forms);
        return place is null ? ProblemPages.Of(http, code, document) : Page(http, place, desk, outcome, sent.RequestId, companion);
    }

    private static async Task<IResult> AskDeleteAsync(string office, string token, [AsParameters] Desk desk, HttpContext http)
    {
        var (place, document, code) = await PreparedPlace.FindAsync(office, token, desk.Offices, desk.Forms);
        return place is null ? ProblemPages.Of(http, code, document) : DeletePage(http, place);
    }

    private static async Task<IResult> DeleteAsync(string office, string token, [AsParameters] Desk desk, HttpContext http)
    {
        var (place, document, code) = await PreparedPlace.FindAsync(office, token, desk.Offices, desk.Forms);
        if (place is null)
        {
            // Pressed twice: gone is what was wished for.
            return document is null ? ProblemPages.Of(http, code) : Answers.SeeOther(http, $"/{document.Slug}");
        }

        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem, document);
        }

        var refused = sent.Genuine ? await desk.Forms.DiscardAsync(place.Office, TicketToken.Hash(token)) : ProblemCodes.AntiForgery;
        return refused is null ? Answers.SeeOther(http, $"/{place.Office.Slug}") : DeletePage(http, place, refused, sent.RequestId);
    }

    private static IResult Page(HttpContext http, PreparedPlace place, Desk desk, Outcome? refused = null, string? requestId = null, bool companion = false)
    {
        var reader = Reader.Of(http, place.Address);
        var written = place.Prepared.Form;
        return Answers.Page<PreparedPage>(
            new
            {
                Reader = reader,
                place.Office,
                place.Service,
                Title = (desk.Offices.Form(written.Template, written.Version) ?? desk.Offices.Form(written.Template))?.Title ?? place.Service.Name,
                Until = OfficeClock.Local(place.Office, place.Prepared.Until),
                Present = desk.Gate.Check(place.Office, place.Service, written.Answers).Code is null,
                desk.Hours.Of(place.Office).Open,
                Keys = FormKeys.For(http, refused?.Code == ProblemCodes.RequestIdConflict ? null : requestId),
                Held = CompanionOffer.Of(place.Office, refused?.Code, companion),
                Alert = refused?.Code == ProblemCodes.AlreadyWaiting ? null : reader.Alert(refused?.Code, refused?.Sentence),
            },
            refused?.Code is { } code ? Problems.Status(code) : StatusCodes.Status200OK);
    }

    private static IResult DeletePage(HttpContext http, PreparedPlace place, string? code = null, string? requestId = null)
    {
        var reader = Reader.Of(http, $"{place.Address}/delete");
        return Answers.Page<PreparedDeletePage>(
            new { Reader = reader, place.Office, Keys = FormKeys.For(http, requestId), Form = place.Address, Alert = reader.Alert(code) },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }

    /// <summary>What these pages look at.</summary>
    private sealed record Desk(IOffices Offices, PreparedForms Forms, FormGate Gate, OpeningTimes Hours, TimeProvider Time);
}
