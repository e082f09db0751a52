using Microsoft.JSInterop;

namespace DisplayClient.Memory;

/// <summary>The browser's local storage.</summary>
public sealed class BrowserMemory(IJSRuntime browser) : IScreenMemory
{
    private readonly IJSInProcessRuntime _browser = (IJSInProcessRuntime)browser;

    /// <inheritdoc/>
    public string? Read(string key)
    {
        try
        {
            return _browser.Invoke<string?>("localStorage.getItem", key);
        }
        catch (JSException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Write(string key, string value)
    {
        try
        {
            _browser.InvokeVoid("localStorage.setItem", key, value);
        }
        catch (JSException)
        {
            // Full, or forbidden.
        }
    }
}
