using DisplayClient.Live;
using DisplayClient.Pairing;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Panels;

/// <summary>Links over SignalR.</summary>
public sealed class HubPanelLinks(IPairingApi pairing, HttpClient http) : IPanelLinks
{
    /// <inheritdoc/>
    public async Task<bool?> IsPairedAsync(CancellationToken cancellation) =>
        await pairing.StandingAsync(ScreenKind.Panel, cancellation) is { Known: true } standing ? standing.Place is not null : null;

    /// <inheritdoc/>
    public async Task<IPanelLink> OpenAsync(CancellationToken cancellation)
    {
        var connection = HubLinks.Connection(http.BaseAddress!, Routes.PanelHub, PanelJson.Default.Options);
        var link = new HubPanelLink(connection);
        await HubLinks.StartAsync(connection, cancellation);
        return link;
    }

    private sealed class HubPanelLink : IPanelLink
    {
        private readonly HubConnection _connection;
        private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HubPanelLink(HubConnection connection)
        {
            _connection = connection;
            connection.On<PanelBoard>(nameof(IPanelClient.ShowPanel), board => Shown?.Invoke(board));
            connection.On<long, IReadOnlyDictionary<string, int>>(nameof(IPanelClient.FormChanged), (ticket, fields) => FormChanged?.Invoke(ticket, fields));
            connection.On<long, string?>(nameof(IPanelClient.OtherAt), (ticket, field) => OtherAt?.Invoke(ticket, field));
            connection.On(nameof(IPanelClient.Unpaired), () => Unpaired?.Invoke());
            connection.Closed += _ =>
            {
                _lost.TrySetResult();
                return Task.CompletedTask;
            };
        }

        public event Action<PanelBoard>? Shown;
        public event Action<long, IReadOnlyDictionary<string, int>>? FormChanged;
        public event Action<long, string?>? OtherAt;
        public event Action? Unpaired;

        public Task Lost => _lost.Task;

        public Task<PanelBoard?> WatchAsync(CancellationToken cancellation) => _connection.InvokeAsync<PanelBoard?>(nameof(IPanelHub.Watch), cancellation);
        public Task<bool> ServesAsync(long ticket) => _connection.InvokeAsync<bool>(nameof(IPanelHub.Serves), ticket);
        public Task<SubmissionView?> SubmissionAsync(long ticket) => _connection.InvokeAsync<SubmissionView?>(nameof(IPanelHub.Submission), ticket);
        public Task<FormEditReply> EditFormAsync(EditFormRequest request, string language) =>
            _connection.InvokeAsync<FormEditReply>(nameof(IPanelHub.EditForm), request, language);
        public Task<CommandReply> SignAsync(SignRequest request) => _connection.InvokeAsync<CommandReply>(nameof(IPanelHub.Sign), request);
        public Task WritingAtAsync(long ticket, string? field) => _connection.SendAsync(nameof(IPanelHub.WritingAt), ticket, field);
        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
