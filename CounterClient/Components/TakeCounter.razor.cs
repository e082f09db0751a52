using Microsoft.AspNetCore.Components;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components;

/// <summary>Chooses office and counter. It follows the office's board meanwhile, so that what is free and what is taken stays true.</summary>
public sealed partial class TakeCounter : IAsyncDisposable
{
    private StaffOffice? _office;
    private DeskConnection? _link;
    private DeskBoard? _board;
    private Problem? _problem;
    private Desk? _asked;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter] public string? Notice { get; set; }

    /// <summary>Names of this screen's sign-ins, see <see cref="Desk.MyDesks"/>.</summary>
    [Parameter] public IReadOnlyList<string> Desks { get; set; } = [];

    [Parameter] public EventCallback<(string Office, string Counter, bool TakeOver)> OnTaken { get; set; }

    /// <summary>Works without a counter, at an office.</summary>
    [Parameter] public EventCallback<string> OnHelp { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private Server Server { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    public async ValueTask DisposeAsync() => await UnfollowAsync();

    protected override async Task OnInitializedAsync()
    {
        if (Person.Offices is [var only])
        {
            await ChooseAsync(only);
        }
    }

    private async Task ChooseAsync(StaffOffice office)
    {
        _office = office;
        if (office.Counters.Count == 0)
        {
            return;
        }

        await UnfollowAsync();
        _link = new DeskConnection(Server.Address, new Station(office.Slug, null, Texts.Language), Staff.IsSignedInAsync, Time);
        _link.Shown += OnShown;
        _link.Changed += OnLinkChanged;
        _link.Start();
    }

    private async Task ForgetAsync()
    {
        await UnfollowAsync();
        (_office, _board) = (null, null);
    }

    private async Task TakeAsync(Desk desk)
    {
        if (desk.Stage == DeskStage.Taken)
        {
            _asked = desk;
        }
        else
        {
            await OnTaken.InvokeAsync((desk.Board.Office, desk.CounterId, false));
        }
    }

    private string Holder(Desk desk) => desk.IsMineElsewhere ? Texts.Console.MineElsewhere : Texts.Console.UsedBy(desk.StaffName(desk.Counter.Staff) ?? "");

    private async Task SignOutAsync() => _problem = await OnSignOut();

    private void OnShown(DeskBoard board, bool attached) => InvokeAsync(() =>
    {
        _board = board;
        StateHasChanged();
    });

    private void OnLinkChanged() => InvokeAsync(async () =>
    {
        StateHasChanged();
        if (_link?.State.Phase == LinkPhase.SignedOut)
        {
            await OnSignedOut.InvokeAsync();
        }
    });

    private async Task UnfollowAsync()
    {
        if (_link is { } link)
        {
            _link = null;
            link.Shown -= OnShown;
            link.Changed -= OnLinkChanged;
            await link.DisposeAsync();
        }
    }
}
