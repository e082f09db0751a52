using DisplayClient.Panels;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Panels;

/// <summary>A server of one panel that a test switches off and on.</summary>
internal sealed class FakePanelLinks : IPanelLinks
{
    public bool? Paired { get; set; } = true;

    public PanelBoard? Board { get; set; } = SamplePanels.Board(1);

    public SubmissionView? Form { get; set; }

    public bool Serves { get; set; } = true;

    /// <summary>Nothing is answered any more, and nobody has closed anything.</summary>
    public bool Silent { get; set; }

    public int Readings { get; private set; }

    public List<(long Ticket, string? Field)> Said { get; } = [];

    public FakePanelLink? Link { get; private set; }

    public Task<bool?> IsPairedAsync(CancellationToken cancellation) => Answer(Paired);

    public Task<IPanelLink> OpenAsync(CancellationToken cancellation) => Answer<IPanelLink>(Link = new FakePanelLink(this));

    private Task<T> Answer<T>(T answer) => Silent ? new TaskCompletionSource<T>().Task : Task.FromResult(answer);

    internal sealed class FakePanelLink(FakePanelLinks server) : IPanelLink
    {
        private readonly TaskCompletionSource _lost = new();

        public event Action<PanelBoard>? Shown;
        public event Action<long, IReadOnlyDictionary<string, int>>? FormChanged;
        public event Action<long, string?>? OtherAt;
        public event Action? Unpaired;

        public Task Lost => _lost.Task;

        public Task<PanelBoard?> WatchAsync(CancellationToken cancellation) => server.Answer(server.Board);
        public Task<bool> ServesAsync(long ticket) => server.Answer(server.Serves);

        public Task<SubmissionView?> SubmissionAsync(long ticket)
        {
            server.Readings++;
            return server.Answer(server.Form);
        }

        public Task<FormEditReply> EditFormAsync(EditFormRequest request, string language) => server.Answer(new FormEditReply(null, []));
        public Task<CommandReply> SignAsync(SignRequest request) => server.Answer(new CommandReply(null, 1));

        public Task WritingAtAsync(long ticket, string? field)
        {
            server.Said.Add((ticket, field));
            return Task.CompletedTask;
        }

        public void Push(PanelBoard board) => Shown?.Invoke(server.Board = board);
        public void Ring(long ticket) => FormChanged?.Invoke(ticket, new Dictionary<string, int>());
        public void Tell(long ticket, string? field) => OtherAt?.Invoke(ticket, field);
        public void Revoke() => Unpaired?.Invoke();
        public void Drop() => _lost.SetResult();
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
