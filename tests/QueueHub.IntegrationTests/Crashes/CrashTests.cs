namespace QueueHub.IntegrationTests.Crashes;

/// <summary>Acknowledged means kept: processes are killed under load, and every answer that was given must be true afterwards.</summary>
public class CrashTests(EngineFixture engines)
{
    [Fact]
    public async Task Whatever_is_killed_every_acknowledged_command_is_there_once_and_history_has_it()
    {
        _ = engines.Engines;
        await using var hub = await CrashedHub.StartAsync();
        var load = new Load(() => hub.Url);
        await load.SignInAsync(ChildHub.Password("kim", hub.Banner));

        await new Rounds<Victim>(10).RunAsync(load, hub.KillAsync);

        await using var postgres = await hub.PostgresAsync();
        await using var redis = await hub.RedisAsync();
        await Reckoning.HoldsAsync([.. load.Done], postgres, redis);
    }

    [Fact]
    public async Task Whatever_is_struck_of_two_nodes_and_their_engines_every_acknowledged_command_is_there_once_and_history_has_it()
    {
        _ = engines.Engines;
        await using var cluster = await CrashedCluster.StartAsync();
        var load = new Load(() => cluster.Url);
        await load.SignInAsync(cluster.Password);

        await new Rounds<ClusterVictim>(14).RunAsync(load, victim => cluster.StrikeAsync(victim, load));

        await using var postgres = await cluster.PostgresAsync();
        await using var redis = await cluster.RedisAsync();
        await Reckoning.HoldsAsync([.. load.Done], postgres, redis);
    }
}
