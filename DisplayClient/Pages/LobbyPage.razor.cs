using DisplayClient.Announcing;
using DisplayClient.Boards;
using DisplayClient.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pages;

/// <summary>The lobby TV of one office; it runs until the window is closed.</summary>
public sealed partial class LobbyPage : IDisposable
{
    private IJSObjectReference? _watchdog;
    private IJSObjectReference? _screen;
    private DotNetObjectReference<LobbyPage>? _self;
    private bool? _light;
    private bool _heard;

    /// <summary>Slug.</summary>
    [Parameter]
    public required string Office { get; set; }

    /// <summary>Of a paired display; null: what the address says.</summary>
    [Parameter]
    public DisplaySettings? Settings { get; set; }

    /// <summary><c>?sound=off</c> for a second screen in earshot of the first.</summary>
    [SupplyParameterFromQuery(Name = "sound")]
    public string? SoundWanted { get; set; }

    /// <summary><c>?volume=40</c>: percent, for one screen that stands too near or too far, at every hour.</summary>
    [SupplyParameterFromQuery(Name = "volume")]
    public int? VolumeWanted { get; set; }

    /// <summary><c>?layout=</c> all, portrait or wall.</summary>
    [SupplyParameterFromQuery(Name = "layout")]
    public string? LayoutWanted { get; set; }

    /// <summary><c>?zone=</c> the id of one.</summary>
    [SupplyParameterFromQuery(Name = "zone")]
    public string? ZoneWanted { get; set; }

    /// <summary><c>?notices=on</c></summary>
    [SupplyParameterFromQuery(Name = "notices")]
    public string? NoticesWanted { get; set; }

    /// <summary><c>?theme=light</c></summary>
    [SupplyParameterFromQuery(Name = "theme")]
    public string? ThemeWanted { get; set; }

    [Inject]
    private Lobby Lobby { get; set; } = null!;

    [Inject]
    private WebSound Sound { get; set; } = null!;

    [Inject]
    private SoundSwitch Switch { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>Called by <c>js/screen.js</c>.</summary>
    [JSInvokable]
    public void SetTall(bool tall) => Lobby.Turn(tall);

    /// <inheritdoc/>
    public void Dispose() => _self?.Dispose();

    /// <inheritdoc/>
    protected override void OnParametersSet() => Settle();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // The parameters count as set only once this method has ended, and it never does.
        Settle();
        Lobby.Changed += StateHasChanged;
        Lobby.ReloadDue += () => _ = ReloadAsync();
        Lobby.VolumeWanted = VolumeWanted;
        Sound.Changed += StateHasChanged;
        (Sound.Office, Sound.Volume) = (Office, () => Lobby.Volume);
        _self = DotNetObjectReference.Create(this);
        _screen = await Browser.InvokeAsync<IJSObjectReference>("import", "./js/screen.js");
        Lobby.Turn(await _screen.InvokeAsync<bool>("watch", _self));
        await Lobby.RunAsync(Office, CancellationToken.None);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _watchdog ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/watchdog.js");
        await _watchdog.InvokeVoidAsync("beat", Lobby.Link == LinkState.Live);
        if (_screen is not null && _light != Lobby.Settings.Light)
        {
            _light = Lobby.Settings.Light;
            await _screen.InvokeVoidAsync("setTheme", _light);
        }

        if (Switch.On && !_heard)
        {
            _heard = true;
            await Sound.StartAsync();
        }
    }

    private Task ReloadAsync() => _watchdog?.InvokeVoidAsync("renew").AsTask() ?? Task.CompletedTask;

    private void Settle()
    {
        var settings = Settings ?? ChosenSettings.Of(LayoutWanted, ZoneWanted, NoticesWanted, ThemeWanted, SoundWanted);
        Switch.On = settings.Sound;
        Lobby.Settle(settings);
    }
}
