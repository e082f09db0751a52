using Dapper;
using Npgsql;

namespace QueueHub.History.Rebuild;

/// <summary>A table of history and its counterpart as the events make it.</summary>
/// <param name="Key">The columns that name a row of an office.</param>
/// <param name="Scope">Which rows the events say everything of.</param>
internal sealed record MadeTable(string Name, string Made, IReadOnlyList<string> Key, string Scope)
{
    private const int Shown = 5;
    private const string OfDays = "office = @office and business_date = any(@days::date[])";

    public static readonly IReadOnlyList<MadeTable> All =
    [
        new("ticket", MadeRows.Tickets, ["business_date", "ordinal"], OfDays),
        new("counter_stretch", MadeRows.Stretches, ["business_date", "counter", "since"], OfDays),
        new(
            "rollup", MadeRows.Rollups, ["grain", "start", "kind", "key"],
            """
            office = @office and (grain in ('hour', 'day') and date_trunc('day', start) = any(@dates) and (grain = 'day' or start >= @firstHour)
              or grain = 'month' and start = any(@months) or grain = 'year' and start = any(@years))
            """),
    ];

    private string Wrong => $"select * from {Name} where {Scope} except select * from {Made}";

    private string Missing => $"select * from {Made} except select * from {Name} where {Scope}";

    public async Task<Difference> CompareAsync(NpgsqlConnection connection, object scope, CancellationToken cancellation)
    {
        var (wrong, some) = await CountAsync(Wrong);
        var (missing, others) = await CountAsync(Missing);
        return new Difference(Name, missing, wrong, [.. some.Union(others).Take(Shown)]);

        async Task<(long Count, IEnumerable<string> Keys)> CountAsync(string rows)
        {
            var keys = (await connection.QueryAsync<(string Key, long Count)>(Command(
                $"select concat_ws(' ', {string.Join(", ", Key)}), count(*) over () from ({rows}) differing order by 1 limit {Shown}", scope, cancellation))).AsList();
            return (keys.Select(key => key.Count).FirstOrDefault(), keys.Select(key => key.Key));
        }
    }

    public async Task<Difference> ReplaceAsync(NpgsqlConnection connection, object scope, CancellationToken cancellation)
    {
        var same = string.Join(" and ", Key.Select(column => $"present.{column} = wrong.{column}"));
        var wrong = await connection.ExecuteAsync(Command($"delete from {Name} present using ({Wrong}) wrong where present.office = wrong.office and {same}", scope, cancellation));
        var missing = await connection.ExecuteAsync(Command($"insert into {Name} {Missing}", scope, cancellation));
        return new Difference(Name, missing, wrong, []);
    }

    private static CommandDefinition Command(string sql, object scope, CancellationToken cancellation) =>
        new(sql, scope, commandTimeout: HistoryRebuild.Patience, cancellationToken: cancellation);
}
