using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Intake;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Screens;

/// <summary>The screens' own doors: to ask for a pairing, and what one is once it is paired.</summary>
internal static class PairingEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var screens = app.MapGroup("").WithTags("Screens").UnavailableWithoutPostgres();
        screens.MapPost(Routes.Pairings, StartAsync).AllowAnonymous().AddEndpointFilter(PairingPermits.Start).WithName("StartPairing");
        screens.MapPost(Routes.PairingPoll, PollAsync).AllowAnonymous().AddEndpointFilter(PairingPermits.Poll).WithName("PollPairing");
        screens.MapGet(Routes.DisplayPlace, Place).RequireScreen(ScreenKind.Display).WithName("DisplayPlace");
        screens.MapGet(Routes.PanelPlace, Place).RequireScreen(ScreenKind.Panel).WithName("PanelPlace");
        app.MapGet("/qr/screens/{code}.svg", Qr).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<Ok<PairingCode>, ProblemHttpResult>> StartAsync(PairingRequest request, Pairings pairings, HttpContext http)
    {
        if (!Enum.IsDefined(request.Kind))
        {
            return Problems.Of(http, ProblemCodes.InvalidRequest);
        }

        NotKept(http);
        var address = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
        return await pairings.StartAsync(request, http.Request.Headers.UserAgent, $"{address}") is { } code
            ? TypedResults.Ok(code)
            : Problems.Of(http, ProblemCodes.Busy);
    }

    private static async Task<Ok<PairingAnswer>> PollAsync(PairingQuestion question, Pairings pairings, HttpContext http)
    {
        NotKept(http);
        var (answer, token) = await pairings.PollAsync(question);
        if (token is not null)
        {
            ScreenCookie.Write(http, answer.Place!.Kind, token);
        }

        return TypedResults.Ok(answer);
    }

    private static Results<Ok<ScreenPlace>, ProblemHttpResult> Place(IScreens screens, HttpContext http)
    {
        NotKept(http);
        if (screens.Of(http.User) is not { } screen)
        {
            return Problems.Of(http, ProblemCodes.ScreenUnpaired);
        }

        // A browser forgets the cookie after a time of its own: each start begins it anew.
        ScreenCookie.Write(http, screen.Kind, ScreenCookie.Read(http, screen.Kind)!);
        return TypedResults.Ok(Pairings.Place(screen));
    }

    private static IResult Qr(string code, HubOptions hub, HttpContext http)
    {
        if (UserCode.Parse(code) is not { } parsed)
        {
            return Problems.Of(http, ProblemCodes.NotFound);
        }

        NotKept(http);
        return Results.Text(QrCodes.Svg(ScreenAddresses.Complete(hub.PublicUrl, parsed)), "image/svg+xml", Encoding.UTF8);
    }

    private static void NotKept(HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
