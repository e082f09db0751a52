namespace DisplayClient.Panels;

/// <summary>
/// For how long a form may be shown: so long after the server was asked whether its ticket is still served here, and said yes. It is counted from the question,
/// for the answer was true at the earliest then. On a connection that is lost, or so slow that nobody can know, it runs out by itself.
/// </summary>
/// <param name="Until">By the panel's own clock, which only counts.</param>
public readonly record struct Lease(TimeSpan Until)
{
    /// <summary>Time between two questions: one may stay without an answer before the shortest lease is over.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>None.</summary>
    public static readonly Lease Over = new(TimeSpan.Zero);

    /// <summary>The server said yes to a question of this moment.</summary>
    /// <param name="length">As the server wants it: see <see cref="QueueHub.Contracts.Boards.PanelBoard.LeaseMilliseconds"/>.</param>
    public static Lease From(TimeSpan asked, TimeSpan length) => new(asked + length);

    /// <summary>What is left of it; zero when it is over.</summary>
    public TimeSpan Left(TimeSpan now) => Until > now ? Until - now : TimeSpan.Zero;
}
