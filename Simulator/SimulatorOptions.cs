using System.Globalization;

namespace Simulator;

/// <summary>The simulator's command line.</summary>
internal sealed record SimulatorOptions(Uri Hub, double Speed, int Seed, string? Certificate)
{
    public const string Usage = """
        Simulator --hub <address> [--speed <number>] [--seed <number>]
          Lets simulated citizens and clerks work at every office of a hub, through its public API, until its input ends.
          --hub <address>    the hub, such as http://localhost:8080
          --speed <number>   simulated seconds in one real second (15)
          --seed <number>    another seed, other citizens (1)
          --certificate <x>  SHA-256 of the hub's certificate, when it is for another name than the address
          Its first line of input is the password of the accounts demo-<office>, which a hub started with --demo makes.
        """;

    public const double UsualSpeed = 15;
    public const int UsualSeed = 1;

    /// <summary>Reads the command line; null when it cannot be understood.</summary>
    public static SimulatorOptions? Parse(IReadOnlyList<string> args)
    {
        Uri? hub = null;
        var speed = UsualSpeed;
        var seed = UsualSeed;
        string? certificate = null;
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            var understood = args[i] switch
            {
                "--hub" => Uri.TryCreate(args[i + 1], UriKind.Absolute, out hub),
                "--speed" => double.TryParse(args[i + 1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out speed) && speed is >= 0.1 and <= 1000,
                "--seed" => int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out seed),
                "--certificate" => (certificate = args[i + 1]).Length > 0,
                _ => false,
            };
            if (!understood)
            {
                return null;
            }
        }

        return hub is null || args.Count % 2 == 1 ? null : new SimulatorOptions(hub, speed, seed, certificate);
    }
}
