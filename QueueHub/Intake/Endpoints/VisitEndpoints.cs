using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>Several services in one visit: chosen on one page, put in order on the next, then one number for all.</summary>
internal static class VisitEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{office}/visit", Choose);
        pages.MapPost("/{office}/visit", TakeNumberAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
    }

    private static IResult Choose(string office, [AsParameters] Lobby lobby, HttpContext http)
    {
        if (lobby.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        var visit = Visit.Of(document, http.Request.Query["s"]);

        // One service has a page of its own, with its form.
        return visit.Services is [var only] ? Answers.SeeOther(http, $"/{document.Slug}/s/{only.Id}") : Page(http, document, visit, lobby);
    }

    private static async Task<IResult> TakeNumberAsync(string office, [AsParameters] Lobby lobby, ICitizenCommands commands, HttpContext http)
    {
        if (lobby.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem, document);
        }

        var visit = Visit.Of(document, sent.Fields["s"]);
        if (!sent.Genuine || sent.RequestId is null || !visit.IsWhole)
        {
            return Page(http, document, visit, lobby, Outcome.Refused(sent.Genuine ? ProblemCodes.InvalidRequest : ProblemCodes.AntiForgery), sent.RequestId);
        }

        var services = visit.Services.Select(service => service.Id).ToList();
        var companion = sent.Fields.ContainsKey(CompanionOffer.Name);
        var outcome = await commands.IssueAsync(
            document, new IssueRequest(sent.RequestId, services[0], Then: services[1..], Companion: companion), Callers.Citizen(http));
        return outcome.Ticket is { } ticket
            ? Answers.SeeOther(http, ticket.Url)
            : Page(http, document, visit, lobby, outcome, outcome.Code == ProblemCodes.RequestIdConflict ? null : sent.RequestId, companion);
    }

    private static IResult Page(
        HttpContext http, OfficeDocument office, Visit visit, Lobby lobby, Outcome? refused = null, string? requestId = null, bool companion = false)
    {
        var reader = Reader.Of(http, $"/{office.Slug}/visit");
        return Answers.Page<VisitPage>(
            new
            {
                Reader = reader,
                Office = office,
                Visit = visit,
                Board = lobby.Boards.Public(office.Slug),
                Opening = lobby.Hours.Of(office),
                Now = lobby.Time.GetUtcNow(),
                Keys = FormKeys.For(http, requestId),
                Held = CompanionOffer.Of(office, refused?.Code, companion),
                Alert = Lobby.Alert(refused, reader),
            },
            refused?.Code is { } status ? Problems.Status(status) : StatusCodes.Status200OK);
    }
}
