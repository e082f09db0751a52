namespace QueueHub.Notify;

/// <summary>How long to wait before a notice is tried again: twice as long each time, and not all at once after an outage. Pure.</summary>
internal static class Retry
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="tries">How often it was tried.</param>
    /// <param name="wish">Not sooner, when the other side has said so.</param>
    /// <param name="luck">From 0 to 1.</param>
    public static TimeSpan After(int tries, TimeSpan? wish, double luck)
    {
        var ceiling = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(tries - 1, 30)));
        var own = TimeSpan.FromMilliseconds(ceiling * (0.5 + (luck / 2)));
        return wish > own ? wish.Value : own;
    }
}
