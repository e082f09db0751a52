using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;

namespace DisplayClient.Live;

/// <summary>Links over SignalR: WebSockets at once, without negotiation, so that no sticky session is needed and one round trip is saved.</summary>
public sealed class HubBoardLinks(Uri server) : IBoardLinks
{
    /// <inheritdoc/>
    public async Task<IBoardLink> OpenAsync(CancellationToken cancellation)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(server, $"{Routes.DisplayHub}?version={Uri.EscapeDataString(AppVersion.Text)}"), options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions = BoardJson.Default.Options)
            .Build();
        var link = new HubBoardLink(connection);
        try
        {
            await connection.StartAsync(cancellation);
        }
        catch (Exception)
        {
            await link.DisposeAsync();
            throw;
        }
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
            connection.Closed += _ =>
            {
                _lost.TrySetResult();
                return Task.CompletedTask;
            };
        }

        public event Action<Board>? Shown;

        public Task Lost => _lost.Task;

        public Task<Board?> WatchAsync(string office, CancellationToken cancellation) =>
            _connection.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), office, cancellation);

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
