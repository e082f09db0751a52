using System.Globalization;
using Dapper;
using Npgsql;
using QueueHub.History.Rebuild;
using QueueHub.History.Rollups;

namespace QueueHub.History.Retention;

/// <summary>
/// Lets go of sums, office by office. The sum of a year of which months have gone is made anew from those that stay: a year is always the sum of its months.
/// </summary>
internal sealed class OldSums(NpgsqlDataSource source)
{
    private const int Patience = 600;

    /// <summary>Takes away what begins before the first day that stays; gives how many rows there were.</summary>
    public async Task<long> DropAsync(KeepingRule rule, DateOnly before, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var offices = (await connection.QueryAsync<string>("select office from history_position order by office")).AsList();
        var gone = 0L;
        foreach (var office in offices)
        {
            gone += await DropAsync(connection, office, rule, before.ToDateTime(TimeOnly.MinValue), cancellation);
        }

        return gone;
    }

    private static async Task<long> DropAsync(NpgsqlConnection connection, string office, KeepingRule rule, DateTime before, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(Command("select from history_position where office = @office for update", new { office }, cancellation));
        var gone = (await connection.QueryAsync<DateTime>(Command(
            "delete from rollup where grain = @What and kind = any(@Kinds) and office = @office and start < @before returning start",
            new { rule.What, RollupSums.Kinds, office, before }, cancellation))).AsList();
        if (gone.Count == 0)
        {
            return 0;
        }

        if (rule.What == RollupStore.Name(Grain.Month))
        {
            await SumYearsAsync(connection, office, before, cancellation);
        }

        var first = gone.Min().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Destructions.WriteAsync(connection, What(rule.What, office), first, before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), gone.Count, rule.Text);
        await transaction.CommitAsync(cancellation);
        return gone.Count;
    }

    /// <summary>How sums that went are called in the record.</summary>
    internal static string What(Grain grain, string office) => What(RollupStore.Name(grain), office);

    private static string What(string grain, string office) => $"rollup {grain} {office}";

    private static async Task SumYearsAsync(NpgsqlConnection connection, string office, DateTime before, CancellationToken cancellation)
    {
        var year = Hours.Start(Grain.Year, before);
        await connection.ExecuteAsync(Command(
            "delete from rollup where grain = 'year' and kind = any(@Kinds) and office = @office and start <= @year", new { RollupSums.Kinds, office, year }, cancellation));
        var sums = await RollupSums.OfPartsAsync(
            connection, Grain.Year, year,
            "select * from rollup where grain = 'month' and kind = any(@Kinds) and office = @office and start >= @year and start < @next",
            new { RollupSums.Kinds, office, year, next = year.AddYears(1) }, cancellation);
        await BinaryRows.RollupsAsync(connection, "rollup", office, sums, cancellation);
    }

    private static CommandDefinition Command(string sql, object which, CancellationToken cancellation) =>
        new(sql, which, commandTimeout: Patience, cancellationToken: cancellation);
}
