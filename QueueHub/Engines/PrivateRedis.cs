using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using QueueHub.Platform;
using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>
/// This hub's own Redis: on a Unix socket only, every write on disk before it is acknowledged. A lock that the process itself holds keeps a
/// second one off the same data: Redis does not look for one, and two of them would overwrite each other's file in silence.
/// </summary>
internal sealed class PrivateRedis(EngineProcess process, string socket, ILogger logger) : IPrivateEngine
{
    private const string Program = "redis-server";
    private const long LeastMemory = 256 * 1024 * 1024;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    public EngineProcess Process => process;

    /// <summary>How to reach it.</summary>
    public ConfigurationOptions Configuration => Options(socket);

    /// <summary>Takes over the Redis of a killed hub, or starts one; returns when it answers.</summary>
    public static async Task<PrivateRedis> StartAsync(EngineOptions options, DataFolder folder, ILogger logger, CancellationToken cancellation)
    {
        var program = Programs.Find(Program, options.ProgramFolders) ?? throw new StartException(
            "redis-server is not installed: install it (Debian and Ubuntu: apt install redis-server), or name a Redis in ConnectionStrings__Redis.");
        var user = EngineUser.For("redis");
        var data = Path.Combine(folder.Path, "redis");
        var sockets = Path.Combine(folder.Sockets, "redis");
        await user.OwnFolderAsync(data, cancellation);
        await user.OwnFolderAsync(sockets, cancellation);

        var lockFile = Path.Combine(folder.Path, "redis.lock");
        var socket = Path.Combine(sockets, "redis.sock");
        var pidFile = Path.Combine(data, "redis.pid");
        if (FileLock.IsHeld(lockFile))
        {
            var left = await TakeOverAsync(data, socket, pidFile, options.TakeOverLimit, cancellation);
            logger.LogInformation("Took over Redis, process {Id}, from a hub that was killed.", left.Id);
            return new PrivateRedis(left, socket, logger);
        }

        var log = folder.Log("redis");
        var process = await EngineProcess.StartAsync(
            ["flock", "--nonblock", "--no-fork", lockFile, .. user.Run([program, .. Arguments(options, data, socket, pidFile)], options.DieWithHub)],
            log,
            options.DieWithHub);
        var redis = new PrivateRedis(process, socket, logger);
        try
        {
            await AnswersAsync(process, data, socket, log, cancellation);
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }

        logger.LogInformation("Started Redis, process {Id}.", process.Id);
        return redis;
    }

    public async ValueTask DisposeAsync() => await process.StopAsync(EngineSignal.Terminate, logger);

    private static IEnumerable<string> Arguments(EngineOptions options, string data, string socket, string pidFile) =>
    [
        "--port", "0",
        "--unixsocket", socket,
        "--unixsocketperm", "700",
        "--dir", data,
        "--pidfile", pidFile,
        "--daemonize", "no",
        "--protected-mode", "yes",
        "--appendonly", "yes",
        "--appendfsync", options.Durable ? "always" : "no",
        "--save", "",
        "--maxmemory", MaxMemory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes).ToString(CultureInfo.InvariantCulture),
        "--maxmemory-policy", "noeviction",
    ];

    /// <summary>
    /// Half of what this machine or container has: a full Redis then refuses commands and is not killed by the kernel, and there is room for the others and for
    /// its own copy while it rewrites its file.
    /// </summary>
    internal static long MaxMemory(long available) => Math.Max(available / 2, LeastMemory);

    private static async Task AnswersAsync(EngineProcess process, string data, string socket, string log, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (await ProcessServingAsync(socket, data, cancellation) != process.Id)
        {
            if (!process.IsRunning || Stopwatch.GetElapsedTime(began) > StartLimit)
            {
                throw new StartException($"Redis did not start. Its last words:\n{LogTail.Of(log)}");
            }

            await Task.Delay(20, cancellation);
        }
    }

    private static async Task<EngineProcess> TakeOverAsync(
        string data, string socket, string pidFile, TimeSpan limit, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await ReadPidAsync(pidFile, cancellation) is { } id
                && EngineProcess.Find(id, Program, socket) is { } left
                && await ProcessServingAsync(socket, data, cancellation) == id)
            {
                return left;
            }

            if (Stopwatch.GetElapsedTime(began) > limit)
            {
                throw new StartException($"A Redis of an earlier hub still holds {data} but does not answer: end it, then start again.");
            }

            await Task.Delay(20, cancellation);
        }
    }

    /// <summary>The process that answers on the socket and keeps this data folder, once it has read its files; else null.</summary>
    private static async Task<int?> ProcessServingAsync(string socket, string data, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!File.Exists(socket))
        {
            return null;
        }

        try
        {
            var options = RedisClient.Prudent(Options(socket), AnswerLimit);
            options.AbortOnConnectFail = true;
            options.AllowAdmin = true;
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
            var server = connection.GetServers()[0];
            await server.PingAsync();
            var folder = (await server.ConfigGetAsync("dir"))[0].Value;
            var id = (await server.InfoAsync("server"))[0].First(entry => entry.Key == "process_id").Value;
            return folder == data ? int.Parse(id, CultureInfo.InvariantCulture) : null;
        }
        catch (RedisException)
        {
            return null;
        }
    }

    private static async Task<int?> ReadPidAsync(string path, CancellationToken cancellation) =>
        File.Exists(path) && int.TryParse(await File.ReadAllTextAsync(path, cancellation), CultureInfo.InvariantCulture, out var id) ? id : null;

    private static ConfigurationOptions Options(string socket) => new() { EndPoints = { new UnixDomainSocketEndPoint(socket) } };
}
