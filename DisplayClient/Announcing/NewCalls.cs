using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>
/// Tells new calls from known ones, so that each is announced once and in order, whatever boards were dropped, repeated or replaced on the way.
/// Give it only boards that <see cref="Boards.BoardModel"/> has accepted.
/// </summary>
public sealed class NewCalls
{
    /// <summary>A display that has just been switched on for the first time announces only what was called this moment.</summary>
    public static readonly TimeSpan WindowAtStart = TimeSpan.FromSeconds(5);

    /// <summary>Age up to which a call that still stands is announced, though it was missed during a loss of the network or of power.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The same of a call that has ended meanwhile.</summary>
    public static readonly TimeSpan WindowOfEnded = TimeSpan.FromSeconds(20);

    /// <summary>More than can be called within the window.</summary>
    public const int Remembered = 300;

    private readonly Queue<HeardCall> _known = new();
    private bool _remembers;
    private string? _epoch;
    private long _last;

    /// <summary>What was announced before this program began: what is not among it has been missed.</summary>
    public void Remember(IEnumerable<HeardCall> heard)
    {
        _remembers = true;
        foreach (var call in heard)
        {
            IsNew(call);
        }
    }

    /// <summary>The calls of this board that are to be announced now, oldest first. Also those that no longer stand: their citizens may not have heard.</summary>
    public IReadOnlyList<BoardCall> In(Board board)
    {
        var (standing, ended) = _epoch is null && !_remembers ? (WindowAtStart, WindowAtStart) : (Window, WindowOfEnded);
        if (_epoch != board.Epoch)
        {
            // A rebuilt office carries its standing calls into the new epoch: _known keeps them from being announced again.
            _epoch = board.Epoch;
            _last = 0;
        }
        var stand = board.Calls.Select(call => call.Id).ToHashSet();
        var unseen = board.Calls.Concat(board.Recent).Where(call => call.Id > _last).OrderBy(call => call.Id).ToList();
        _last = unseen is [.., var newest] ? newest.Id : _last;
        return
        [
            .. unseen.Where(call => IsNew(new HeardCall(call.Id, call.Number, call.Counter))
                && board.At - call.At <= (stand.Contains(call.Id) ? standing : ended)),
        ];
    }

    private bool IsNew(HeardCall call)
    {
        if (_known.Contains(call))
        {
            return false;
        }
        _known.Enqueue(call);
        if (_known.Count > Remembered)
        {
            _known.Dequeue();
        }
        return true;
    }
}
