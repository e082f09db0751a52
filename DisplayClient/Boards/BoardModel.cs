using QueueHub.Contracts.Boards;

namespace DisplayClient.Boards;

/// <summary>The board as this display knows it: a fold of the boards that arrive, in whatever order they do.</summary>
/// <param name="Board">The newest one; null before the first.</param>
/// <param name="FreshAt">Server time at which the state shown was last known to be true; null while unknown.</param>
public sealed record BoardModel(Board? Board, DateTimeOffset? FreshAt)
{
    /// <summary>Before the first board.</summary>
    public static readonly BoardModel Empty = new(null, null);

    /// <summary>The model after a board has arrived: itself when that one is older than what it holds.</summary>
    public BoardModel With(Board board) => Supersedes(board)
        ? new BoardModel(board, board.Stale ? FreshAt : board.At)
        : this;

    /// <summary>Within an epoch the version decides; one version may be sent again with a later time, or another <see cref="Board.Stale"/>.</summary>
    private bool Supersedes(Board board) =>
        Board is null || board.Epoch != Board.Epoch || board.Version > Board.Version || (board.Version == Board.Version && board.At >= Board.At);
}
