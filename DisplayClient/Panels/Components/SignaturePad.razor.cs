using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Forms;

namespace DisplayClient.Panels.Components;

/// <summary>A field on which a finger or a pen draws a name (<c>js/signature.js</c>). What is drawn stays in the page until it is taken.</summary>
public sealed partial class SignaturePad
{
    private ElementReference _canvas;
    private IJSObjectReference? _drawing;
    private DotNetObjectReference<SignaturePad>? _self;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Told when something was drawn, or cleared.</summary>
    [Parameter]
    public Action? OnDrawn { get; set; }

    /// <summary>There is something on it.</summary>
    public bool Drawn { get; private set; }

    /// <summary>What was drawn.</summary>
    public async Task<SignatureDrawing?> TakeAsync() =>
        _drawing is null ? null : new SignatureDrawing(await _drawing.InvokeAsync<int[][]>("lines"));

    /// <summary>Takes it away.</summary>
    public async Task ClearAsync()
    {
        if (_drawing is not null)
        {
            await _drawing.InvokeVoidAsync("clear");
        }
    }

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public void SetDrawn(bool drawn)
    {
        Drawn = drawn;
        OnDrawn?.Invoke();
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await using var module = await Browser.InvokeAsync<IJSObjectReference>("import", "./js/signature.js");
            _drawing = await module.InvokeAsync<IJSObjectReference>("start", _canvas, _self);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_drawing is not null)
        {
            await _drawing.InvokeVoidAsync("stop");
            await _drawing.DisposeAsync();
        }
        _self?.Dispose();
    }
}
