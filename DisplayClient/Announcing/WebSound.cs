using Microsoft.JSInterop;

namespace DisplayClient.Announcing;

/// <summary>Sound through the browser (<c>js/sound.js</c>). A browser may refuse it until somebody touches the page.</summary>
public sealed class WebSound(IJSRuntime browser) : ISound
{
    private IJSObjectReference? _module;

    /// <summary><see cref="Allowed"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>False while the browser refuses sound.</summary>
    public bool Allowed { get; private set; } = true;

    /// <summary>Whose own recordings are heard, where it has any.</summary>
    public string? Office { get; set; }

    /// <summary>How loud it is, 0 to 1; asked at each announcement.</summary>
    public Func<double> Volume { get; set; } = () => 1;

    /// <summary>From now on the browser's consent is known. Clips are loaded when they are first needed.</summary>
    public async Task StartAsync()
    {
        _module = await browser.InvokeAsync<IJSObjectReference>("import", "./js/sound.js");
        await _module.InvokeVoidAsync("start", DotNetObjectReference.Create(this));
    }

    /// <inheritdoc/>
    public async Task PlayAsync(IReadOnlyList<string> clips, CancellationToken cancellation)
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("play", cancellation, clips, Volume(), Office);
        }
    }

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public void SetAllowed(bool allowed)
    {
        Allowed = allowed;
        Changed?.Invoke();
    }
}
