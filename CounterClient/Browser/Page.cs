using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CounterClient;

/// <summary>The browser's page: keys, title, storage, focus. The other side is wwwroot/page.js.</summary>
public sealed class Page(IJSRuntime runtime) : IAsyncDisposable
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => runtime.InvokeAsync<IJSObjectReference>("import", "./page.js").AsTask());

    /// <summary>What is remembered for this browser.</summary>
    public Task<string?> ReadAsync(string key) => AskAsync<string?>("read", "browser", key);

    public Task WriteAsync(string key, string? value) => DoAsync("write", "browser", key, value);

    /// <summary>What is remembered for this tab, through a reload.</summary>
    public Task<string?> ReadTabAsync(string key) => AskAsync<string?>("read", "tab", key);

    public Task WriteTabAsync(string key, string? value) => DoAsync("write", "tab", key, value);

    public Task SetLanguageAsync(string language) => DoAsync("setLanguage", language);

    /// <summary>Title and icon of the tab; <paramref name="icon"/> is a file of wwwroot/icons.</summary>
    public Task ShowTabAsync(string title, string icon) => DoAsync("showTab", title, icon);

    /// <summary>Focus for an element, unless something has it.</summary>
    public Task AdoptFocusAsync(ElementReference element) => DoAsync("adoptFocus", element);

    public Task PrintAsync() => DoAsync("printPage");

    public Task OpenDialogAsync(ElementReference dialog) => DoAsync("openDialog", dialog);

    /// <summary>A short soft sound.</summary>
    public Task ChimeAsync() => DoAsync("chime");

    /// <summary>Plays recordings one after the other; false when they could not be played.</summary>
    public Task<bool> SayAsync(IReadOnlyList<string> files) => AskAsync<bool>("say", files);

    /// <summary>A loud one, for an alarm.</summary>
    public Task AlarmAsync() => DoAsync("alarm");

    /// <summary>Opens a page beside this one; <paramref name="small"/> for a slip.</summary>
    public Task OpenAsync(string url, bool small) => DoAsync("openWindow", url, small);

    /// <summary>Leads the keyboard to the first element of a kind.</summary>
    public Task FocusAsync(string selector) => DoAsync("focusFirst", selector);

    /// <summary>The session is used just now.</summary>
    public Task UseAsync() => DoAsync("use");

    /// <summary>Milliseconds since the session was last used, in whichever tab.</summary>
    public Task<double> UnusedAsync() => AskAsync<double>("unused");

    /// <summary>Reports keys and wake-ups to <paramref name="listener"/> until <see cref="UnlistenAsync"/>; where it <paramref name="scans"/>, also what a code reader reads.</summary>
    /// <param name="alarm">The key that is heard everywhere; null: none.</param>
    public Task ListenAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        DotNetObjectReference<T> listener, IReadOnlyList<string> chords, bool scans = false, string? alarm = null)
        where T : class => DoAsync("listen", listener, chords, scans, alarm);

    public Task UnlistenAsync() => DoAsync("unlisten");

    public async ValueTask DisposeAsync()
    {
        if (_module.IsValueCreated)
        {
            await (await _module.Value).DisposeAsync();
        }
    }

    private async Task<T> AskAsync<T>(string function, params object?[] arguments) =>
        await (await _module.Value).InvokeAsync<T>(function, arguments);

    private async Task DoAsync(string function, params object?[] arguments) =>
        await (await _module.Value).InvokeVoidAsync(function, arguments);
}
