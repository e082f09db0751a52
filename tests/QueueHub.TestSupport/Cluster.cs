using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using StackExchange.Redis;

namespace QueueHub.TestSupport;

/// <summary>
/// A hub of several nodes as a district runs it: each a process with a data folder and a port of its own, all on one Redis (every write on disk before it is
/// acknowledged) and one PostgreSQL, behind a plain load balancer. A Redis or a PostgreSQL that dies is started again, as a supervisor would.
/// </summary>
public sealed class Cluster : IAsyncDisposable
{
    // What the load of a test asks from one address.
    private static readonly string[] Unlimited = ["--Limits:PerAddress=1000000", "--Limits:PerDevice=1000000"];

    private readonly TestFolder _folder;
    private readonly EngineSet _engines;

    private Cluster(TestFolder folder, EngineSet engines)
    {
        _folder = folder;
        _engines = engines;
        PostgresLink = new PostgresLink(engines.PostgresConnectionString);
    }

    /// <summary>Its nodes, in the order they were added; some may be down.</summary>
    public IReadOnlyList<HubNode> Nodes { get; private set; } = [];

    public Balancer Balancer { get; } = new();

    /// <summary>The way from the nodes to PostgreSQL.</summary>
    public PostgresLink PostgresLink { get; }

    /// <summary>Starts the engines and the nodes, one after the other: the first makes the demo staff.</summary>
    public static async Task<Cluster> StartAsync(int nodes = 2)
    {
        var folder = new TestFolder();
        var engines = await EngineSet.StartAsync(
            new EngineOptions(folder["engines"]) { DieWithHub = true }, NullLoggerFactory.Instance, CancellationToken.None);
        var cluster = new Cluster(folder, engines);
        try
        {
            for (var i = 0; i < nodes; i++)
            {
                await cluster.AddAsync();
            }

            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more node joins.</summary>
    public async Task<HubNode> AddAsync()
    {
        var node = new HubNode(
            _folder[$"node{Nodes.Count + 1}"], Balancer,
            [$"--ConnectionStrings:Redis={_engines.RedisConfiguration.ToString(includePassword: true)}", $"--ConnectionStrings:Postgres={PostgresLink.ConnectionString}", $"--public-url={Balancer.Url}", .. Unlimited]);
        Nodes = [.. Nodes, node];
        await node.StartAsync();
        return node;
    }

    /// <summary>What one of the demo staff types to sign in: only the first node knows.</summary>
    public string Password(string name) => ChildHub.Password(name, Nodes[0].Banner);

    /// <summary>Kills Redis; its watch starts it again.</summary>
    public Task KillRedisAsync() => KillAsync(() => _engines.RedisProcessId!.Value);

    /// <summary>Kills PostgreSQL; its watch starts it again.</summary>
    public Task KillPostgresAsync() => KillAsync(() => _engines.PostgresProcessId!.Value);

    /// <summary>A connection to the database, not over <see cref="PostgresLink"/>, once PostgreSQL is there.</summary>
    public Task<NpgsqlConnection> PostgresAsync() => Eventually.NotNullAsync(
        async () =>
        {
            var connection = new NpgsqlConnection($"{_engines.PostgresConnectionString};Pooling=false");
            try
            {
                await connection.OpenAsync();
                return connection;
            }
            catch (Exception error) when (error is NpgsqlException or IOException)
            {
                await connection.DisposeAsync();
                return null;
            }
        },
        "PostgreSQL is back", TimeSpan.FromMinutes(5));

    /// <summary>A connection to Redis.</summary>
    public Task<ConnectionMultiplexer> RedisAsync() => ConnectionMultiplexer.ConnectAsync(_engines.RedisConfiguration);

    public async ValueTask DisposeAsync()
    {
        await Balancer.DisposeAsync();
        await Task.WhenAll(Nodes.Select(node => node.DisposeAsync().AsTask()));
        await PostgresLink.DisposeAsync();
        await _engines.DisposeAsync();
        _folder.Dispose();
    }

    // It may have been killed just now, and not be back yet.
    private static async Task KillAsync(Func<int> id)
    {
        using var process = await Eventually.NotNullAsync(() => Task.FromResult(Find(id())), "the engine is back", TimeSpan.FromMinutes(5));
        process.Kill();
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
