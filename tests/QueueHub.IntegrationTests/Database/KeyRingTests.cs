using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Database;

public sealed class KeyRingTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nodes_that_start_together_share_one_key_from_the_first_moment()
    {
        var database = await engines.CreateDatabaseAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => DataNode.StartAsync(database, _folder[$"{number}"])));

        var secret = Protector(nodes[0]).Protect("서초");

        Assert.All(nodes, node => Assert.Equal("서초", Protector(node).Unprotect(secret)));
        Assert.Equal(1, await KeysAsync(nodes[0]));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_node_starts_with_its_own_copy_while_Postgres_is_down()
    {
        var database = await engines.CreateDatabaseAsync();
        string secret;
        await using (var node = await DataNode.StartAsync(database, _folder["a"]))
        {
            secret = Protector(node).Protect("서초");
        }

        var unreachable = new NpgsqlConnectionStringBuilder(database) { Host = _folder.Path, Timeout = 2 }.ConnectionString;
        await using var alone = await DataNode.StartAsync(unreachable, _folder["a"]);

        Assert.Equal("서초", Protector(alone).Unprotect(secret));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder["a"], "hub", "key-ring.xml")));
    }

    [Fact]
    public async Task A_key_that_Postgres_lost_comes_back_from_a_node()
    {
        var database = await engines.CreateDatabaseAsync();
        await using (await DataNode.StartAsync(database, _folder["a"]))
        {
        }

        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("delete from data_protection_key");

        await using var node = await DataNode.StartAsync(database, _folder["a"]);
        Assert.Equal(1, await KeysAsync(node));
    }

    [Fact]
    public async Task Another_hub_s_keys_open_nothing()
    {
        await using var ours = await DataNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        await using var theirs = await DataNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["b"]);

        var secret = Protector(ours).Protect("서초");

        Assert.ThrowsAny<CryptographicException>(() => Protector(theirs).Unprotect(secret));
    }

    private static IDataProtector Protector(DataNode node) => node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<int> KeysAsync(DataNode node)
    {
        await using var connection = await node.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<int>("select count(*)::int from data_protection_key");
    }
}
