using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using StackExchange.Redis;

namespace QueueHub.Bench;

/// <summary>
/// The Redis and the PostgreSQL of the whole run, with the hub's own default settings (every write is on disk before it is answered): all servers use
/// them, one after another, each with an empty Redis and a database of its own.
/// </summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly EngineSet _engines;

    private Workplace(DirectoryInfo folder, EngineSet engines, string root)
    {
        (_folder, _engines, Root) = (folder, engines, root);
        Redis = ConnectionMultiplexer.Connect(Admin(engines.RedisConfiguration));
    }

    /// <summary>The clone that is measured.</summary>
    public string Root { get; }

    /// <summary>The hub as published by bench/run.</summary>
    public string Hub => Path.Combine(Root, "artifacts/bench/hub/QueueHub.dll");

    public IConnectionMultiplexer Redis { get; }
    public string RedisSettings => _engines.RedisConfiguration.ToString(includePassword: true);

    /// <summary>Where Redis listens.</summary>
    public string RedisSocket => ((UnixDomainSocketEndPoint)_engines.RedisConfiguration.EndPoints[0]).ToString();

    public static async Task<Workplace> OpenAsync(string root)
    {
        var folder = Directory.CreateTempSubdirectory("qh-bench-");
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var options = new EngineOptions(Path.Combine(folder.FullName, "engines")) { DieWithHub = true };
        return new Workplace(folder, await EngineSet.StartAsync(options, NullLoggerFactory.Instance, CancellationToken.None), root);
    }

    /// <summary>A new folder that goes with the run.</summary>
    public string NewFolder(string name) => Path.Combine(_folder.FullName, $"{name}-{Guid.NewGuid():N}"[..24]);

    /// <summary>An empty Redis and a new database; gives the database's connection string.</summary>
    public async Task<string> ClearAsync()
    {
        await Redis.GetServers()[0].FlushAllDatabasesAsync();
        var name = $"bench_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(_engines.PostgresConnectionString);
        await using var create = source.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_engines.PostgresConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _engines.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static ConfigurationOptions Admin(ConfigurationOptions options)
    {
        var admin = options.Clone();
        admin.AllowAdmin = true;
        return admin;
    }
}
