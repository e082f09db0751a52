using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Panels;

/// <summary>A paired panel that is connected, and all that it was told.</summary>
internal sealed class PanelSide : IPanelHub, IAsyncDisposable
{
    private readonly HubConnection _connection;

    private PanelSide(PairedScreen screen, HubConnection connection)
    {
        (Screen, _connection) = (screen, connection);
        connection.On<PanelBoard>(nameof(IPanelClient.ShowPanel), Boards.Enqueue);
        connection.On<long, Dictionary<string, int>>(nameof(IPanelClient.FormChanged), (ticket, fields) => Rung.Enqueue((ticket, fields)));
        connection.On<long, string?>(nameof(IPanelClient.OtherAt), (ticket, field) => Others.Enqueue((ticket, field)));
        connection.On(nameof(IPanelClient.Unpaired), () => Unpaired = true);
        connection.Closed += _ =>
        {
            Closed = true;
            return Task.CompletedTask;
        };
    }

    public PairedScreen Screen { get; }
    public ConcurrentQueue<PanelBoard> Boards { get; } = [];
    public ConcurrentQueue<(long Ticket, Dictionary<string, int> Fields)> Rung { get; } = [];
    public ConcurrentQueue<(long Ticket, string? Field)> Others { get; } = [];
    public bool Unpaired { get; private set; }
    public bool Closed { get; private set; }

    /// <summary>The panel of a counter, watching.</summary>
    /// <param name="node">Where it connects, when not where it was paired.</param>
    public static async Task<PanelSide> StartAsync(RunningHub hub, string counter, RunningHub? node = null, string office = Seocho.Office, string supervisor = "choi")
    {
        var screen = await PairedScreen.PanelAsync(hub, counter, supervisor, office);
        var side = new PanelSide(screen, screen.Connection(node ?? hub, Routes.PanelHub));
        await side._connection.StartAsync();
        Assert.NotNull(await side.Watch());
        return side;
    }

    public Task<PanelBoard?> Watch() => _connection.InvokeAsync<PanelBoard?>(nameof(Watch));
    public Task<bool> Serves(long ticket) => _connection.InvokeAsync<bool>(nameof(Serves), ticket);
    public Task<SubmissionView?> Submission(long ticket) => _connection.InvokeAsync<SubmissionView?>(nameof(Submission), ticket);
    public Task<FormEditReply> EditForm(EditFormRequest request, string language) => _connection.InvokeAsync<FormEditReply>(nameof(EditForm), request, language);
    public Task<CommandReply> Sign(SignRequest request) => _connection.InvokeAsync<CommandReply>(nameof(Sign), request);
    public Task WritingAt(long ticket, string? field) => _connection.SendAsync(nameof(WritingAt), ticket, field);

    /// <summary>Signs what it reads.</summary>
    public async Task<CommandReply> SignAsync(long ticket, SignatureDrawing? drawing = null) =>
        await Sign(new SignRequest(Seocho.NewRequestId(), ticket, (await Submission(ticket))!.Revisions, drawing, "ko"));

    /// <summary>What it may do with the form of a ticket: nothing of it, or all.</summary>
    public async Task<IReadOnlyList<string>> MayAsync(long ticket)
    {
        var reply = await EditForm(new EditFormRequest(ticket, [new("copies", 99, ["3"])]), "ko");
        var signed = await Sign(new SignRequest(Seocho.NewRequestId(), ticket, new Dictionary<string, int> { ["nothing"] = 1 }, null, "ko"));
        return
        [
            .. await Serves(ticket) ? ["serves"] : Array.Empty<string>(),
            .. await Submission(ticket) is not null ? ["read"] : Array.Empty<string>(),
            .. reply.Problem is null || reply.Fields.Count > 0 ? ["write"] : Array.Empty<string>(),
            .. signed.Problem?.Code is null or Contracts.ProblemCodes.FormConflict or Contracts.ProblemCodes.FormInvalid ? ["sign"] : Array.Empty<string>(),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        Screen.Dispose();
    }
}
