using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>
/// Calls that wait to be announced, in their order, and how much time there is for the one before them. Times are counted from any moment.
/// </summary>
public sealed class CallQueue
{
    /// <summary>Each call is to begin within this time.</summary>
    public static readonly TimeSpan InTime = TimeSpan.FromSeconds(15);

    /// <summary>What a call takes at least, the pause after it included.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);

    /// <summary>More than an office can have counters, each with one call that stands.</summary>
    public const int Most = 300;

    private readonly List<(BoardCall Call, TimeSpan Since)> _waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>A recall that comes before the call itself was made takes its place: said once, no later than the first would have been.</summary>
    public void Add(BoardCall call, TimeSpan now)
    {
        var same = _waiting.FindIndex(waiting => (waiting.Call.Number, waiting.Call.Counter) == (call.Number, call.Counter));
        if (same >= 0)
        {
            _waiting[same] = (call, _waiting[same].Since);
            return;
        }
        if (_waiting.Count == Most)
        {
            _waiting.RemoveAt(0);
        }
        _waiting.Add((call, now));
    }

    /// <summary>The next one that is still worth it; null when there is none.</summary>
    public BoardCall? Take(Predicate<BoardCall> worth)
    {
        // Also those further behind: nobody is to be brief for their sake.
        _waiting.RemoveAll(waiting => !worth(waiting.Call));
        if (_waiting is not [var (call, _), ..])
        {
            return null;
        }
        _waiting.RemoveAt(0);
        return call;
    }

    /// <summary>True when all who wait can still begin in time, though something that takes so long comes before them.</summary>
    /// <param name="cameAfter">Only those who came after this are asked; null: all.</param>
    public bool Allows(TimeSpan length, TimeSpan now, TimeSpan? cameAfter = null)
    {
        for (var i = 0; i < _waiting.Count; i++)
        {
            if (!(_waiting[i].Since <= cameAfter) && now + length + (i * Shortest) > _waiting[i].Since + InTime)
            {
                return false;
            }
        }
        return true;
    }
}
