namespace DisplayClient.Live;

/// <summary>Pause before the next attempt to connect.</summary>
public static class Backoff
{
    /// <summary>Never shorter: a server that refuses at once is not hammered.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    /// <summary>Never longer: an unattended screen must be back soon after the server is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A random pause whose ceiling doubles with every failure: the screens of a district do not come back in the same moment.
    /// </summary>
    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="random">Uniform in [0, 1).</param>
    public static TimeSpan Pause(int failures, double random)
    {
        var ceiling = Math.Min(Longest.TotalSeconds, Shortest.TotalSeconds * Math.Pow(2, Math.Min(failures, 10)));
        return Shortest + TimeSpan.FromSeconds((ceiling - Shortest.TotalSeconds) * random);
    }
}
