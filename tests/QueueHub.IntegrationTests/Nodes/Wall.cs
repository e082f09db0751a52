using System.Collections.Concurrent;
using DisplayClient.Boards;
using DisplayClient.Live;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;

namespace QueueHub.IntegrationTests.Nodes;

/// <summary>A lobby display as it hangs on the wall, with the real client's connection and model, that remembers every board it was sent.</summary>
/// <param name="url">Where it connects; null while that node is down.</param>
internal sealed class Wall(Func<Uri?> url) : IBoardLinks, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private BoardModel _model = BoardModel.Empty;
    private Task _running = Task.CompletedTask;

    /// <summary>Every board that was sent, also repeated ones.</summary>
    public ConcurrentBag<Board> Sent { get; } = [];

    /// <summary>What was pushed over each connection, in order.</summary>
    public ConcurrentBag<ConcurrentQueue<Board>> Connections { get; } = [];

    /// <summary>What hangs there now.</summary>
    public Board? Shown => _model.Board;

    public Wall Start()
    {
        var connection = new BoardConnection(this, TimeProvider.System, NullLogger<BoardConnection>.Instance);
        connection.Arrived += board =>
        {
            lock (_gate)
            {
                Sent.Add(board);
                _model = _model.With(board);
            }
        };
        _running = connection.RunAsync(Seocho.Office, _stop.Token);
        return this;
    }

    async Task<IBoardLink> IBoardLinks.OpenAsync(CancellationToken cancellation)
    {
        var pushed = new ConcurrentQueue<Board>();
        Connections.Add(pushed);
        var link = await new HubBoardLinks(url() ?? throw new IOException("The node is down.")).OpenAsync(cancellation);
        link.Shown += pushed.Enqueue;
        return link;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
