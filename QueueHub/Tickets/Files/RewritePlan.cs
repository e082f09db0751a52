namespace QueueHub.Tickets.Files;

/// <summary>When Redis's append-only file is to be rewritten: it holds what was deleted until then. Pure.</summary>
internal static class RewritePlan
{
    /// <summary>How long after closing the last forms are gone: they live 60 seconds on when the visit ended just before.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(90);

    /// <summary>Offices that close one after the other are waited for, so that one rewrite does for all; but not longer than this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>A prepared form that is gone waits for the next closing like the others, but not longer than this: at a weekend none comes.</summary>
    public static readonly TimeSpan LongestGone = TimeSpan.FromHours(12);

    /// <param name="closings">When each office's day was last closed.</param>
    /// <param name="gone">When prepared forms went.</param>
    /// <param name="rewritten">When the last rewrite that succeeded was started.</param>
    public static bool IsDue(IEnumerable<DateTimeOffset> closings, IEnumerable<DateTimeOffset> gone, DateTimeOffset rewritten, DateTimeOffset now)
    {
        var left = closings.Where(closed => closed + Rest > rewritten).ToList();
        return (left.Count > 0 && (left.Max() + Rest <= now || left.Min() + LongestWait <= now))
            || gone.Any(went => went >= rewritten && went + LongestGone <= now);
    }
}
