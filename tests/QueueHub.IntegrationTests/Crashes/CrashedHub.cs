using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>What is killed.</summary>
public enum Victim
{
    Hub, Redis, Postgres, HubAndRedis, Everything,
}

/// <summary>A hub with private engines, any of which may be killed; it is started again where nothing else does it.</summary>
internal sealed class CrashedHub : IAsyncDisposable
{
    private static readonly string[] Unlimited = ["--Limits:PerAddress=1000000", "--Limits:PerDevice=1000000"];
    private readonly TestFolder _folder = new();
    private ChildHub _hub;
    private volatile Uri _url = null!;

    private CrashedHub() => _hub = ChildHub.Start(_folder["data"], Unlimited);

    /// <summary>Where it listens now.</summary>
    public Uri Url => _url;

    /// <summary>What the first start has printed: with the passwords of the demo staff.</summary>
    public string Banner { get; private set; } = "";

    public static async Task<CrashedHub> StartAsync()
    {
        var hub = new CrashedHub();
        hub._url = await hub._hub.ListensAsync();
        await Eventually.TrueAsync(() => hub._hub.Output.Contains("  Data ", StringComparison.Ordinal), "the banner is printed", TimeSpan.FromSeconds(60));
        hub.Banner = hub._hub.Output;
        return hub;
    }

    /// <summary>Kills without a warning; returns when the hub listens again.</summary>
    public async Task KillAsync(Victim victim)
    {
        if (victim is Victim.Redis or Victim.HubAndRedis or Victim.Everything)
        {
            Kill(PidIn("data/redis/redis.pid"));
        }

        if (victim is Victim.Postgres or Victim.Everything)
        {
            Kill(PidIn("data/postgres/data/postmaster.pid"));
        }

        if (victim is Victim.Hub or Victim.HubAndRedis or Victim.Everything)
        {
            await _hub.SignalGroupAsync("KILL");
            await _hub.EndsAsync();
            var next = ChildHub.Start(_folder["data"], Unlimited);
            _url = await next.ListensAsync();
            await _hub.ForgetAsync();
            _hub = next;
        }
    }

    /// <summary>A connection to its database, once it is back.</summary>
    public Task<NpgsqlConnection> PostgresAsync() => Eventually.NotNullAsync(
        async () =>
        {
            try
            {
                var connection = new NpgsqlConnection($"Host={Sockets}/postgres;Username=queuehub;Database=queuehub;Pooling=false");
                await connection.OpenAsync();
                return connection;
            }
            catch (Exception error) when (error is NpgsqlException or IOException)
            {
                return null;
            }
        },
        "PostgreSQL is back", TimeSpan.FromMinutes(5));

    public Task<ConnectionMultiplexer> RedisAsync() => ConnectionMultiplexer.ConnectAsync(
        new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint($"{Sockets}/redis/redis.sock") } });

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _folder.Dispose();
    }

    // PostgreSQL writes its socket folder into its pid file; Redis's is beside it.
    private string Sockets => Path.GetDirectoryName(File.ReadLines(_folder["data/postgres/data/postmaster.pid"]).ElementAt(4))!;

    private int PidIn(string file) => int.Parse(File.ReadLines(_folder[file]).First(), CultureInfo.InvariantCulture);

    private static void Kill(int id)
    {
        using var process = System.Diagnostics.Process.GetProcessById(id);
        process.Kill();
    }
}
