using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff;
using QueueHub.Staff.Policies;

namespace QueueHub.Screens;

/// <summary>The supervisor's door: the screens of the office, pairing one and revoking one.</summary>
internal static class RoomScreenEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var room = app.MapGroup("/api/offices/{office}/room/screens").RequireStaff(StaffRole.Supervisor).WithTags("Screens")
            .UnavailableWithoutPostgres();
        room.MapGet("", ListAsync).WithName("Screens").WithMetadata(new Unattended());
        room.MapPost("find", FindAsync).AddEndpointFilter(PairingPermits.Code).WithName("FindPairing");
        room.MapPost("", ConfirmAsync).AddEndpointFilter(PairingPermits.Code).WithName("ConfirmPairing");
        room.MapPost("{screen}/settings", SettleAsync).WithName("SettleScreen");
        room.MapPost("{screen}/revoke", RevokeAsync).WithName("RevokeScreen");
    }

    private static async Task<Ok<ScreenList>> ListAsync(string office, ScreenLists lists) => TypedResults.Ok(await lists.OfAsync(office));

    // A body and not an address: addresses end up in the logs of proxies.
    private static async Task<Results<Ok<AskingScreen>, ProblemHttpResult>> FindAsync(string office, FindPairingRequest request, Pairings pairings, HttpContext http) =>
        await pairings.FindAsync(request.Code) is { } asking ? TypedResults.Ok(asking) : Problems.Of(http, ProblemCodes.UnknownPairingCode);

    private static async Task<Results<Ok<ConfirmedPairing>, ProblemHttpResult>> ConfirmAsync(
        string office, ConfirmPairingRequest request, Pairings pairings, IOffices offices, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return Problems.Of(http, ProblemCodes.UnknownOffice);
        }

        var (confirmed, code) = await pairings.ConfirmAsync(document, request, StaffAccess.StaffId(http.User));
        return confirmed is null ? Problems.Of(http, code!) : TypedResults.Ok(confirmed);
    }

    private static async Task<Results<Ok<ScreenList>, ProblemHttpResult>> SettleAsync(
        string office, string screen, DisplaySettings settings, ScreenStore store, Screens screens, ScreenLists lists, IOffices offices, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return Problems.Of(http, ProblemCodes.UnknownOffice);
        }

        if (Pairings.Refused(document, settings) is { } refused)
        {
            return Problems.Of(http, refused);
        }

        if (!await store.SettleAsync(document.Slug, screen, settings))
        {
            return Problems.Of(http, ProblemCodes.UnknownScreen);
        }

        await screens.RefreshAsync(CancellationToken.None);
        return await ListAsync(office, lists);
    }

    // Answers with the screens that are left.
    private static async Task<Results<Ok<ScreenList>, ProblemHttpResult>> RevokeAsync(
        string office, string screen, ScreenStore store, Screens screens, ScreenLists lists, TimeProvider time, HttpContext http)
    {
        if (!await store.RevokeAsync(office, screen, StaffAccess.StaffId(http.User), time.GetUtcNow()))
        {
            return Problems.Of(http, ProblemCodes.UnknownScreen);
        }

        await screens.RefreshAsync(CancellationToken.None);
        return await ListAsync(office, lists);
    }
}
