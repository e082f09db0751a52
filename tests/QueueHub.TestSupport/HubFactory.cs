using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using QueueHub.Engines;
using QueueHub.Live;
using QueueHub.Platform;
using QueueHub.Staff;

namespace QueueHub.TestSupport;

/// <summary>
/// Starts the real hub on Kestrel, on a port of its own. Unless told otherwise each hub is a world of its own: an empty database and an empty Redis.
/// </summary>
public sealed class HubFactory(EngineFixture engines)
{
    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SeoulsOffset = TimeSpan.FromHours(9);

    // The machine of the tests has pauses, in which a panel in an office would rather go blank.
    private static readonly string[] Patient = ["--Limits:PanelAnswer=00:00:20"];

    private readonly List<Action<WebApplicationBuilder>> _overrides = [];
    private readonly List<string> _settings = [];
    private bool _alwaysOpen = true;
    private bool _atNoon;
    private string? _dataFolder;
    private Uri? _publicUrl;
    private IReadOnlyList<IPNetwork> _proxies = [];
    private TimeSpan? _patience;
    private string? _redis;
    private string? _postgres;

    /// <summary>The hub lives by this clock.</summary>
    public HubFactory WithTime(TimeProvider time) => With(services => services.Replace(ServiceDescriptor.Singleton(time)));

    /// <summary>
    /// The hub keeps the offices' opening hours, which are all day long until they are changed, where it is noon now. Without this they are always open: a
    /// test must not depend on the hour it runs at.
    /// </summary>
    public HubFactory WithOpeningHours()
    {
        _alwaysOpen = false;
        return AtNoon();
    }

    /// <summary>The offices are where it is noon now, for tests that look some hours ahead or back.</summary>
    public HubFactory AtNoon()
    {
        _atNoon = true;
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
    public HubFactory Beside(RunningHub other)
    {
        (_redis, _postgres) = (other.RedisConnectionString, other.PostgresConnectionString);
        return this;
    }

    /// <summary>The hub uses this Redis, for example through a <see cref="FaultProxy"/>, and waits for it no longer than in an office.</summary>
    public HubFactory WithRedisAt(string connectionString)
    {
        (_redis, _patience) = (connectionString, new EngineOptions("").RedisPatience);
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

    /// <summary>Starts it; returns when it listens and, where nothing keeps it from it, knows its offices.</summary>
    public async Task<RunningHub> StartAsync()
    {
        var (beside, ownWorld) = (_redis is not null && _patience is null, _redis is null && _postgres is null);
        if (ownWorld)
        {
            await PassMidnightAsync();
        }

        var folder = new TestFolder();
        var options = new HubOptions
        {
            Port = 0,
            DataFolder = _dataFolder ?? folder["data"],
            Settings = _patience is null ? [.. Patient, .. _settings] : _settings,
            AlwaysOpen = _alwaysOpen,
            PublicUrl = _publicUrl,
            Proxies = _proxies,
        };
        var set = await EngineSet.StartAsync(
            Engines(options.DataFolder) with { Redis = _redis, Postgres = _postgres ?? await CreateDatabaseAsync() },
            NullLoggerFactory.Instance,
            CancellationToken.None);
        var builder = HubProcess.CreateBuilder(options);
        builder.Logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Warning);
        var hub = new RunningHub(HubProcess.Compose(builder, set, Composed), set, folder);
        try
        {
            await hub.StartAsync();
            if (beside || ownWorld)
            {
                var states = hub.Services.GetRequiredService<IOfficeStates>();
                await Eventually.TrueAsync(() => states.Current(Seocho.Office) is not null, "the hub knows its offices");
            }

            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    private void Composed(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(new Passwords(iterations: 1_000)));
        _overrides.ForEach(change => change(builder));
    }

    // The end of a day ends its tickets, too, in the middle of whatever a test does with them.
    private static async Task PassMidnightAsync()
    {
        var left = TimeSpan.FromDays(1) - DateTimeOffset.UtcNow.ToOffset(SeoulsOffset).TimeOfDay;
        if (left < LongestTest)
        {
            await Task.Delay(left + TimeSpan.FromSeconds(2));
        }
    }

    private EngineOptions Engines(string folder)
    {
        var options = EngineFixture.Options(folder);
        return _patience is { } patience ? options with { RedisPatience = patience } : options;
    }

    private async Task<string> CreateDatabaseAsync()
    {
        var database = await engines.CreateDatabaseAsync();
        if (_atNoon)
        {
            await OfficeChanges.SeedOfficesAsync(database, OfficeChanges.ZoneAt(12));
        }

        return database;
    }
}
