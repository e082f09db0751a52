using QueueHub.Contracts.Screens;

namespace CounterClient;

/// <summary>What the page of screens asks and orders over HTTP; never throws for what a network can cause.</summary>
/// <remarks>Nothing here needs a request id: confirmed again it is the same screen, and revoked again it is no more than revoked.</remarks>
public sealed class ScreensApi(HttpClient http, TimeProvider time)
{
    private readonly JsonDoor _door = new(http, time, RoomJson.Default);

    public Task<DoorAnswer<ScreenList>> ListAsync(string office, CancellationToken stop) =>
        _door.AskAsync<ScreenList>(HttpMethod.Get, Path(office), null, stop);

    /// <summary>Who shows this code.</summary>
    public Task<DoorAnswer<AskingScreen>> FindAsync(string office, string code, string language, CancellationToken stop) => _door.AskAsync<AskingScreen>(
        HttpMethod.Post, $"{Path(office)}/find?lang={language}", new FindPairingRequest(code), stop);

    /// <summary>Pairs the screen that shows a code.</summary>
    public Task<DoorAnswer<ConfirmedPairing>> ConfirmAsync(string office, ConfirmPairingRequest request, string language, CancellationToken stop) =>
        _door.AskAsync<ConfirmedPairing>(
            HttpMethod.Post, $"{Path(office)}?lang={language}", request, stop);

    /// <summary>Has a display show its office in another way; gives all screens.</summary>
    public Task<DoorAnswer<ScreenList>> SettleAsync(string office, string screen, DisplaySettings settings, string language, CancellationToken stop) =>
        _door.AskAsync<ScreenList>(HttpMethod.Post, $"{Path(office)}/{Uri.EscapeDataString(screen)}/settings?lang={language}", settings, stop);

    /// <summary>Ends a pairing; gives the screens that are left.</summary>
    public Task<DoorAnswer<ScreenList>> RevokeAsync(string office, string screen, string language, CancellationToken stop) =>
        _door.AskAsync<ScreenList>(HttpMethod.Post, $"{Path(office)}/{Uri.EscapeDataString(screen)}/revoke?lang={language}", null, stop);

    private static string Path(string office) => $"/api/offices/{Uri.EscapeDataString(office)}/room/screens";
}
