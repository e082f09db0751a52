using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>
/// Tells new calls from known ones, so that each is announced once and in order, whatever boards were dropped, repeated or replaced on the way.
/// Give it only boards that <see cref="Boards.BoardModel"/> has accepted.
/// </summary>
public sealed class NewCalls
{
    /// <summary>A display that has just been switched on announces only what was called this moment.</summary>
    public static readonly TimeSpan WindowAtStart = TimeSpan.FromSeconds(5);

    /// <summary>Age up to which a call missed during a loss of the network is still announced.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    /// <summary>More than can be called within the window.</summary>
    private const int Remembered = 100;

    private readonly Queue<(long Id, int Number, string Counter)> _known = new();
    private string? _epoch;
    private long _last;

    /// <summary>The calls of this board that are to be announced now, oldest first. Also those that no longer stand: their citizens may not have heard.</summary>
    public IReadOnlyList<BoardCall> In(Board board)
    {
        var window = _epoch is null ? WindowAtStart : Window;
        if (_epoch != board.Epoch)
        {
            // A rebuilt office carries its standing calls into the new epoch: _known keeps them from being announced again.
            _epoch = board.Epoch;
            _last = 0;
        }
        var unseen = board.Calls.Concat(board.Recent).Where(call => call.Id > _last).OrderBy(call => call.Id).ToList();
        _last = unseen is [.., var newest] ? newest.Id : _last;
        return [.. unseen.Where(call => Remember(call) && board.At - call.At <= window)];
    }

    private bool Remember(BoardCall call)
    {
        var key = (call.Id, call.Number, call.Counter);
        if (_known.Contains(key))
        {
            return false;
        }
        _known.Enqueue(key);
        if (_known.Count > Remembered)
        {
            _known.Dequeue();
        }
        return true;
    }
}
