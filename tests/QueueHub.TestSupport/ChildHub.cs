using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace QueueHub.TestSupport;

/// <summary>The hub as a person runs it: a process of its own, in its own process group as on a terminal, with its own private engines.</summary>
public sealed partial class ChildHub : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly EngineGuard _guard;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource<Uri> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private ChildHub(Process process, string dataFolder)
    {
        _process = process;
        _guard = new EngineGuard(dataFolder, process.Id);
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    public int Id => _process.Id;

    /// <summary>All it has printed so far.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Starts it on a free port, unless <paramref name="arguments"/> say otherwise; does not wait.</summary>
    public static ChildHub Start(string dataFolder, params IEnumerable<string> arguments)
    {
        var hub = Path.Combine(AppContext.BaseDirectory, "QueueHub.dll");
        var info = new ProcessStartInfo("setsid", ["dotnet", hub, "--port=0", $"--data={dataFolder}", "--always-open", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        return new ChildHub(Process.Start(info)!, dataFolder);
    }

    /// <summary>Its own address, once it listens.</summary>
    public async Task<Uri> ListensAsync()
    {
        var first = await Task.WhenAny(_url.Task, _process.WaitForExitAsync(), Task.Delay(StartLimit));
        return first == _url.Task
            ? await _url.Task
            : throw new InvalidOperationException($"The hub did not start: {Output}{(_process.HasExited ? await _errors : "")}");
    }

    /// <summary>What one of the demo staff types to sign in, as the banner of the node that made them says.</summary>
    public static string Password(string name, string banner) => banner.Split('\n')
        .Select(line => line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .First(words => words.Length > 1 && words[0] == name)[1];

    /// <summary>Sends a signal (its name without SIG) to the hub's whole process group, as a terminal does.</summary>
    public async Task SignalGroupAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", string.Create(CultureInfo.InvariantCulture, $"-{Id}")]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end; gives the exit code and what it printed as errors.</summary>
    public async Task<(int Code, string Errors)> EndsAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StartLimit);
        return (_process.ExitCode, await _errors);
    }

    /// <summary>Lets go of a hub that was killed; its engines stay, for the next hub on the same data.</summary>
    public async ValueTask ForgetAsync()
    {
        await _process.WaitForExitAsync();
        await _guard.StandDownAsync();
        await _reading;
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalGroupAsync("KILL");
            await _process.WaitForExitAsync();
        }

        await _guard.DisposeAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        Uri? url = null;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Output += line + "\n";
            if (url is not null)
            {
                // Behind a balancer the first line names that one, the next one this process.
                _url.TrySetResult(Listens().Match(line) is { Success: true } own ? new Uri($"http://localhost:{own.Groups[1].Value}/") : url);
            }

            url ??= Running().Match(line) is { Success: true } running ? new Uri(running.Groups[1].Value) : null;
        }
    }

    [GeneratedRegex("^QueueHub is running at (http\\S+)")]
    private static partial Regex Running();

    [GeneratedRegex("^  This node listens on port (\\d+)")]
    private static partial Regex Listens();
}
