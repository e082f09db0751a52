using Microsoft.JSInterop;

namespace CounterClient;

/// <summary>The browser's clipboard. The other side is wwwroot/clipboard.js.</summary>
public sealed class Clipboard(IJSRuntime runtime) : IAsyncDisposable
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => runtime.InvokeAsync<IJSObjectReference>("import", "./clipboard.js").AsTask());

    /// <summary>True when the text is there now.</summary>
    public async Task<bool> CopyAsync(string text) => await (await _module.Value).InvokeAsync<bool>("copy", text);

    public async ValueTask DisposeAsync()
    {
        if (_module.IsValueCreated)
        {
            await (await _module.Value).DisposeAsync();
        }
    }
}
