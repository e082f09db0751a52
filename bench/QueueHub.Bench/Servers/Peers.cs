using System.Globalization;
using Npgsql;
using QueueHub.Bench.Load;

namespace QueueHub.Bench.Servers;

/// <summary>What the hub is measured against.</summary>
internal static class Peers
{
    /// <summary>Express, Postgres, Redis and socket.io, on the engines that the hub uses.</summary>
    public static async Task<ServerProcess> StartNodeAsync(Workplace place) => await ServerProcess.StartAsync(
        "node",
        [Path.Combine(place.Root, "bench/peer/server.js")],
        new Dictionary<string, string>
        {
            ["NODE_ENV"] = "production",
            ["PEER_REDIS"] = place.RedisSocket,
            ["PEER_POSTGRES"] = NodeUrl(await place.ClearAsync()),
        });

    /// <summary>Kestrel alone.</summary>
    public static Task<ServerProcess> StartKestrelAsync(Workplace place) =>
        ServerProcess.StartAsync("dotnet", [Path.Combine(place.Root, "bench/BareKestrel/bin/Release/net10.0/BareKestrel.dll")]);

    /// <summary>Lets a peer tell everybody something of this length.</summary>
    public static async Task BroadcastAsync(HttpCaller caller, int length) =>
        await caller.MustAsync(string.Create(CultureInfo.InvariantCulture, $"/broadcast?length={length}"), $$"""{"length":{{length}}}""");

    private static string NodeUrl(string postgres)
    {
        var settings = new NpgsqlConnectionStringBuilder(postgres);
        return $"postgres://{settings.Username}@/{settings.Database}?host={settings.Host}&port={settings.Port}";
    }
}
