namespace Simulator.Plan;

/// <summary>Randomness that is the same for the same name: each office, day and citizen draws from its own, so that none disturbs another.</summary>
internal sealed class Chance
{
    private readonly Random _random;

    public Chance(int seed, params ReadOnlySpan<string> name) => _random = new Random(Hash(seed, name));

    /// <summary>True in <paramref name="share"/> of all cases.</summary>
    public bool In(double share) => _random.NextDouble() < share;

    /// <summary>From 0 to below 1.</summary>
    public double Part() => _random.NextDouble();

    public int Below(int end) => _random.Next(end);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * _random.NextDouble());

    public string Hex(int digits) => string.Create(digits, _random, static (text, random) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = "0123456789abcdef"[random.Next(16)];
        }
    });

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>How many of something that happens <paramref name="mean"/> times on average.</summary>
    public int Count(double mean) => Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));

    // FNV-1a: string.GetHashCode differs from one process to the next.
    private static int Hash(int seed, ReadOnlySpan<string> name)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var part in name)
        {
            foreach (var letter in part)
            {
                hash = (hash ^ letter) * 16777619u;
            }

            hash = (hash ^ '/') * 16777619u;
        }

        return (int)hash;
    }
}
