using QueueHub.Live;
using QueueHub.Platform.Database;
using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>Warns once, as soon as an existing Redis can be asked, of settings under which it loses what was acknowledged.</summary>
internal sealed class RedisSettingsCheck(EngineSet engines, ILogger<RedisSettingsCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backoff = new Backoff();
        while (engines.RedisProcessId is null && !await TryAsync())
        {
            await backoff.WaitAsync(stoppingToken);
        }
    }

    private async Task<bool> TryAsync()
    {
        try
        {
            // A connection of its own: the client lets only administrators ask for settings, and nothing else of this hub is one.
            var options = engines.RedisConfiguration.Clone();
            options.AllowAdmin = true;
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            var servers = redis.GetServers().Where(server => server.IsConnected).ToList();
            foreach (var server in servers)
            {
                foreach (var complaint in RedisSettings.Complaints(await ReadAsync(server)))
                {
                    logger.LogWarning("{Complaint}", complaint);
                }
            }

            return servers.Count > 0;
        }
        catch (Exception error) when (error is not RedisServerException && RedisFaults.IsFault(error))
        {
            return false;
        }
    }

    // Where CONFIG is forbidden, as with most hosted ones, INFO still tells two of the three.
    private static async Task<Dictionary<string, string>> ReadAsync(IServer server)
    {
        var settings = new Dictionary<string, string>();
        var info = await AskAsync(server, "INFO") is { } answer
            ? answer.ToString().Split("\r\n").Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1])
            : null;
        if (info?["aof_enabled"].FirstOrDefault() is { } enabled)
        {
            settings[RedisSettings.AppendOnly] = enabled == "1" ? "yes" : "no";
        }

        if (info?["maxmemory_policy"].FirstOrDefault() is { } policy)
        {
            settings[RedisSettings.Policy] = policy;
        }

        if (await AskAsync(server, "CONFIG", "GET", RedisSettings.AppendFsync) is { Length: 2 } pair)
        {
            settings[RedisSettings.AppendFsync] = pair[1].ToString();
        }

        return settings;
    }

    private static async Task<RedisResult?> AskAsync(IServer server, string command, params object[] arguments)
    {
        try
        {
            return await server.ExecuteAsync(command, arguments);
        }
        catch (RedisServerException)
        {
            return null;
        }
    }
}
