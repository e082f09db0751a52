using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components;

/// <summary>The page of a helper at the door: follows the office and issues tickets.</summary>
public sealed partial class HelperPage : IAsyncDisposable
{
    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).SelectMany(digit => new[] { $"Digit{digit}", $"Numpad{digit}" })];

    private DotNetObjectReference<HelperPage>? _self;
    private DeskConnection _link = null!;
    private ServerClock _clock = null!;
    private IssueQuestion? _issue;
    private DeskBoard? _board;
    private Problem? _problem;
    private bool _left;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter, EditorRequired] public required string Office { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter] public EventCallback OnIdle { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }
    [Parameter] public EventCallback<Func<Texts, string>?> OnLeave { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private Server Server { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;

    [JSInvokable]
    public Task OnChord(string chord) => InvokeAsync(() => _issue?.StrikeAsync(chord) ?? Task.CompletedTask);

    [JSInvokable]
    public void OnSlept() => _link.Renew();

    [JSInvokable]
    public void OnWake() => _link.TryNow();

    [JSInvokable]
    public async Task OnActive()
    {
        if (!await Staff.IsSignedInAsync(CancellationToken.None) && !_left)
        {
            await InvokeAsync(OnSignedOut.InvokeAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        await Page.UnlistenAsync();
        _self?.Dispose();
        await _link.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _clock = new ServerClock(Time);
        _link = new DeskConnection(Server.Address, new Station(Office, null, Texts.Language), Staff.IsSignedInAsync, Time);
        _link.Shown += (board, attached) => InvokeAsync(() =>
        {
            _clock.Learn(board.At);
            _board = board;
            StateHasChanged();
        });
        _link.Changed += OnLinkChanged;
        _link.Start();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.ListenAsync(_self, Digits);
        }
    }

    private void OnLinkChanged() => InvokeAsync(async () =>
    {
        if (_left)
        {
            return;
        }

        StateHasChanged();
        if (_link.State.Phase == LinkPhase.SignedOut)
        {
            await OnSignedOut.InvokeAsync();
        }
        else if (_link.State.Phase == LinkPhase.Refused)
        {
            await OnLeave.InvokeAsync(texts => texts.CounterRefused);
        }
    });

    private async Task SignOutAsync() => _problem = await OnSignOut();
}
