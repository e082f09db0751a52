using System.Diagnostics;
using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>Finds and runs the programs that private engines consist of.</summary>
internal static class Programs
{
    /// <summary>The search path, then Debian's PostgreSQL folders, which are not on it; newest first.</summary>
    public static IReadOnlyList<string> DefaultFolders { get; } =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
        .. Subfolders("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")),
    ];

    /// <summary>Full path of a program, or null.</summary>
    public static string? Find(string name, IReadOnlyList<string> folders) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end and gives its exit code and all it printed.</summary>
    public static Task<(int Code, string Output)> RunAsync(IEnumerable<string> command, CancellationToken cancellation) =>
        RunAsync(StartInfo([.. command], redirect: true), cancellation);

    /// <inheritdoc cref="RunAsync(IEnumerable{string}, CancellationToken)"/>
    public static async Task<(int Code, string Output)> RunAsync(ProcessStartInfo info, CancellationToken cancellation)
    {
        using var process = Process.Start(info) ?? throw new StartException($"{info.FileName} could not be started.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>
    /// How an engine's program is started: in a neutral folder that any user may enter, and without the hub's environment, which may hold secrets.
    /// </summary>
    public static ProcessStartInfo StartInfo(IReadOnlyList<string> command, bool redirect)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
        };
        var path = info.Environment["PATH"];
        info.Environment.Clear();
        info.Environment["PATH"] = path;
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    private static string[] Subfolders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
}
