using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using StackExchange.Redis;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>A Redis that a test may configure, stop and kill without disturbing the shared one.</summary>
public sealed class OwnRedis : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestFolder _folder = new();
    private readonly string[] _arguments;
    private Process _process;

    private OwnRedis(string[] arguments)
    {
        _arguments = arguments;
        _process = Run();
    }

    /// <summary>A connection for looking at it and for commands of administration.</summary>
    public IConnectionMultiplexer Connection { get; private set; } = null!;

    /// <summary>How a hub is told to use it.</summary>
    public string ConnectionString => new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(Socket) } }.ToString();

    public string DataFolder => _folder.Path;

    /// <summary>Where it listens.</summary>
    public string Socket => _folder["redis.sock"];

    private string Files => _folder["appendonlydir"];

    /// <summary>Starts it with the arguments of a <c>redis-server</c>; returns when it listens.</summary>
    public static async Task<OwnRedis> StartAsync(params string[] arguments)
    {
        var redis = new OwnRedis(arguments);
        await redis.ListensAsync();
        redis.Connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { new UnixDomainSocketEndPoint(redis.Socket) },
            AbortOnConnectFail = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            AsyncTimeout = (int)Patience.TotalMilliseconds,
            SyncTimeout = (int)Patience.TotalMilliseconds,
            AllowAdmin = true,
        });
        return redis;
    }

    /// <summary>Runs one command.</summary>
    public Task ExecuteAsync(string command, params object[] arguments) => Connection.GetDatabase().ExecuteAsync(command, arguments);

    /// <summary>Stands still: connections stay, nothing answers.</summary>
    public void Freeze() => Signal(19);

    /// <summary>Goes on after <see cref="Freeze"/>.</summary>
    public void Thaw() => Signal(18);

    /// <summary>Dies as by SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Keeps what is on disk now; the result puts it back in place of what is there then.</summary>
    public Action KeepFiles()
    {
        var kept = Directory.GetFiles(Files).ToDictionary(file => file, File.ReadAllBytes);
        return () =>
        {
            LoseFiles();
            Directory.CreateDirectory(Files);
            foreach (var (file, content) in kept)
            {
                File.WriteAllBytes(file, content);
            }
        };
    }

    /// <summary>Nothing is left on disk.</summary>
    public void LoseFiles() => Directory.Delete(Files, recursive: true);

    /// <summary>Starts again after <see cref="KillAsync"/>, with what is on disk; returns when it listens.</summary>
    public async Task RestartAsync()
    {
        _process.Dispose();
        File.Delete(Socket);
        _process = Run();
        await ListensAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await KillAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private Process Run() => Process.Start(new ProcessStartInfo(
        "redis-server",
        ["--port", "0", "--unixsocket", Socket, "--dir", _folder.Path, "--save", "", "--logfile", _folder["log"], .. _arguments]))!;

    private Task ListensAsync() => Eventually.TrueAsync(() => File.Exists(Socket), "Redis listens");

    private void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int pid, int signal);
}
