using Dapper;
using Npgsql;
using QueueHub.History;
using QueueHub.History.Chains;

namespace QueueHub.Protection.Incidents;

/// <summary>The incident record in Postgres: only ever added to.</summary>
public sealed class IncidentLog(NpgsqlDataSource source)
{
    /// <summary>Incidents on one page.</summary>
    public const int PageSize = 50;

    private const string Columns =
        """
        seq, office, incident, to_char(business_date, 'YYYY-MM-DD') as day, (extract(epoch from at) * 1000)::bigint as at,
        counter, ordinal, number, staff, action, actor, kind, note, source, previous, hash
        """;

    private static readonly ChainTable<IncidentLine, Row> Chain = new("incident", Columns, row => row.Chained);

    /// <summary>
    /// Chains what the events say. In the transaction that writes the events and their tickets, under the office's lock: so each is in the record once, in order,
    /// whoever writes.
    /// </summary>
    internal static async Task AppendAsync(NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events)
    {
        var lines = events.Select(logged => IncidentEvents.LineOf(office, logged.Event)).OfType<IncidentLine>().ToList();
        if (lines.Count > 0)
        {
            await Chain.AppendAsync(connection, office, await NumberedAsync(connection, office, lines), chained => InsertAsync(connection, chained));
        }
    }

    /// <summary>
    /// Adds what somebody wrote; a request that was carried out before adds nothing. False: its id was used for something else.
    /// </summary>
    public async Task<bool> WriteAsync(IncidentLine line, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (await WrittenAsync(connection, line) is not { } before)
            {
                await Chain.AppendAsync(connection, line.Office, [line], chained => InsertAsync(connection, chained));
                await transaction.CommitAsync(cancellation);
                return true;
            }

            return before.Repeats(line);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same request came twice in one moment, and the other one was first.
            return await WrittenAsync(connection, line) is { } other && other.Repeats(line);
        }
    }

    /// <summary>The lines of some incidents of an office, those of the newest incident first, each incident's in the order of writing.</summary>
    /// <param name="staff">Only incidents that concern this clerk; null: all.</param>
    /// <param name="before">Only incidents whose first line has a smaller number.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Chained<IncidentLine>>>> PageAsync(string office, string? staff, long? before, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            with page as (
              select incident as id, min(seq) as first from incident where office = @office group by incident
              having (@staff::text is null or bool_or(staff = @staff)) and min(seq) < @before
              order by first desc limit {PageSize})
            select {Columns} from page join incident on office = @office and incident = page.id order by page.first desc, seq
            """,
            new { office, staff, before = before ?? long.MaxValue }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Chained).GroupBy(row => row.Entry.Incident).Select(lines => lines.ToList())];
    }

    /// <summary>The lines of one incident, in the order of writing; none when there is no such incident, or it does not concern this clerk.</summary>
    public async Task<IReadOnlyList<Chained<IncidentLine>>> FindAsync(string office, string incident, string? staff, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Columns} from incident where office = @office and incident = @incident order by seq",
            new { office, incident }, cancellationToken: cancellation));
        var lines = rows.Select(row => row.Chained).ToList();
        return staff is null || lines.Any(line => line.Entry.Staff == staff) ? lines : [];
    }

    /// <summary>Goes through the whole chain of an office.</summary>
    public async Task<ChainVerdict> CheckAsync(string office, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await Chain.CheckAsync(connection, office, cancellation);
    }

    /// <summary>Lets go of what is older than this; says how many lines. The database itself keeps everything for three years.</summary>
    public async Task<long> PurgeAsync(int years, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select purge_chain('incident', make_interval(years => @years))", new { years }, cancellationToken: cancellation));
    }

    private static async Task<IReadOnlyList<IncidentLine>> NumberedAsync(NpgsqlConnection connection, string office, List<IncidentLine> lines)
    {
        var unnumbered = lines.Where(line => line is { Ordinal: not null, Number: null }).ToList();
        if (unnumbered.Count == 0)
        {
            return lines;
        }

        var numbers = (await connection.QueryAsync<(long Ordinal, int Number)>(
            "select ordinal, number from ticket where office = @office and business_date = any(@days::date[]) and ordinal = any(@ordinals)",
            new { office, days = unnumbered.Select(line => line.Day).Distinct().ToArray(), ordinals = unnumbered.Select(line => line.Ordinal!.Value).ToArray() }))
            .ToDictionary(ticket => ticket.Ordinal, ticket => ticket.Number);
        return [.. lines.Select(line => line.Number is null && line.Ordinal is { } ordinal && numbers.TryGetValue(ordinal, out var number)
            ? line with { Number = number }
            : line)];
    }

    private static async Task<IncidentLine?> WrittenAsync(NpgsqlConnection connection, IncidentLine line) =>
        (await connection.QuerySingleOrDefaultAsync<Row>(
            $"select {Columns} from incident where office = @Office and source = @Source", new { line.Office, line.Source }))?.Chained.Entry;

    private static Task<int> InsertAsync(NpgsqlConnection connection, IReadOnlyList<Chained<IncidentLine>> chained) => connection.ExecuteAsync(
        """
        insert into incident (
          office, seq, incident, business_date, at, counter, ordinal, number, staff, action, actor, kind, note, source, previous, hash)
        values (
          @Office, @Seq, @Incident, @Day::date, to_timestamp(@At / 1000.0), @Counter, @Ordinal, @Number, @Staff, @Action, @By, @Kind, @Note, @Source,
          @Previous, @Hash)
        """,
        chained.Select(row => new
        {
            row.Entry.Office,
            row.Seq,
            row.Entry.Incident,
            row.Entry.Day,
            row.Entry.At,
            row.Entry.Counter,
            row.Entry.Ordinal,
            row.Entry.Number,
            row.Entry.Staff,
            row.Entry.Action,
            row.Entry.By,
            row.Entry.Kind,
            row.Entry.Note,
            row.Entry.Source,
            row.Previous,
            row.Hash,
        }));

    private sealed record Row(
        long Seq, string Office, string Incident, string Day, long At, string Counter, long? Ordinal, int? Number, string Staff, string Action, string Actor,
        string? Kind, string? Note, string Source, byte[] Previous, byte[] Hash)
    {
        public Chained<IncidentLine> Chained => new(
            Seq, new IncidentLine(Office, Incident, Day, At, Counter, Ordinal, Number, Staff, Action, Actor, Kind, Note, Source), Previous, Hash);
    }
}
