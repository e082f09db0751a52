using Dapper;
using Npgsql;
using QueueHub.History.Chains;

namespace QueueHub.History.Access;

/// <summary>The access log in Postgres.</summary>
public sealed class AccessLog(NpgsqlDataSource source)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 100;

    private const string Columns =
        """
        seq, office, version, to_char(business_date, 'YYYY-MM-DD') as day, (extract(epoch from at) * 1000)::bigint as at,
        staff, counter, ordinal, number, service, template, action, previous, hash
        """;

    private static readonly ChainTable<AccessEntry, AccessRow> Chain = new("form_access", Columns, row => row.Chained);

    /// <summary>
    /// Chains what the events say. In the transaction that writes the events, under the office's lock: so each is in the log once, in order, whoever writes.
    /// </summary>
    internal static async Task AppendAsync(NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events)
    {
        var entries = events.Select(logged => AccessEntry.Of(office, logged.Event)).OfType<AccessEntry>().ToList();
        if (entries.Count == 0)
        {
            return;
        }

        await Chain.AppendAsync(connection, office, entries, chained => connection.ExecuteAsync(
            """
            insert into form_access (office, seq, version, business_date, at, staff, counter, ordinal, number, service, template, action, previous, hash)
            values (
              @Office, @Seq, @Version, @Day::date, to_timestamp(@At / 1000.0), @Staff, @Counter, @Ordinal, @Number, @Service, @Template, @Action,
              @Previous, @Hash)
            """,
            chained.Select(row => new
            {
                row.Entry.Office,
                row.Seq,
                row.Entry.Version,
                row.Entry.Day,
                row.Entry.At,
                row.Entry.Staff,
                row.Entry.Counter,
                row.Entry.Ordinal,
                row.Entry.Number,
                row.Entry.Service,
                row.Entry.Template,
                row.Entry.Action,
                row.Previous,
                row.Hash,
            })));
    }

    /// <summary>Entries of some business days, newest first, at most <see cref="PageSize"/>.</summary>
    /// <param name="before">Only those with a smaller number.</param>
    public async Task<IReadOnlyList<Chained<AccessEntry>>> PageAsync(string office, DateOnly from, DateOnly to, long? before, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<AccessRow>(new CommandDefinition(
            $"""
            select {Columns} from form_access
            where office = @office and business_date between @from and @to and seq < @before
            order by seq desc limit {PageSize}
            """,
            new { office, from, to, before = before ?? long.MaxValue }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Chained)];
    }

    /// <summary>Goes through the whole chain of an office.</summary>
    public async Task<ChainVerdict> CheckAsync(string office, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await Chain.CheckAsync(connection, office, cancellation);
    }

    /// <summary>Lets go of what is older than the log is kept; says how many entries.</summary>
    public async Task<long> PurgeAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select purge_form_access()", cancellationToken: cancellation));
    }

    private sealed record AccessRow(
        long Seq, string Office, long Version, string Day, long At, string Staff, string Counter, long Ordinal, int Number, string Service, string? Template,
        string Action, byte[] Previous, byte[] Hash)
    {
        public Chained<AccessEntry> Chained => new(
            Seq, new AccessEntry(Office, Version, Day, At, Staff, Counter, Ordinal, Number, Service, Template, Action), Previous, Hash);
    }
}
