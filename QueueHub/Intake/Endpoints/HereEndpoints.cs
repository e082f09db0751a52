using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Intake.Forms;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Screens;
using QueueHub.Tickets;
using QueueHub.Tickets.Arrival;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>Showing presence: the code for the lobby's screen, the scan of it, and the arrival of all numbers that this phone took on the way.</summary>
internal static class HereEndpoints
{
    public static void Map(IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        app.MapGet(Routes.DisplayHere, ShowAsync).RequireScreen(ScreenKind.Display).WithName("DisplayHere").WithTags("Screens");
        pages.MapGet("/{office}/here/{code}", ScanAsync).RequireRateLimiting(RateLimits.Form);
        pages.MapPost("/{office}/here", ArriveAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
    }

    private static async Task<Results<Ok<HereQr>, NoContent, ProblemHttpResult>> ShowAsync(
        IScreens screens, IOffices offices, HereSecrets secrets, HubOptions options, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (screens.Of(http.User) is not { } screen || offices.Find(screen.Office) is not { } office)
        {
            return Problems.Of(http, ProblemCodes.ScreenUnpaired);
        }

        if (!office.Rules.RequiresPresence)
        {
            return TypedResults.NoContent();
        }

        if (await secrets.CodeAsync(office.Slug) is not { } code)
        {
            return Problems.Of(http, ProblemCodes.Unavailable);
        }

        var picture = QrCodes.Svg(new Uri(options.PublicUrl, $"{office.Slug}/here/{code}").AbsoluteUri);
        return TypedResults.Ok(new HereQr(office.Slug, picture, (int)Math.Ceiling(HereCode.Left(time.GetUtcNow()).TotalMilliseconds)));
    }

    // The code is in the address alone: what follows is the office's own, which may be kept and sent on.
    private static async Task<IResult> ScanAsync(string office, string code, IOffices offices, HereSecrets secrets, HereCookie cookie, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        if (document.Rules.RequiresPresence)
        {
            switch (await secrets.IsGoodAsync(document.Slug, code))
            {
                case null:
                    return ProblemPages.Of(http, ProblemCodes.Unavailable, document);
                case false:
                    return ProblemPages.Of(http, ProblemCodes.PresenceCodeExpired, document);
                default:
                    cookie.Write(http, document.Slug);
                    break;
            }
        }

        return Answers.SeeOther(http, $"/{document.Slug}");
    }

    // The phone's cookie is enough to say that somebody has come, and for nothing else.
    private static async Task<IResult> ArriveAsync(
        string office, IOffices offices, PhoneHolds holds, ICitizenCommands commands, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null || !sent.Genuine || sent.RequestId is null)
        {
            return ProblemPages.Of(http, sent.Problem ?? ProblemCodes.AntiForgery, document);
        }

        var caller = Callers.Citizen(http);
        foreach (var ticket in await holds.OnTheWayAsync(document, caller.Device))
        {
            // Each ticket's arrival is a request of its own; pressed again they are the same ones.
            var requestId = TicketToken.Hash($"{sent.RequestId}/{ticket.Ordinal}")[..sent.RequestId.Length];
            var outcome = await commands.ArriveAsync(document, ticket, requestId, caller);
            if (outcome.Code is not (null or ProblemCodes.WrongState))
            {
                return ProblemPages.Of(http, outcome.Code, document);
            }
        }

        return Answers.SeeOther(http, $"/{document.Slug}");
    }
}
