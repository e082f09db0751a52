using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Arrival;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>From the lobby's QR to a number: office, service, number.</summary>
internal static class OfficeEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet($"/{{office:{OfficeConstraint.Name}}}", OfficeAsync);
        pages.MapGet("/{office}/s/{service}", Service);
        pages.MapGet("/{office}/s/{service}/nearby", Nearby);
        pages.MapPost("/{office}/s/{service}/ticket", TakeNumberAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
        pages.MapGet("/{office}/s/{service}/ticket", (string office, string service, HttpContext http) => Answers.SeeOther(http, $"/{office}/s/{service}"));
    }

    private static async Task<IResult> OfficeAsync(string office, [AsParameters] Lobby lobby, PhoneHolds holds, HttpContext http)
    {
        if (lobby.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        var caller = Callers.Citizen(http);
        var here = document.Rules.RequiresPresence && caller.Here == document.Slug;
        return Answers.Page<OfficePage>(new
        {
            Reader = Reader.Of(http),
            Office = document,
            Board = lobby.Boards.Public(document.Slug),
            Opening = lobby.Hours.Of(document),
            Now = lobby.Time.GetUtcNow(),
            Keys = FormKeys.For(http),
            Here = here ? FormKeys.For(http) : null,
            OnTheWay = here ? [.. (await holds.OnTheWayAsync(document, caller.Device)).Select(ticket => ticket.Number)] : Array.Empty<int>(),
        });
    }

    private static IResult Service(string office, string service, [AsParameters] Lobby lobby, HttpContext http)
    {
        if (lobby.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        return document.Service(service) is { } definition
            ? Page(http, document, definition, lobby)
            : ProblemPages.Of(http, ProblemCodes.UnknownService, document);
    }

    private static IResult Nearby(string office, string service, [AsParameters] Lobby lobby, HttpContext http)
    {
        if (lobby.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        return document.Service(service) is not { } definition ? ProblemPages.Of(http, ProblemCodes.UnknownService, document)
            : !NearbyOffices.Offer(lobby.Offices, document, service) ? Answers.SeeOther(http, $"/{document.Slug}/s/{service}")
            : Answers.Page<NearbyPage>(new
            {
                Reader = Reader.Of(http),
                Office = document,
                Service = definition,
                Offices = NearbyOffices.Of(lobby.Offices, document, service, lobby.Boards.Public, lobby.Hours.Of),
                Now = lobby.Time.GetUtcNow(),
            });
    }

    private static async Task<IResult> TakeNumberAsync(
        string office, string service, [AsParameters] Lobby lobby, ICitizenCommands commands, HttpContext http)
    {
        if (lobby.Offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        if (document.Service(service) is not { } definition)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownService, document);
        }

        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem, document);
        }

        if (!sent.Genuine || sent.RequestId is null)
        {
            return Page(http, document, definition, lobby, Outcome.Refused(ProblemCodes.AntiForgery), sent.RequestId);
        }

        var companion = sent.Fields.ContainsKey(CompanionOffer.Name);
        var outcome = await commands.IssueAsync(document, new IssueRequest(sent.RequestId, definition.Id, Companion: companion), Callers.Citizen(http));
        return outcome.Ticket is { } ticket
            ? Answers.SeeOther(http, ticket.Url)
            : Page(http, document, definition, lobby, outcome, outcome.Code == ProblemCodes.RequestIdConflict ? null : sent.RequestId, companion);
    }

    // After a failure the same page again, with the same request id: pressing once more cannot take two numbers.
    private static IResult Page(
        HttpContext http, OfficeDocument office, ServiceDefinition service, Lobby lobby, Outcome? refused = null, string? requestId = null,
        bool companion = false)
    {
        var reader = Reader.Of(http, $"/{office.Slug}/s/{service.Id}");
        return Answers.Page<ServicePage>(
            new
            {
                Reader = reader,
                Office = office,
                Service = service,
                Board = lobby.Boards.Public(office.Slug),
                Opening = lobby.Hours.Of(office),
                Now = lobby.Time.GetUtcNow(),
                Keys = FormKeys.For(http, requestId),
                Nearby = NearbyOffices.Offer(lobby.Offices, office, service.Id),
                Form = service.Form is { } form ? lobby.Offices.Form(form) : null,
                Held = CompanionOffer.Of(office, refused?.Code, companion),
                Alert = Lobby.Alert(refused, reader),
            },
            refused?.Code is { } status ? Problems.Status(status) : StatusCodes.Status200OK);
    }
}
