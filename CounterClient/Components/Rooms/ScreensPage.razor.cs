using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components.Rooms;

/// <summary>The screens of one office: pairs one, lists all, ends a pairing. The list is asked for every few seconds.</summary>
public sealed partial class ScreensPage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private DotNetObjectReference<ScreensPage>? _self;
    private RoomBar? _bar;
    private ScreenList? _list;
    private ListedScreen? _revoking;
    private ListedScreen? _settling;
    private DisplaySettings _settings = DisplaySettings.Usual;
    private DoorProblem? _failure;
    private Problem? _problem;
    private Func<ScreensTexts, string>? _done;
    private long _readAt;
    private long? _lostAt;
    private bool _busy;
    private bool _adoptFocus;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter, EditorRequired] public required StaffOffice Office { get; set; }

    /// <summary>Of a screen that was scanned; null for none.</summary>
    [Parameter] public string? Code { get; set; }

    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private ScreensApi Api { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    private ScreensTexts Words => ScreensTexts.Of(Texts.Language);

    private HashSet<string> Taken => [.. _list?.Screens.Where(screen => screen.Kind == ScreenKind.Panel).Select(screen => screen.Place) ?? []];

    /// <summary>The computer has slept.</summary>
    [JSInvokable]
    public Task OnSlept() => InvokeAsync(ReadAsync);

    /// <summary>The network or the screen has come back.</summary>
    [JSInvokable]
    public Task OnWake() => InvokeAsync(ReadAsync);

    /// <summary>Somebody is here: what the page asks by itself keeps no session alive.</summary>
    [JSInvokable]
    public Task OnActive() => Staff.IsSignedInAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Page.UnlistenAsync();
        _self?.Dispose();
        _stop.Dispose();
    }

    protected override void OnInitialized()
    {
        _readAt = Time.GetTimestamp();
        _ = FollowAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.ListenAsync(_self, []);
        }

        if (_adoptFocus && _revoking is null && _settling is null && _bar is not null)
        {
            _adoptFocus = false;
            await Page.AdoptFocusAsync(_bar.Heading);
        }

        await Page.ShowTabAsync($"{(_lostAt is null ? "" : "! ")}{Words.Screens} · {Office.Name.In(Texts.Language)}", _lostAt is null ? "desk" : "lost");
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await ReadAsync();
                await Task.Delay(Pause, Time, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        var (list, problem) = await Api.ListAsync(Office.Slug, _stop.Token);
        if (problem is { SignedOut: true } or { Code: ProblemCodes.Forbidden })
        {
            await OnSignedOut.InvokeAsync();
            return;
        }

        if (list is not null)
        {
            (_list, _lostAt, _readAt) = (list, null, Time.GetTimestamp());
        }
        else
        {
            _lostAt ??= _readAt;
        }

        StateHasChanged();
    }

    private Task PairedAsync(ScreenPlace screen)
    {
        _done = words => words.Paired(PlaceOf(screen.Kind, screen.Place, screen.Name));
        return ReadAsync();
    }

    private void Ask(ListedScreen screen) => (_revoking, _failure, _done) = (screen, null, null);

    private void Choose(ListedScreen screen) => (_settling, _settings, _failure, _done) = (screen, screen.Settings ?? DisplaySettings.Usual, null, null);

    private void Back() => (_revoking, _settling, _adoptFocus) = (null, null, true);

    // Revoked by somebody else, who was faster: that is what was wanted, too.
    private Task RevokeAsync(ListedScreen screen) => OrderAsync(
        screen, (words, place) => words.Revoked(place), () => Api.RevokeAsync(Office.Slug, screen.Id, Texts.Language, _stop.Token), orGone: true);

    private Task SettleAsync(ListedScreen screen) => OrderAsync(
        screen, (words, place) => words.Settled(place), () => Api.SettleAsync(Office.Slug, screen.Id, _settings, Texts.Language, _stop.Token), orGone: false);

    private async Task OrderAsync(ListedScreen screen, Func<ScreensTexts, string, string> done, Func<Task<DoorAnswer<ScreenList>>> order, bool orGone)
    {
        if (_busy)
        {
            return;
        }

        (_busy, _failure) = (true, null);
        var (list, problem) = await order();
        _busy = false;
        if (problem is { SignedOut: true })
        {
            await OnSignedOut.InvokeAsync();
        }
        else if (list is not null || (orGone && problem?.Code == ProblemCodes.UnknownScreen))
        {
            _list = list ?? _list;
            _done = words => done(words, PlaceOf(screen.Kind, screen.Place, screen.Name));
            Back();
        }
        else
        {
            _failure = problem;
        }
    }

    private string PlaceOf(ScreenKind kind, string place, string name) => kind == ScreenKind.Panel ? Texts.CounterName(place) : name;

    private async Task SignOutAsync() => _problem = await OnSignOut();
}
