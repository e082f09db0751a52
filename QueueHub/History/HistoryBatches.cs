using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using QueueHub.History.Access;
using QueueHub.History.Webhooks;
using QueueHub.Protection.Incidents;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.History;

/// <summary>
/// Writes one batch of an office's log. The office's row in history_position is the writers' lease, their position and what makes a repeat harmless:
/// locked, advanced and committed together with the events, on any number of nodes.
/// </summary>
public sealed class HistoryBatches(NpgsqlDataSource source, IConnectionMultiplexer redis, IOfficeFacts facts)
{
    /// <summary>Events written in one transaction, at most.</summary>
    public const int MaxEvents = 1000;

    private readonly ConcurrentDictionary<string, byte> _months = new();

    /// <summary>Writes what follows the position; null when another writer holds the office.</summary>
    /// <exception cref="HistoryGapException">The log lacks an event; nothing was written.</exception>
    public async Task<HistoryBatch?> WriteAsync(string office, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await LockAsync(connection, office) is not { } position)
        {
            return null;
        }

        var events = await ReadAsync(office, position.Version);
        if (events.Count == 0)
        {
            return new HistoryBatch(position, events);
        }

        var after = position.After(office, events);
        await EnsurePartitionsAsync(events, cancellation);
        await CopyAsync(connection, office, events, cancellation);
        await HistoryRows.WriteAsync(connection, office, events, facts, cancellation);
        await AccessLog.AppendAsync(connection, office, events);
        await IncidentLog.AppendAsync(connection, office, events);
        await WebhookQueue.AppendAsync(connection, office, events);
        await connection.ExecuteAsync(
            """
            update history_position set epoch = @Epoch, version = @Version, ordinal = @Ordinal, updated_at = now() where office = @office
            """,
            new { office, after.Epoch, after.Version, after.Ordinal });
        await transaction.CommitAsync(cancellation);
        return new HistoryBatch(after, events);
    }

    private static async Task<HistoryPosition?> LockAsync(NpgsqlConnection connection, string office)
    {
        // A node that freezes in the middle of its COPY is not idle: this ends its statement, and with it its lock.
        await connection.ExecuteAsync("set local statement_timeout = '20s'");
        // What other rules have made is not gone on with: older rows are made anew first (HistoryUpgrade), newer ones are a newer build's to write.
        const string Lock = "select epoch, version, ordinal from history_position where office = @office and fold = @fold for update skip locked";
        if (await connection.QuerySingleOrDefaultAsync<HistoryPosition>(Lock, new { office, fold = HistoryFold.Version }) is { } position)
        {
            return position;
        }

        // Either another writer holds the row, and this inserts nothing, or the office is new.
        await connection.ExecuteAsync(
            "insert into history_position (office, fold) values (@office, @fold) on conflict do nothing", new { office, fold = HistoryFold.Version });
        return await connection.QuerySingleOrDefaultAsync<HistoryPosition>(Lock, new { office, fold = HistoryFold.Version });
    }

    private async Task<IReadOnlyList<LoggedEvent>> ReadAsync(string office, long version)
    {
        var entries = await redis.GetDatabase().StreamRangeAsync(
            RedisKeys.Events(office), minId: (version + 1).ToString(CultureInfo.InvariantCulture) + "-0", count: MaxEvents);
        return [.. entries.Select(entry => LoggedEvent.Parse(entry["event"]!))];
    }

    // On a connection of its own: the partition stays when the batch is rolled back, and is not made again. The month after is made along with it,
    // while nothing is written to it yet: a session that looks at the table just while a month is attached may miss that month.
    private async Task EnsurePartitionsAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellation)
    {
        foreach (var day in events.Select(entry => entry.Event.Day).Distinct())
        {
            var month = day[..7];
            if (!_months.ContainsKey(month))
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                await connection.ExecuteAsync(
                    "select ensure_history_partitions(@day::date), ensure_history_partitions((@day::date + interval '1 month')::date)", new { day });
                _months[month] = 0;
            }
        }
    }

    // A pooled connection that looked at the table while another node attached a month may remember it without that month for good.
    private async Task CopyAsync(NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events, CancellationToken cancellation)
    {
        try
        {
            await CopyEventsAsync(connection, office, events, cancellation);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.CheckViolation)
        {
            source.Clear();
            throw;
        }
    }

    private static async Task CopyEventsAsync(
        NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy event (office, business_date, version, epoch, at, type, actor, tickets, counters, payload) from stdin (format binary)",
            cancellation);
        foreach (var (payload, @event) in events)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(office, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(DateOnly.ParseExact(@event.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date, cancellation);
            await copy.WriteAsync(@event.Version, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(@event.Epoch, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(DateTimeOffset.FromUnixTimeMilliseconds(@event.At).UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
            await copy.WriteAsync(JsonNamingPolicy.CamelCase.ConvertName(@event.Type.ToString()), NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(@event.By, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(@event.Tickets?.Select(row => row.Ordinal).ToArray() ?? [], NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(@event.Counters?.Select(row => row.Id).ToArray() ?? [], NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(payload, NpgsqlDbType.Jsonb, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }
}

/// <summary>What one transaction wrote.</summary>
/// <param name="Position">Where history stands now.</param>
public sealed record HistoryBatch(HistoryPosition Position, IReadOnlyList<LoggedEvent> Events);
