using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace QueueHub.Bench;

/// <summary>Where and of what the figures are.</summary>
internal static class Machine
{
    public static string Describe(string root)
    {
        var processor = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1];
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, commit {Says("git", "-C", root, "rev-parse", "--short", "HEAD")}, {Environment.ProcessorCount} cores of {processor}, {memory:F0} GiB, "
            + $"{RuntimeInformation.FrameworkDescription}, Redis {Says("redis-server", "--version").Split(' ')[2][2..]}, Node {Says("node", "--version")}");
    }

    private static string Says(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}
