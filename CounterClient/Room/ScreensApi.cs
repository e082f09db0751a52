using System.Net.Http.Json;
using QueueHub.Contracts.Screens;

namespace CounterClient;

/// <summary>What the page of screens asks and orders over HTTP; never throws for what a network can cause.</summary>
/// <remarks>Nothing here needs a request id: confirmed again it is the same screen, and revoked again it is no more than revoked.</remarks>
public sealed class ScreensApi(RoomApi room)
{
    public Task<RoomAnswer<ScreenList>> ListAsync(string office, CancellationToken stop) =>
        room.AskAsync<ScreenList>(HttpMethod.Get, Path(office), null, stop);

    /// <summary>Who shows this code.</summary>
    public Task<RoomAnswer<AskingScreen>> FindAsync(string office, string code, string language, CancellationToken stop) => room.AskAsync<AskingScreen>(
        HttpMethod.Post, $"{Path(office)}/find?lang={language}", () => JsonContent.Create(new FindPairingRequest(code), RoomJson.Default.FindPairingRequest), stop);

    /// <summary>Pairs the screen that shows a code.</summary>
    public Task<RoomAnswer<ConfirmedPairing>> ConfirmAsync(string office, ConfirmPairingRequest request, string language, CancellationToken stop) =>
        room.AskAsync<ConfirmedPairing>(
            HttpMethod.Post, $"{Path(office)}?lang={language}", () => JsonContent.Create(request, RoomJson.Default.ConfirmPairingRequest), stop);

    /// <summary>Ends a pairing; gives the screens that are left.</summary>
    public Task<RoomAnswer<ScreenList>> RevokeAsync(string office, string screen, string language, CancellationToken stop) =>
        room.AskAsync<ScreenList>(HttpMethod.Post, $"{Path(office)}/{Uri.EscapeDataString(screen)}/revoke?lang={language}", null, stop);

    private static string Path(string office) => $"/api/offices/{Uri.EscapeDataString(office)}/room/screens";
}
