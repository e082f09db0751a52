using Dapper;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.History.Retention;

/// <summary>Drops whole months of a table, each in one transaction with the record of it.</summary>
internal sealed class OldMonths(NpgsqlDataSource source)
{
    private const int Tries = 5;

    // Whoever wants to write to the table waits behind who waits for its lock: so we wait a moment, and come back.
    private const string Impatient = "set local lock_timeout = '500ms'";

    private const string Parts =
        """
        select part.relname::text as name, (regexp_match(bounds, 'FROM \(''([0-9-]+)''\)'))[1] as first, (regexp_match(bounds, 'TO \(''([0-9-]+)''\)'))[1] as next
        from pg_inherits
        join pg_class part on part.oid = inhrelid
        cross join lateral pg_get_expr(part.relpartbound, part.oid) as bounds
        where inhparent = @table::regclass and (regexp_match(bounds, 'TO \(''([0-9-]+)''\)'))[1]::date <= @before::date
        order by 2
        """;

    /// <summary>Drops what ends before the rule's first day that stays; gives how many rows there were.</summary>
    public async Task<long> DropAsync(KeepingRule rule, DateOnly before, CancellationToken cancellation)
    {
        IReadOnlyList<(string Name, string First, string Next)> parts;
        await using (var connection = await source.OpenConnectionAsync(cancellation))
        {
            parts = (await connection.QueryAsync<(string, string, string)>(Parts, new { table = rule.What, before = $"{before:yyyy-MM-dd}" })).AsList();
        }

        var gone = 0L;
        foreach (var part in parts)
        {
            gone += await PatientlyAsync(() => DropAsync(rule, part, cancellation), cancellation);
        }

        return gone;
    }

    private static async Task<long> PatientlyAsync(Func<Task<long>> drop, CancellationToken cancellation)
    {
        var backoff = new Backoff();
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await drop();
            }
            catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && tries < Tries)
            {
                await backoff.WaitAsync(cancellation);
            }
        }
    }

    private async Task<long> DropAsync(KeepingRule rule, (string Name, string First, string Next) part, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(Impatient);

        // From here on nothing is added to the month: the record counts what goes.
        await connection.ExecuteAsync($"lock table {part.Name} in share mode");
        var rows = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition($"select count(*) from {part.Name}", commandTimeout: 600, cancellationToken: cancellation));
        await connection.ExecuteAsync($"drop table {part.Name}");
        await Destructions.WriteAsync(connection, rule.What, part.First, part.Next, rows, rule.Text);
        await transaction.CommitAsync(cancellation);
        return rows;
    }
}
