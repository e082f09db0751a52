using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Live;

/// <summary>Links over SignalR.</summary>
public sealed class HubBoardLinks(Uri server) : IBoardLinks
{
    /// <inheritdoc/>
    public async Task<IBoardLink> OpenAsync(CancellationToken cancellation)
    {
        var connection = HubLinks.Connection(server, Routes.DisplayHub, BoardJson.Default.Options);
        var link = new HubBoardLink(connection);
        await HubLinks.StartAsync(connection, cancellation);
        return link;
    }

    private sealed class HubBoardLink : IBoardLink
    {
        private readonly HubConnection _connection;
        private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HubBoardLink(HubConnection connection)
        {
            _connection = connection;
            connection.On<Board>(nameof(IDisplayClient.ShowBoard), board => Shown?.Invoke(board));
            connection.On<DisplaySettings>(nameof(IDisplayClient.Settle), settings => Settled?.Invoke(settings));
            connection.Closed += _ =>
            {
                _lost.TrySetResult();
                return Task.CompletedTask;
            };
        }

        public event Action<Board>? Shown;

        public event Action<DisplaySettings>? Settled;

        public Task Lost => _lost.Task;

        public Task<Board?> WatchAsync(string office, CancellationToken cancellation) =>
            _connection.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), office, cancellation);

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
