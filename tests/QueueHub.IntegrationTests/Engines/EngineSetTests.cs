using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using QueueHub.Platform;
using QueueHub.TestSupport;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Engines;

/// <summary>What private engines promise, each against the real programs.</summary>
public sealed class EngineSetTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_start_finds_the_same_data()
    {
        await using (var first = await StartAsync(Options()))
        {
            await WriteAsync(first, "kept");
        }

        await using var second = await StartAsync(Options());
        Assert.Equal(("kept", "kept"), await ReadAsync(second));
    }

    [Fact]
    public async Task An_engine_that_is_killed_is_started_again_with_what_it_had()
    {
        await using var set = await StartAsync(Options());
        await WriteAsync(set, "kept");
        int[] killed = [set.RedisProcessId!.Value, set.PostgresProcessId!.Value];

        Assert.All(killed, id => Process.GetProcessById(id).Kill());
        await Eventually.TrueAsync(
            () => set.RedisProcessId != killed[0] && set.PostgresProcessId != killed[1], "both run again", TimeSpan.FromMinutes(5));

        Assert.Equal(("kept", "kept"), await ReadAsync(set));
    }

    [Fact]
    public async Task A_second_hub_on_the_same_data_is_refused()
    {
        await using var first = await StartAsync(RedisOnly());

        var refusal = await Assert.ThrowsAsync<StartException>(() => StartAsync(RedisOnly()));

        Assert.Contains($"Another QueueHub is using the data in {_folder["data"]}", refusal.Message, StringComparison.Ordinal);
        Assert.True(IsRunning(first.RedisProcessId!.Value));
    }

    [Fact]
    public async Task Disposing_stops_the_engines_and_leaves_nothing_outside_the_data_folder()
    {
        var set = await StartAsync(Options());
        var socketFolder = Path.GetDirectoryName(Path.GetDirectoryName(RedisSocket(set)))!;
        Assert.True(Directory.Exists(socketFolder));

        await set.DisposeAsync();

        Assert.False(IsRunning(set.RedisProcessId!.Value));
        Assert.False(IsRunning(set.PostgresProcessId!.Value));
        Assert.False(Directory.Exists(socketFolder));
    }

    [Fact]
    public async Task A_long_data_folder_still_gives_sockets_short_enough_for_the_system()
    {
        await using var set = await StartAsync(Options(_folder[new string('d', 200)]));

        Assert.InRange(RedisSocket(set).Length, 1, 60);
        await WriteAsync(set, "reached");
    }

    [Fact]
    public async Task Engines_never_run_as_root()
    {
        await using var set = await StartAsync(Options());

        Assert.All([set.RedisProcessId!.Value, set.PostgresProcessId!.Value], id =>
        {
            var user = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
            Assert.NotEqual("0", user);
        });
    }

    [Fact]
    public async Task Nobody_else_can_enter_the_folders_of_data_sockets_and_logs()
    {
        await using var set = await StartAsync(Options());
        var redisSockets = Path.GetDirectoryName(RedisSocket(set))!;
        var postgresSockets = new NpgsqlConnectionStringBuilder(set.PostgresConnectionString).Host!;

        Assert.All(
            [_folder["data/redis"], _folder["data/postgres"], _folder["data/logs"], redisSockets, postgresSockets],
            folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }

    [Fact]
    public async Task Redis_acknowledges_what_is_on_disk_evicts_nothing_and_has_no_port()
    {
        await using var set = await StartAsync(RedisOnly() with { Durable = true });
        var options = set.RedisConfiguration;
        options.AllowAdmin = true;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        var settings = (await redis.GetServers()[0].ConfigGetAsync()).ToDictionary(setting => setting.Key, setting => setting.Value);

        Assert.Equal("yes", settings["appendonly"]);
        Assert.Equal("always", settings["appendfsync"]);
        Assert.Equal("noeviction", settings["maxmemory-policy"]);
        Assert.Equal("0", settings["port"]);
        Assert.Equal("0", settings["tls-port"]);
        Assert.Equal("", settings["save"]);
    }

    [Fact]
    public async Task PostgreSQL_is_durable_speaks_UTF8_and_has_no_port()
    {
        await using var set = await StartAsync(PostgresOnly() with { Durable = true });
        await using var source = NpgsqlDataSource.Create(set.PostgresConnectionString);

        async Task<object?> SettingAsync(string name) => await source.CreateCommand($"SELECT current_setting('{name}')").ExecuteScalarAsync();

        Assert.Equal("", await SettingAsync("listen_addresses"));
        Assert.Equal("on", await SettingAsync("fsync"));
        Assert.Equal("on", await SettingAsync("synchronous_commit"));
        Assert.Equal("UTF8", await SettingAsync("server_encoding"));
        Assert.Equal("queuehub", await source.CreateCommand("SELECT current_database()").ExecuteScalarAsync());
    }

    [Fact]
    public async Task With_both_connection_strings_nothing_is_started()
    {
        await using var set = await StartAsync(Options() with
        {
            Redis = engines.Engines.RedisConfiguration.ToString(),
            Postgres = await engines.CreateDatabaseAsync(),
        });

        Assert.Null(set.RedisProcessId);
        Assert.Null(set.PostgresProcessId);
        Assert.Equal(BacklogPolicy.FailFast, set.RedisConfiguration.BacklogPolicy);
        Assert.False(set.RedisConfiguration.AbortOnConnectFail);
        Assert.False(Directory.Exists(_folder["data/redis"]));
        Assert.False(Directory.Exists(_folder["data/postgres"]));
        await WriteAsync(set, "elsewhere");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_one_connection_string_only_the_other_engine_is_started(bool existingRedis)
    {
        await using var set = await StartAsync(Options() with
        {
            Redis = existingRedis ? engines.Engines.RedisConfiguration.ToString() : null,
            Postgres = existingRedis ? null : await engines.CreateDatabaseAsync(),
        });

        Assert.Equal(existingRedis, set.RedisProcessId is null);
        Assert.Equal(existingRedis, set.PostgresProcessId is not null);
        await WriteAsync(set, "both reached");
    }

    [Fact]
    public async Task A_missing_Redis_is_named_with_the_package_to_install()
    {
        var missing = await Assert.ThrowsAsync<StartException>(() => StartAsync(Options() with { ProgramFolders = [] }));

        Assert.Contains("apt install redis-server", missing.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Redis", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_PostgreSQL_is_named_with_the_package_to_install()
    {
        var options = PostgresOnly() with { ProgramFolders = [] };

        var missing = await Assert.ThrowsAsync<StartException>(() => StartAsync(options));

        Assert.Contains("apt install postgresql", missing.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Postgres", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_a_PostgreSQL_that_is_gone_names_the_version_to_install()
    {
        await using (await StartAsync(PostgresOnly()))
        {
        }

        await File.WriteAllTextAsync(_folder["data/postgres/data/PG_VERSION"], "7\n");

        var refusal = await Assert.ThrowsAsync<StartException>(() => StartAsync(PostgresOnly()));
        Assert.Contains("written by PostgreSQL 7", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_was_left_half_made_is_made_anew()
    {
        Directory.CreateDirectory(_folder["data/postgres/data.unfinished/base"]);

        await using var set = await StartAsync(PostgresOnly());

        await WriteAsync(set, "whole");
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_program_by_now_does_not_prevent_a_start()
    {
        await using (var first = await StartAsync(Options()))
        {
            await WriteAsync(first, "kept");
        }

        await File.WriteAllTextAsync(_folder["data/postgres/data/postmaster.pid"], $"{Environment.ProcessId}\n{_folder["data/postgres/data"]}\n");
        await File.WriteAllTextAsync(_folder["data/redis/redis.pid"], $"{Environment.ProcessId}\n");

        await using var second = await StartAsync(Options());
        Assert.Equal(("kept", "kept"), await ReadAsync(second));
    }

    [Fact]
    public async Task A_folder_that_the_engines_cannot_reach_is_refused_in_a_sentence()
    {
        // Root's engines run as others, who cannot pass; anybody else cannot make a folder in there.
        var closed = Directory.CreateDirectory(_folder["closed"]).FullName;
        File.SetUnixFileMode(closed, Environment.IsPrivilegedProcess ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute : UnixFileMode.UserRead);

        var refusal = await Assert.ThrowsAsync<StartException>(() => StartAsync(Options(Path.Combine(closed, "data"))));

        Assert.Contains(closed, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task An_engine_that_cannot_start_says_why_and_the_other_one_is_stopped()
    {
        await using (await StartAsync(Options()))
        {
        }

        await File.WriteAllTextAsync(_folder["data/redis/appendonlydir/appendonly.aof.manifest"], "not a manifest");

        var failure = await Assert.ThrowsAsync<StartException>(() => StartAsync(Options()));

        Assert.Contains("Redis did not start. Its last words:", failure.Message, StringComparison.Ordinal);
        Assert.Contains("manifest", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["data/postgres/data/postmaster.pid"]));
    }

    [Fact]
    public async Task No_Redis_is_started_beside_one_that_still_holds_the_data_but_is_not_in_the_pid_file()
    {
        await using (await StartAsync(RedisOnly()))
        {
        }

        using var holder = Process.Start("flock", ["--no-fork", _folder["data/redis.lock"], "sleep", "60"]);
        try
        {
            await Eventually.TrueAsync(() => FileLock.IsHeld(_folder["data/redis.lock"]), "the lock is held");

            var refusal = await Assert.ThrowsAsync<StartException>(
                () => StartAsync(RedisOnly() with { TakeOverLimit = TimeSpan.FromMilliseconds(200) }));

            Assert.Contains("still holds", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            holder.Kill();
        }
    }

    private EngineOptions Options(string? folder = null) => EngineFixture.Options(folder ?? _folder["data"]);

    /// <summary>Where only Redis matters: no PostgreSQL is made.</summary>
    private EngineOptions RedisOnly() => Options() with { Postgres = engines.Engines.PostgresConnectionString };

    private EngineOptions PostgresOnly() => Options() with { Redis = engines.Engines.RedisConfiguration.ToString() };

    private Task<EngineSet> StartAsync(EngineOptions options)
    {
        _ = engines.Engines;
        return EngineSet.StartAsync(options, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
    }

    private static string RedisSocket(EngineSet set) => ((UnixDomainSocketEndPoint)set.RedisConfiguration.EndPoints[0]).ToString()!;

    private static bool IsRunning(int id) => File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static async Task WriteAsync(EngineSet set, string value)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(set.RedisConfiguration);
        await redis.GetDatabase().StringSetAsync("engine-set-test", value);
        await using var source = NpgsqlDataSource.Create(set.PostgresConnectionString);
        await source.CreateCommand($"CREATE TABLE IF NOT EXISTS kept (value text); INSERT INTO kept VALUES ('{value}')").ExecuteNonQueryAsync();
    }

    private static async Task<(string? Redis, string? Postgres)> ReadAsync(EngineSet set)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(set.RedisConfiguration);
        await using var source = NpgsqlDataSource.Create(set.PostgresConnectionString);
        return (await redis.GetDatabase().StringGetAsync("engine-set-test"), (string?)await source.CreateCommand("SELECT value FROM kept").ExecuteScalarAsync());
    }
}
