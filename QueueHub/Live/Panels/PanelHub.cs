using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.Platform;
using QueueHub.Screens;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Panels;

/// <summary>
/// The panels. The connection's own token says which counter it stands at, and is asked with every call: one that is revoked can ask nothing more, whatever
/// keeps its connection open.
/// </summary>
public sealed class PanelHub(
    PanelDoor door, PanelSight sight, PanelWatchers watchers, PanelBoards boards, Presence presence, IScreens screens, IScreenConnections connections,
    IHubContext<PanelHub, IPanelClient> hub)
    : Hub<IPanelClient>, IPanelHub
{
    private const string Writing = "writing";

    public Task<PanelBoard?> Watch()
    {
        if (Panel is not { } panel || !boards.Knows(panel.Office, panel.Place))
        {
            return Task.FromResult<PanelBoard?>(null);
        }

        connections.Shows(Context, panel.Place);

        // A node that has only just started knows the office but has not read it yet: that is not "gone".
        return Task.FromResult<PanelBoard?>(watchers.Watch(Context, panel) ?? throw new HubException(ProblemCodes.Unavailable));
    }

    public async Task<bool> Serves(long ticket) => Panel is { } panel && await sight.ServedAsync(panel, ticket) is not null;

    public Task<SubmissionView?> Submission(long ticket) =>
        Panel is { } panel ? door.SubmissionAsync(panel, ticket) : Task.FromResult<SubmissionView?>(null);

    public Task<FormEditReply> EditForm(EditFormRequest request, string language) =>
        Panel is { } panel ? door.EditFormAsync(panel, request, language ?? "") : Task.FromResult(new FormEditReply(Unpaired(language), []));

    public Task<CommandReply> Sign(SignRequest request) =>
        Panel is { } panel ? door.SignAsync(panel, request) : Task.FromResult(new CommandReply(Unpaired(request?.Language), 0));

    public Task WritingAt(long ticket, string? field)
    {
        if (Panel is not { } panel)
        {
            return Task.CompletedTask;
        }

        Context.Items[Writing] = field is null ? null : new PresenceBell(ticket, Panel: true);
        return presence.SayAsync(panel.Office, panel.Place, new PresenceBell(ticket, Panel: true, field));
    }

    public override async Task OnConnectedAsync()
    {
        if (await connections.ConnectedAsync(Context, ScreenKind.Panel, hub.Clients.Client(Context.ConnectionId).Unpaired) is null)
        {
            Context.Abort();
        }

        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context);
        connections.Left(Context);
        if (Panel is { } panel && Context.Items[Writing] is PresenceBell gone)
        {
            await presence.SayAsync(panel.Office, panel.Place, gone);
        }

        await base.OnDisconnectedAsync(exception);
    }

    private Screen? Panel => screens.Of(Context.User!) is { Kind: ScreenKind.Panel } panel ? panel : null;

    private static CommandProblem Unpaired(string? language) => new(ProblemCodes.Forbidden, ProblemTexts.In(ProblemCodes.Forbidden, language ?? ""));
}
