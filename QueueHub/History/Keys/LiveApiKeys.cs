using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dapper;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.History.Keys;

/// <summary>
/// The keys that are good, in memory: a wrong key costs no question to Postgres, and one that is revoked is closed on every node the moment it is.
/// </summary>
public sealed class LiveApiKeys(NpgsqlDataSource source, DatabaseStart database, TimeProvider time, ILogger<LiveApiKeys> logger) : BackgroundService
{
    private const string Channel = "queuehub_api_keys";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, byte> _used = new();
    private IReadOnlyDictionary<string, Live> _all = ImmutableDictionary<string, Live>.Empty;

    /// <summary>What the key may read; null when it is none, or is one no longer.</summary>
    internal ApiKeyScope? Find(string secret)
    {
        if (!ApiKeySecret.IsOne(secret) || !_all.TryGetValue(ApiKeySecret.Hash(secret), out var key) || key.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        _used.TryAdd(key.Id, 0);
        return new ApiKeyScope(key.Id, key.Office);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        await new PostgresBell(source, Channel, Poll, logger).RunAsync(ReadAsync, stoppingToken);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var keys = await connection.QueryAsync<(string Hash, string Id, string? Office, DateTime ExpiresAt)>(new CommandDefinition(
            "select hash, id, office, expires_at from api_key where revoked_at is null and expires_at > @now",
            new { now = time.GetUtcNow() }, cancellationToken: cancellation));
        _all = keys.ToDictionary(key => key.Hash, key => new Live(key.Id, key.Office, new DateTimeOffset(key.ExpiresAt, TimeSpan.Zero)));
        await NoteUseAsync(connection, cancellation);
    }

    private async Task NoteUseAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var used = _used.Keys.ToArray();
        if (used.Length == 0)
        {
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            """
            update api_key set last_used_at = date_trunc('hour', @now)
            where id = any(@used) and last_used_at is distinct from date_trunc('hour', @now)
            """,
            new { used, now = time.GetUtcNow() }, cancellationToken: cancellation));
        foreach (var id in used)
        {
            _used.TryRemove(id, out _);
        }
    }

    private sealed record Live(string Id, string? Office, DateTimeOffset ExpiresAt);
}
