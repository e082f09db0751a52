using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>
/// A running engine, started by this hub or left by one that was killed. The start time is part of its identity:
/// the number of a process that has ended may be given to another one, which must never be signalled in its place.
/// </summary>
internal sealed class EngineProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _startedAt;

    private EngineProcess(int id, string startedAt)
    {
        Id = id;
        _startedAt = startedAt;
    }

    public int Id { get; }

    public bool IsRunning => StartTime(Id) == _startedAt;

    /// <summary>The process with this number, if it runs the program and its command line names <paramref name="path"/>.</summary>
    public static EngineProcess? Find(int id, string program, string path)
    {
        try
        {
            var command = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/cmdline"));
            var runs = Path.GetFileName(command.Split('\0', ' ')[0]) == program && command.Contains(path, StringComparison.Ordinal);
            return runs && StartTime(id) is { } startedAt ? new EngineProcess(id, startedAt) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Starts a program in a session of its own, so that Ctrl-C on the hub's terminal reaches the hub alone. Its output goes to a file and not
    /// through a pipe, because it may outlive this hub.
    /// </summary>
    public static async Task<EngineProcess> StartAsync(IEnumerable<string> command, string log, bool dieWithHub)
    {
        if (File.Exists(log))
        {
            File.Move(log, log + ".previous", overwrite: true);
        }

        const string intoLog = "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1";
        var info = Programs.StartInfo(["setsid", "sh", "-c", intoLog, "sh", log, .. command], redirect: false);
        var process = dieWithHub ? await StartOnLastingThreadAsync(info) : Process.Start(info);
        return process is null
            ? throw new StartException($"{info.FileName} could not be started.")
            : new EngineProcess(process.Id, StartTime(process.Id) ?? "");
    }

    /// <summary>Asks the engine to end, and kills it when it has not within some seconds.</summary>
    public async Task StopAsync(EngineSignal ask, ILogger logger)
    {
        Send(ask);
        var began = Stopwatch.GetTimestamp();
        while (IsRunning)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                logger.LogWarning("Process {Id} did not end when asked and is killed.", Id);
                Send(EngineSignal.Kill);
                return;
            }

            await Task.Delay(20);
        }
    }

    private void Send(EngineSignal signal)
    {
        if (IsRunning)
        {
            _ = Kill(Id, (int)signal);
        }
    }

    // The kernel's death signal (setpriv --pdeathsig) follows the thread that started the child: one of the pool may end long before the process.
    private static Task<Process?> StartOnLastingThreadAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var process = Process.Start(info);
                started.SetResult(process);
                process?.WaitForExit();
            }
            catch (System.ComponentModel.Win32Exception error)
            {
                started.SetException(error);
            }
        })
        { IsBackground = true, Name = "engine" }.Start();
        return started.Task;
    }

    /// <summary>Start time in clock ticks since boot; null when the process has ended.</summary>
    private static string? StartTime(int id)
    {
        try
        {
            // Fields 3 and 22 of proc(5); field 2, the name in brackets, may itself hold blanks.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int pid, int signal);
}

/// <summary>Signals by their numbers on Linux.</summary>
internal enum EngineSignal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}
