using System.Diagnostics;
using System.Globalization;

namespace QueueHub.Bench.Servers;

/// <summary>A server under test: a process of its own, so that its memory and its time are its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }
    public int Id => _process.Id;

    /// <summary>Starts a program that writes a line with its address as soon as it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        var process = Process.Start(info)!;
        var output = new List<string>();
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(listens.Task, process.WaitForExitAsync(), Task.Delay(Patience));
        return listens.Task.IsCompleted
            ? new ServerProcess(process, await listens.Task)
            : throw new InvalidOperationException($"{program} did not start: {string.Join('\n', output)}");

        void Hear(string? line)
        {
            if (line is null)
            {
                return;
            }

            output.Add(line);
            if (line.Contains("running at http", StringComparison.Ordinal))
            {
                listens.TrySetResult(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Split(' ')[0]));
            }
        }
    }

    /// <summary>Resident memory, in bytes.</summary>
    public long Memory() => File.ReadLines($"/proc/{Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
        .Single();

    /// <summary>Processor time so far.</summary>
    public TimeSpan Time()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(15)));
            if (!_process.HasExited)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }
}
