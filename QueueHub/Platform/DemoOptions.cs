using System.Globalization;

namespace QueueHub.Platform;

/// <summary>The simulated people that <c>--demo</c> brings.</summary>
/// <param name="Speed">Simulated seconds in one real second.</param>
/// <param name="Seed">Decides who comes.</param>
public sealed record DemoOptions(double Speed, int Seed)
{
    private const double UsualSpeed = 15;
    private const int UsualSeed = 1;

    /// <summary>Reads the demo's part of the command line; null when there is to be none.</summary>
    /// <exception cref="StartException">A value cannot be used, or is given without a demo.</exception>
    internal static DemoOptions? Parse(bool wanted, string? speed, string? seed)
    {
        if (!wanted)
        {
            return (speed ?? seed) is null ? null : throw new StartException("--speed and --seed need --demo.");
        }

        var parsedSpeed = UsualSpeed;
        if (speed is not null
            && !(double.TryParse(speed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out parsedSpeed) && parsedSpeed is >= 0.1 and <= 1000))
        {
            throw new StartException($"'{speed}' is not a speed: it must be a number from 0.1 to 1000.");
        }

        var parsedSeed = UsualSeed;
        return seed is null || int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out parsedSeed)
            ? new DemoOptions(parsedSpeed, parsedSeed)
            : throw new StartException($"'{seed}' is not a seed: it must be a whole number from 0 to {int.MaxValue}.");
    }
}
