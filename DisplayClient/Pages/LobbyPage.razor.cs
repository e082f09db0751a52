using DisplayClient.Announcing;
using DisplayClient.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DisplayClient.Pages;

/// <summary>The lobby TV of one office; it runs until the window is closed.</summary>
public sealed partial class LobbyPage
{
    private IJSObjectReference? _watchdog;

    /// <summary>Slug.</summary>
    [Parameter]
    public required string Office { get; set; }

    /// <summary><c>?sound=off</c> for a second screen in earshot of the first.</summary>
    [SupplyParameterFromQuery(Name = "sound")]
    public string? SoundWanted { get; set; }

    /// <summary><c>?volume=40</c>: percent, for one screen that stands too near or too far, at every hour.</summary>
    [SupplyParameterFromQuery(Name = "volume")]
    public int? VolumeWanted { get; set; }

    [Inject]
    private Lobby Lobby { get; set; } = null!;

    [Inject]
    private WebSound Sound { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Lobby.Changed += StateHasChanged;
        Lobby.ReloadDue += () => _ = ReloadAsync();
        Lobby.VolumeWanted = VolumeWanted;
        Sound.Changed += StateHasChanged;
        (Sound.Office, Sound.Volume) = (Office, () => Lobby.Volume);
        await Task.WhenAll(Lobby.RunAsync(Office, CancellationToken.None), StartSoundAsync());
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _watchdog ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/watchdog.js");
        await _watchdog.InvokeVoidAsync("beat", Lobby.Link == LinkState.Live);
    }

    private Task ReloadAsync() => _watchdog?.InvokeVoidAsync("renew").AsTask() ?? Task.CompletedTask;

    private Task StartSoundAsync() => SoundWanted == "off" ? Task.CompletedTask : Sound.StartAsync();
}
