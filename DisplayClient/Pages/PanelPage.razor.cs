using DisplayClient.Announcing;
using DisplayClient.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Pages;

/// <summary>The panel at one counter, facing the citizen; it runs until the window is closed. Which counter, its pairing says.</summary>
public sealed partial class PanelPage
{
    private IJSObjectReference? _watchdog;
    private IJSObjectReference? _lease;

    [Inject]
    private PanelSession Session { get; set; } = null!;

    [Inject]
    private WebSound Sound { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private Panel Panel => Session.Panel;

    private PanelBoard? Board => Panel.Board;

    private LocalText? Trouble => Session.Link != PanelLinkState.Live ? PanelTexts.Lost : Board is { Stale: true } ? PanelTexts.Stale : null;

    private string Phase => (Trouble, Board) switch
    {
        (not null, _) => "trouble",
        (_, { Ticket.State: TicketState.Called }) => "called",
        (_, { Ticket: not null }) => "serving",
        (_, { State: CounterState.Paused }) => "paused",
        (_, { State: CounterState.Open }) => "idle",
        _ => "closed",
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Session.Changed += StateHasChanged;
        Sound.Changed += StateHasChanged;
        await Task.WhenAll(Session.RunAsync(CancellationToken.None), Sound.StartAsync());
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _lease ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/lease.js");
        Sound.Office = Board?.Office;
        if (Session.LeaseLeft is var left && left > TimeSpan.Zero)
        {
            await _lease.InvokeVoidAsync("renew", left.TotalMilliseconds);
        }
        _watchdog ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/watchdog.js");
        await _watchdog.InvokeVoidAsync("beat");
    }
}
