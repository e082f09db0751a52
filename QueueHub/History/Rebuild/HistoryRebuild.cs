using System.Data;
using System.Diagnostics;
using Dapper;
using Npgsql;

namespace QueueHub.History.Rebuild;

/// <summary>
/// Makes the rows and sums of an office anew from its events, by the rules of the writer. All of it is made aside and compared with what is there; only what
/// differs is written, in the same transaction. Days without events (no longer kept, or never had) stay as they are.
/// </summary>
public sealed class HistoryRebuild(NpgsqlDataSource source, IOfficeFacts facts)
{
    /// <summary>Seconds for one statement: ten years of a large office.</summary>
    internal const int Patience = 1800;

    // Between two statements a day is folded; the usual limit is for nodes that froze.
    private const string Patient = "set local idle_in_transaction_session_timeout = '5min'";

    /// <summary>All offices that have a history, by slug.</summary>
    public async Task<IReadOnlyList<string>> OfficesAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>("select office from history_position order by office")).AsList();
    }

    /// <summary>Those whose rows were made by older rules.</summary>
    public async Task<IReadOnlyList<string>> OutdatedAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>("select office from history_position where fold < @Version order by office", new { HistoryFold.Version })).AsList();
    }

    /// <summary>Makes an office's rows anew. Its writers wait meanwhile, and nobody else.</summary>
    public async Task<Rebuilt> RebuildAsync(string office, CancellationToken cancellation) =>
        await ReplaceAsync(office, "select office from history_position where office = @office for update", cancellation) ?? Rebuilt.Nothing(office);

    /// <summary>The same once, after an upgrade of the rules; null when they are of today, or another node is at it.</summary>
    public Task<Rebuilt?> UpgradeAsync(string office, CancellationToken cancellation) =>
        ReplaceAsync(office, $"select office from history_position where office = @office and fold < {HistoryFold.Version} for update skip locked", cancellation);

    /// <summary>Says what a rebuild would change. Nobody waits: it looks at one moment.</summary>
    public async Task<Rebuilt> CheckAsync(string office, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await MakeAsync(connection, office, (table, scope, _) => table.CompareAsync(connection, scope, cancellation), cancellation);
    }

    private async Task<Rebuilt?> ReplaceAsync(string office, string @lock, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var held = await connection.ExecuteScalarAsync<string>(new CommandDefinition(@lock, new { office }, commandTimeout: Patience, cancellationToken: cancellation));
        if (held is null)
        {
            return null;
        }

        var rebuilt = await MakeAsync(connection, office, (table, scope, _) => table.ReplaceAsync(connection, scope, cancellation), cancellation);
        await connection.ExecuteAsync("update history_position set fold = @Version where office = @office", new { office, HistoryFold.Version });
        await transaction.CommitAsync(cancellation);
        return rebuilt;
    }

    private async Task<Rebuilt> MakeAsync(
        NpgsqlConnection connection, string office, Func<MadeTable, object, CancellationToken, Task<Difference>> then, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await connection.ExecuteAsync(Patient);
        var rows = new MadeRows(connection, office, facts);
        await rows.MakeAsync(cancellation);
        var rollups = new MadeRollups(connection, office, facts.Zone(office));
        await rollups.MakeAsync(rows.Days, cancellation);
        var scope = new
        {
            office,
            days = rows.Days.ToArray(),
            dates = rollups.Dates.ToArray(),
            months = rollups.Months.ToArray(),
            years = rollups.Years.ToArray(),
            firstHour = rollups.FirstHour,
        };
        var differences = new List<Difference>();
        foreach (var table in MadeTable.All)
        {
            differences.Add(await then(table, scope, cancellation));
        }

        var tickets = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition($"select count(*) from {MadeRows.Tickets}", commandTimeout: Patience, cancellationToken: cancellation));
        return new Rebuilt(office, rows.Events, tickets, rows.Days.Count, Stopwatch.GetElapsedTime(began), differences);
    }
}
