using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pairing;

/// <summary>Puts a <see cref="ScreenPairing"/> on the screen.</summary>
public sealed partial class PairingScreen : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ScreenPairing _pairing = null!;
    private IJSObjectReference? _watchdog;

    /// <summary>What the screen wants to be.</summary>
    [Parameter, EditorRequired]
    public required ScreenKind Kind { get; set; }

    /// <summary>The screen has its place.</summary>
    [Parameter]
    public EventCallback<ScreenPlace> OnPaired { get; set; }

    [Inject]
    private IPairingApi Api { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _pairing = new ScreenPairing(Api, Kind, Time);
        _pairing.Changed += StateHasChanged;
        _ = RunAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _watchdog ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/watchdog.js");
        await _watchdog.InvokeVoidAsync("beat");
    }

    private async Task RunAsync()
    {
        try
        {
            await OnPaired.InvokeAsync(await _pairing.RunAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception error)
        {
            // Unforeseen: the watchdog loads the page anew.
            await DispatchExceptionAsync(error);
        }
    }

    private static TimeSpan Max(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
