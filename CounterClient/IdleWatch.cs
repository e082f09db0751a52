namespace CounterClient;

/// <summary>How long a session still lives without use. Pure: the clock is the caller's.</summary>
/// <param name="Limit">After so long without a request the server ends the session.</param>
public sealed record IdleWatch(TimeSpan Limit)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How long before the end the clerk is warned; of a short session at most a half.</summary>
    public TimeSpan Warning => Limit / 2 < Longest ? Limit / 2 : Longest;

    /// <summary>Time left after so long without use; null while there is nothing to warn of.</summary>
    public TimeSpan? Left(TimeSpan unused) => Limit <= TimeSpan.Zero || Limit - unused > Warning ? null
        : unused < Limit ? Limit - unused
        : TimeSpan.Zero;
}
