namespace DisplayClient.Panels;

/// <summary>
/// For how long a form may be shown: so long after the server was asked whether its ticket is still served here, and said yes. It is counted from the question,
/// for the answer was true at the earliest then. On a connection that is lost, or so slow that nobody can know, it runs out by itself.
/// </summary>
/// <param name="Until">By the panel's own clock, which only counts.</param>
public readonly record struct Lease(TimeSpan Until)
{
    /// <summary>With the way of a question and the time until it is asked again, less than the second within which a panel must be blank.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(900);

    /// <summary>Time between two questions.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>None.</summary>
    public static readonly Lease Over = new(TimeSpan.Zero);

    /// <summary>The server said yes to a question of this moment.</summary>
    public static Lease From(TimeSpan asked) => new(asked + Length);

    /// <summary>What is left of it; zero when it is over.</summary>
    public TimeSpan Left(TimeSpan now) => Until > now ? Until - now : TimeSpan.Zero;
}
