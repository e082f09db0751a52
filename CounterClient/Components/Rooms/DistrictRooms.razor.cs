using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components.Rooms;

/// <summary>All offices of one supervisor, asked for every few seconds.</summary>
public sealed partial class DistrictRooms : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private DotNetObjectReference<DistrictRooms>? _self;
    private RoomList? _list;
    private Problem? _problem;
    private long _readAt;
    private long? _lostAt;

    [CascadingParameter] public required Texts Texts { get; set; }
    [CascadingParameter] public required RoomTexts Words { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private RoomApi Api { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

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

        var alarm = _list?.Offices.Any(office => office.Alarms > 0) == true;
        await Page.ShowTabAsync(
            $"{(alarm ? $"‼ {Words.Guard.AlarmTab} · " : "")}{(_lostAt is null ? "" : "! ")}{Words.AllOffices} · QueueHub", alarm ? "alarm" : _lostAt is null ? "desk" : "lost");
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
        var (list, problem) = await Api.RoomsAsync(_stop.Token);
        if (problem is { SignedOut: true })
        {
            await OnSignedOut.InvokeAsync();
            return;
        }

        if (list is not null)
        {
            (_list, _lostAt, _readAt) = (list, null, Time.GetTimestamp());
            if (list.Offices.Any(office => office.Alarms > 0))
            {
                await Page.AlarmAsync();
            }
        }
        else
        {
            _lostAt ??= _readAt;
        }

        StateHasChanged();
    }

    private async Task SignOutAsync() => _problem = await OnSignOut();
}
