using Npgsql;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>What is struck.</summary>
public enum ClusterVictim
{
    NodeOne, NodeTwo, BothNodes, Redis, PostgresLink, Postgres, Everything,
}

/// <summary>Two nodes behind a balancer, on engines that a supervisor starts again; any of it may be killed.</summary>
internal sealed class CrashedCluster : IAsyncDisposable
{
    private readonly Cluster _cluster;

    private CrashedCluster(Cluster cluster) => _cluster = cluster;

    public Uri Url => _cluster.Balancer.Url;

    /// <summary>Of the clerk.</summary>
    public string Password => _cluster.Password("kim");

    public static async Task<CrashedCluster> StartAsync() => new(await Cluster.StartAsync());

    /// <summary>Strikes without a warning; returns when what a test must start again runs again.</summary>
    public async Task StrikeAsync(ClusterVictim victim, Load load)
    {
        if (victim is ClusterVictim.Redis or ClusterVictim.Everything)
        {
            await _cluster.KillRedisAsync();
        }

        if (victim is ClusterVictim.Postgres or ClusterVictim.Everything)
        {
            await _cluster.KillPostgresAsync();
        }

        if (victim is ClusterVictim.PostgresLink)
        {
            _cluster.PostgresLink.Cut();
            var enough = load.Done.Count + 30;
            await Eventually.TrueAsync(() => load.Done.Count >= enough, "work goes on without Postgres", TimeSpan.FromMinutes(5));
            _cluster.PostgresLink.Restore();
        }

        HubNode[] nodes = victim switch
        {
            ClusterVictim.NodeOne => [_cluster.Nodes[0]],
            ClusterVictim.NodeTwo => [_cluster.Nodes[1]],
            ClusterVictim.BothNodes or ClusterVictim.Everything => [.. _cluster.Nodes],
            _ => [],
        };
        await Task.WhenAll(nodes.Select(node => node.KillAsync()));
        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
    }

    /// <summary>A connection to its database, once it is back.</summary>
    public Task<NpgsqlConnection> PostgresAsync() => _cluster.PostgresAsync();

    public Task<ConnectionMultiplexer> RedisAsync() => _cluster.RedisAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
