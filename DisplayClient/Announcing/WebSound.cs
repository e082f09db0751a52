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

    /// <summary>Loads the clips; from now on the browser's consent is known.</summary>
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
            await _module.InvokeVoidAsync("play", cancellation, clips);
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
