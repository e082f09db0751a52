using Microsoft.AspNetCore.Components;
using QueueHub.Contracts;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components.Rooms;

/// <summary>Pairs a screen: its code, then whether it is this one and where it stands.</summary>
public sealed partial class ScreensPair : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ElementReference _found;
    private AskingScreen? _asking;
    private DoorProblem? _problem;
    private string _code = "";
    private string _counter = "";
    private string _name = "";
    private DisplaySettings _settings = DisplaySettings.Usual;
    private bool _missing;
    private bool _busy;
    private bool _show;

    [CascadingParameter] public required Texts Texts { get; set; }
    [CascadingParameter] public required ScreensTexts Words { get; set; }
    [Parameter, EditorRequired] public required StaffOffice Office { get; set; }

    /// <summary>Counters that have a panel already.</summary>
    [Parameter, EditorRequired] public required IReadOnlySet<string> Taken { get; set; }

    /// <summary>What a display may be confined to.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<ScreenZone> Zones { get; set; }

    /// <summary>Looked up at once.</summary>
    [Parameter] public string? Code { get; set; }

    [Parameter] public EventCallback<ScreenPlace> OnPaired { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (Code is { Length: > 0 } code)
        {
            _code = code;
            await FindAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_show && _asking is not null)
        {
            // What was found is what matters now, also to whoever hears the page.
            _show = false;
            await _found.FocusAsync();
        }
    }

    private async Task FindAsync()
    {
        if (_busy)
        {
            return;
        }

        _missing = UserCode.Parse(_code) is null;
        _problem = null;
        if (_missing)
        {
            return;
        }

        var (asking, problem) = await AskAsync(() => Api.FindAsync(Office.Slug, _code, Texts.Language, _stop.Token));
        (_asking, _problem, _show) = (asking, problem, true);
    }

    private async Task ConfirmAsync()
    {
        if (_busy || _asking is not { } asking)
        {
            return;
        }

        var panel = asking.Kind == ScreenKind.Panel;
        _missing = string.IsNullOrWhiteSpace(panel ? _counter : _name);
        _problem = null;
        if (_missing)
        {
            return;
        }

        var request = new ConfirmPairingRequest(asking.Code, panel ? _counter : null, panel ? null : _name, panel ? null : _settings);
        var (confirmed, problem) = await AskAsync(() => Api.ConfirmAsync(Office.Slug, request, Texts.Language, _stop.Token));
        _problem = problem;
        if (confirmed is not null)
        {
            Again();
            await OnPaired.InvokeAsync(confirmed.Screen);
        }
        else if (problem?.Code == ProblemCodes.UnknownPairingCode)
        {
            // The screen shows another code by now.
            _asking = null;
        }
    }

    private async Task<DoorAnswer<T>> AskAsync<T>(Func<Task<DoorAnswer<T>>> ask)
        where T : class
    {
        _busy = true;
        var answer = await ask();
        _busy = false;
        if (answer.Problem is { SignedOut: true })
        {
            await OnSignedOut.InvokeAsync();
        }

        return answer;
    }

    private void Again() => (_asking, _problem, _missing, _code, _counter, _name, _settings) = (null, null, false, "", "", "", DisplaySettings.Usual);
}
