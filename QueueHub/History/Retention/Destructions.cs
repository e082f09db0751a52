using System.Reflection;
using Dapper;
using Npgsql;
using QueueHub.Contracts.History;

namespace QueueHub.History.Retention;

/// <summary>What was let go of, when and by which rule: a record that is only added to.</summary>
public sealed class Destructions(NpgsqlDataSource source)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 200;

    // With the commit it was built from, where that is known.
    private static readonly string Build =
        typeof(Destructions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>In the transaction that lets go of it.</summary>
    internal static Task WriteAsync(NpgsqlConnection connection, string what, string? first, string before, long rows, string rule) => connection.ExecuteAsync(
        """
        insert into destruction (what, first_day, before_day, row_count, rule, build)
        values (@what, @first::date, @before::date, @rows, @rule, @Build)
        """,
        new { what, first, before, rows, rule, Build });

    /// <summary>The first day of which this is still kept; null while nothing was let go of.</summary>
    internal static Task<DateTime?> BeforeAsync(NpgsqlConnection connection, string what, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<DateTime?>(new CommandDefinition(
            "select max(before_day)::timestamp from destruction where what = @what", new { what }, cancellationToken: cancellation));

    /// <summary>The newest entries first.</summary>
    /// <param name="before">Only those with a smaller number.</param>
    public async Task<IReadOnlyList<Destruction>> PageAsync(long? before, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select id, what, to_char(first_day, 'YYYY-MM-DD') as first, to_char(before_day, 'YYYY-MM-DD') as before, row_count as rows, rule, build, destroyed_at as at
            from destruction where id < @before order by id desc limit {PageSize}
            """,
            new { before = before ?? long.MaxValue }, cancellationToken: cancellation));
        return [.. rows.Select(row => new Destruction(row.Id, row.What, row.First, row.Before, row.Rows, row.Rule, row.Build, new DateTimeOffset(row.At)))];
    }

    private sealed record Row(long Id, string What, string? First, string Before, long Rows, string Rule, string Build, DateTime At);
}
