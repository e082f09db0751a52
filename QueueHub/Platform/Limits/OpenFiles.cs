using System.Globalization;

namespace QueueHub.Platform.Limits;

/// <summary>
/// How many files and connections the system lets this process have. A server that accepts more runs out of them everywhere: Redis and Postgres cannot be
/// reached again, and accepting fails in a loop.
/// </summary>
internal static class OpenFiles
{
    /// <summary>Kept for engines, libraries and files.</summary>
    private const int Reserve = 500;

    /// <summary>Connections that may be accepted, at most <paramref name="wanted"/>.</summary>
    public static int Connections(int wanted) => Connections(wanted, File.ReadLines("/proc/self/limits"));

    /// <param name="limits">Lines of proc(5) <c>limits</c>; the runtime raises the soft limit to the hard one when it starts.</param>
    internal static int Connections(int wanted, IEnumerable<string> limits)
    {
        const string name = "Max open files";
        var soft = limits.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return int.TryParse(soft, CultureInfo.InvariantCulture, out var files) ? Math.Clamp(files - Reserve, 1, wanted) : wanted;
    }
}
