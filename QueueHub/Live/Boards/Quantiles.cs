using QueueHub.Contracts.Boards;

namespace QueueHub.Live.Boards;

/// <summary>From mean and variance to a band that can be said. Pure.</summary>
internal static class Quantiles
{
    // Of the normal distribution: one of ten is above.
    private const double OneOfTen = 1.2816;

    // From here on nobody counts single minutes.
    private const int Long = 10;
    private const int LongStep = 5;

    /// <summary>The band in which eight of ten waits end.</summary>
    /// <param name="mean">Milliseconds.</param>
    /// <param name="variability">Variance over the square of the mean.</param>
    public static WaitBand Band(double mean, double variability)
    {
        var minutes = mean / TimeSpan.MillisecondsPerMinute;
        var low = Math.Floor(Math.Round(minutes * Gamma(variability, -OneOfTen), 3));
        var high = Math.Max(Math.Ceiling(Math.Round(minutes * Gamma(variability, OneOfTen), 3)), low + 1);

        // Each edge by its own length, and outwards: the band never gets narrower, nor an edge smaller when the wait gets longer.
        return new WaitBand(
            (int)(low < Long ? low : Math.Floor(low / LongStep) * LongStep),
            (int)(high <= Long ? high : Math.Ceiling(high / LongStep) * LongStep));
    }

    // A sum of visits is never negative and has a longer tail above: a gamma distribution. Its quantile over its mean, by Wilson and Hilferty (1931).
    private static double Gamma(double variability, double normal)
    {
        var root = 1 - (variability / 9) + (normal * Math.Sqrt(variability) / 3);
        return root <= 0 ? 0 : root * root * root;
    }
}
