using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components.History;

/// <summary>What the days of an office, or of all of a person's offices, were like. Its address holds what is chosen; each section asks for itself.</summary>
public sealed partial class HistoryPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private DotNetObjectReference<HistoryPage>? _self;
    private HistoryView _view = new(null);
    private HistoryAsk? _ask;
    private DateOnly? _today;
    private DoorProblem? _away;
    private Problem? _problem;
    private int _round;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private HistoryApi Api { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private HistoryTexts Words => HistoryTexts.Of(Texts.Language);
    private IReadOnlyList<StaffOffice> Offices => RoomAddress.Supervised(Person);
    private StaffOffice? Office => Offices.FirstOrDefault(office => office.Slug == _view.Office);

    // Whoever prints "all offices" is believed to speak for the district.
    private bool District => Person.DistrictRole >= StaffRole.Supervisor;
    private string AllName => District ? Words.AllOffices : Words.OwnOffices(Offices.Count);
    private bool Unknown => _view.Office is not null && Office is null;
    private string OfficeName => Office?.Name.In(Texts.Language) ?? AllName;

    /// <summary>The computer has slept: the day may be another one.</summary>
    [JSInvokable]
    public Task OnSlept() => InvokeAsync(StartAsync);

    /// <summary>The network or the screen has come back.</summary>
    [JSInvokable]
    public Task OnWake() => _today is null ? InvokeAsync(StartAsync) : Task.CompletedTask;

    /// <summary>Somebody is here.</summary>
    [JSInvokable]
    public Task OnActive() => Staff.IsSignedInAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Moved;
        await _stop.CancelAsync();
        await Page.UnlistenAsync();
        _self?.Dispose();
        _stop.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        _view = Viewed();
        return StartAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.ListenAsync(_self, []);
        }

        await Page.ShowTabAsync($"{Words.Statistics} · {OfficeName}", "desk");
    }

    private async Task StartAsync()
    {
        if (Unknown)
        {
            return;
        }

        _away = null;
        var (today, problem) = await Api.TodayAsync(_view.Office, _stop.Token);
        if (problem is { SignedOut: true })
        {
            await OnSignedOut.InvokeAsync();
            return;
        }

        (_today, _away) = (today ?? _today, today is null && _today is null ? problem : null);
        Look();
        StateHasChanged();
    }

    // Of one office there is more to see than of all.
    private HistoryView Viewed()
    {
        var view = HistoryView.Parse(Navigation.ToBaseRelativePath(Navigation.Uri));
        return view.Office is null && Offices is [var only] ? view with { Office = only.Slug } : view;
    }

    private void Go(HistoryView view) => Navigation.NavigateTo(view.Address);

    private Task Refresh()
    {
        _round++;
        return StartAsync();
    }

    // The heading on paper says when it was printed.
    private Task PrintAsync()
    {
        StateHasChanged();
        return Page.PrintAsync();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        _view = Viewed();
        Look();
        _ = InvokeAsync(StateHasChanged);
    }

    // While a range is reversed the figures of before stay: of another office they would lie.
    private void Look()
    {
        if (_today is { } today)
        {
            _ask = _view.On(today, _round) ?? (_ask?.Office == _view.Office ? _ask : null);
        }
    }

    private async Task SignOutAsync() => _problem = await OnSignOut();
}
