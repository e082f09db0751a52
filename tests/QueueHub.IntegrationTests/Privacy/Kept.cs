using System.Text;
using Npgsql;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Privacy;

/// <summary>Everything that a hub keeps: all of its Redis, all of its database, all of its data folder.</summary>
internal static class Kept
{
    public const string Redis = "Redis";
    public const string RedisFiles = "files of Redis";
    public const string Folder = "data folder";
    public const string Postgres = "Postgres";

    public static async Task<IReadOnlyList<(string Place, byte[] Content)>> ByAsync(RunningHub hub) =>
    [
        (Redis, await InRedisAsync(hub.RedisConnectionString)),
        (Postgres, await InPostgresAsync(hub.PostgresConnectionString)),
        (RedisFiles, InFolder(hub, redis: true)),
        (Folder, InFolder(hub, redis: false)),
    ];

    private static async Task<byte[]> InRedisAsync(string connectionString)
    {
        using var content = new MemoryStream();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(connectionString);
        var database = redis.GetDatabase();
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            content.Write((byte[])key!);
            foreach (var value in await ValuesAsync(database, key))
            {
                content.Write((byte[]?)value);
                content.WriteByte((byte)'\n');
            }
        }

        return content.ToArray();
    }

    // Not by DUMP, which compresses.
    private static async Task<IEnumerable<RedisValue>> ValuesAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.String => [await database.StringGetAsync(key)],
        RedisType.Hash => (await database.HashGetAllAsync(key)).SelectMany(entry => new[] { entry.Name, entry.Value }),
        RedisType.List => await database.ListRangeAsync(key),
        RedisType.Set => await database.SetMembersAsync(key),
        RedisType.SortedSet => await database.SortedSetRangeByRankAsync(key),
        RedisType.Stream => (await database.StreamRangeAsync(key)).SelectMany(entry => entry.Values).SelectMany(entry => new[] { entry.Name, entry.Value }),
        RedisType.None => [],
        var other => throw new NotSupportedException($"{key} is a {other}"),
    };

    private static async Task<byte[]> InPostgresAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var rows = new StringBuilder();
        foreach (var table in await ColumnAsync(
            source,
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """))
        {
            rows.AppendLine(table).AppendJoin('\n', await ColumnAsync(source, $"select t::text from {table} t")).AppendLine();
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlDataSource source, string sql)
    {
        var values = new List<string>();
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            values.Add(rows.GetString(0));
        }

        return values;
    }

    private static byte[] InFolder(RunningHub hub, bool redis)
    {
        using var content = new MemoryStream();
        var ofRedis = Path.Combine(hub.DataFolder, "redis") + Path.DirectorySeparatorChar;
        foreach (var file in Directory.EnumerateFiles(hub.DataFolder, "*", SearchOption.AllDirectories)
            .Where(file => file.StartsWith(ofRedis, StringComparison.Ordinal) == redis && Path.GetExtension(file) is not (".sock" or ".lock")))
        {
            using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            read.CopyTo(content);
        }

        return content.ToArray();
    }
}
