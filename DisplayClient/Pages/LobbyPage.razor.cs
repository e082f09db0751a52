using DisplayClient.Announcing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DisplayClient.Pages;

/// <summary>The lobby TV of one office.</summary>
public sealed partial class LobbyPage : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private IJSObjectReference? watchdog;

    /// <summary>Slug.</summary>
    [Parameter]
    public required string Office { get; set; }

    /// <summary><c>?sound=off</c> for a second screen in earshot of the first.</summary>
    [SupplyParameterFromQuery(Name = "sound")]
    public string? SoundWanted { get; set; }

    [Inject]
    private Lobby Lobby { get; set; } = null!;

    [Inject]
    private WebSound Sound { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        Lobby.Changed -= StateHasChanged;
        Sound.Changed -= StateHasChanged;
        closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Lobby.Changed += StateHasChanged;
        Sound.Changed += StateHasChanged;
        await Task.WhenAll(Lobby.RunAsync(Office, closing.Token), StartSoundAsync());
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        watchdog ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/watchdog.js");
        await watchdog.InvokeVoidAsync("beat");
    }

    private Task StartSoundAsync() => SoundWanted == "off" ? Task.CompletedTask : Sound.StartAsync();
}
