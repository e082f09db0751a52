using DisplayClient.Live;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;

namespace QueueHub.UnitTests.Display;

/// <summary>A server that a test switches off and on.</summary>
internal sealed class FakeLinks : IBoardLinks
{
    /// <summary>What a display that asks is told; null for an unknown office.</summary>
    public Func<Board?> Answer { get; set; } = () => null;

    /// <summary>False: connections are refused.</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>True: neither connections nor questions are answered, as behind a cable that is pulled out.</summary>
    public bool Silent { get; set; }

    public int Attempts { get; private set; }

    public List<FakeLink> Opened { get; } = [];

    public async Task<IBoardLink> OpenAsync(CancellationToken cancellation)
    {
        Attempts++;
        if (Silent)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        if (!Reachable)
        {
            throw new IOException("refused");
        }
        var link = new FakeLink(this);
        Opened.Add(link);
        return link;
    }

    internal sealed class FakeLink(FakeLinks server) : IBoardLink
    {
        private readonly TaskCompletionSource _lost = new();

        public event Action<Board>? Shown;

        public event Action<DisplaySettings>? Settled;

        public Task Lost => _lost.Task;

        public bool Disposed { get; private set; }

        /// <summary>Nothing is answered over this one, and nobody has closed it.</summary>
        public bool Dead { get; set; }

        public Task<Board?> WatchAsync(string office, CancellationToken cancellation) =>
            server.Silent || Dead ? new TaskCompletionSource<Board?>().Task : Task.FromResult(server.Answer());

        public void Settle(DisplaySettings settings) => Settled?.Invoke(settings);

        public void Push(Board board) => Shown?.Invoke(board);

        public void Drop() => _lost.SetResult();

        public ValueTask DisposeAsync()
        {
            Disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
