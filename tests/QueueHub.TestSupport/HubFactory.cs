using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Engines;
using QueueHub.Platform;

namespace QueueHub.TestSupport;

/// <summary>
/// Starts the real hub on Kestrel, on a port of its own. Unless told otherwise each hub is a world of its own: an empty database and an empty Redis.
/// </summary>
public sealed class HubFactory(EngineFixture engines)
{
    private readonly List<Action<WebApplicationBuilder>> _overrides = [];
    private readonly List<string> _settings = [];
    private bool _alwaysOpen = true;
    private string? _dataFolder;
    private Uri? _publicUrl;
    private IReadOnlyList<IPNetwork> _proxies = [];
    private string? _redis;
    private string? _postgres;

    /// <summary>The hub lives by this clock.</summary>
    public HubFactory WithTime(TimeProvider time) => With(services => services.Replace(ServiceDescriptor.Singleton(time)));

    /// <summary>
    /// The hub keeps the offices' opening hours, which are all day long until they are changed. Without this they are always open: a test must not
    /// depend on the hour it runs at.
    /// </summary>
    public HubFactory WithOpeningHours()
    {
        _alwaysOpen = false;
        return this;
    }

    /// <summary>Replaces services of the hub.</summary>
    public HubFactory With(Action<IServiceCollection> change)
    {
        _overrides.Add(builder => change(builder.Services));
        return this;
    }

    /// <summary>The hub is told this setting, as on its command line.</summary>
    public HubFactory WithSetting(string key, string value)
    {
        _settings.Add($"--{key}={value}");
        return this;
    }

    /// <summary>The hub stands behind these proxies, which phones reach at this address.</summary>
    public HubFactory BehindProxy(Uri publicUrl, params IReadOnlyList<IPNetwork> proxies)
    {
        (_publicUrl, _proxies) = (publicUrl, proxies);
        return this;
    }

    /// <summary>The hub is a second node beside this one: same Redis, same database.</summary>
    public HubFactory Beside(RunningHub other) => WithRedisAt(other.RedisConnectionString).WithPostgresAt(other.PostgresConnectionString);

    /// <summary>The hub uses this Redis, for example through a <see cref="FaultProxy"/>.</summary>
    public HubFactory WithRedisAt(string connectionString)
    {
        _redis = connectionString;
        return this;
    }

    /// <summary>The hub uses this database.</summary>
    public HubFactory WithPostgresAt(string connectionString)
    {
        _postgres = connectionString;
        return this;
    }

    /// <summary>The hub keeps its own data here, to be found by the next one.</summary>
    public HubFactory WithDataFolder(string folder)
    {
        _dataFolder = folder;
        return this;
    }

    /// <summary>Starts it; returns when it listens.</summary>
    public async Task<RunningHub> StartAsync()
    {
        var folder = new TestFolder();
        var options = new HubOptions
        {
            Port = 0,
            DataFolder = _dataFolder ?? folder["data"],
            Settings = _settings,
            AlwaysOpen = _alwaysOpen,
            PublicUrl = _publicUrl,
            Proxies = _proxies,
        };
        var set = await EngineSet.StartAsync(
            EngineFixture.Options(options.DataFolder) with { Redis = _redis, Postgres = _postgres ?? await CreateDatabaseAsync() },
            NullLoggerFactory.Instance,
            CancellationToken.None);
        var builder = HubProcess.CreateBuilder(options);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var hub = new RunningHub(HubProcess.Compose(builder, set, composed => _overrides.ForEach(change => change(composed))), set, folder);
        try
        {
            await hub.StartAsync();
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }
    private async Task<string> CreateDatabaseAsync()
    {
        var database = await engines.CreateDatabaseAsync();
        if (!_alwaysOpen)
        {
            await OfficeChanges.SeedOfficesAsync(database);
        }

        return database;
    }
}
