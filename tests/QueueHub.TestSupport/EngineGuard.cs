using System.Diagnostics;

namespace QueueHub.TestSupport;

/// <summary>
/// Kills a hub and its engines when it is disposed, or when the test host dies: a watcher outside waits for the end of its input.
/// For tests that kill a hub on purpose, whose engines are meant to live on.
/// </summary>
internal sealed class EngineGuard : IAsyncDisposable
{
    private const string Watch = """
        cat >/dev/null
        sockets=$(sed -n 5p "$1/postgres/data/postmaster.pid" 2>/dev/null)
        for pid in "$2" $(head -qn1 "$1/redis/redis.pid" "$1/postgres/data/postmaster.pid" 2>/dev/null); do
          grep -qaE 'QueueHub.dll|redis-server|postgres' "/proc/$pid/cmdline" 2>/dev/null && kill -KILL "$pid"
        done
        case $sockets in */queuehub-*/postgres) rm -rf "${sockets%/postgres}" ;; esac
        """;

    private readonly Process _watcher;

    public EngineGuard(string dataFolder, int hub) =>
        _watcher = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", Watch, "sh", dataFolder, $"{hub}"]) { RedirectStandardInput = true })!;

    /// <summary>Guards no longer.</summary>
    public async ValueTask StandDownAsync()
    {
        _watcher.Kill(entireProcessTree: true);
        await _watcher.WaitForExitAsync();
        _watcher.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _watcher.StandardInput.Close();
        await _watcher.WaitForExitAsync();
        _watcher.Dispose();
    }
}
