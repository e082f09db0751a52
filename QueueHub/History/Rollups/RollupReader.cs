using Dapper;
using Npgsql;

namespace QueueHub.History.Rollups;

/// <summary>Reads rollups and sums them up.</summary>
public static class RollupReader
{
    /// <summary>The sums of a range, by what is asked for: of each office, key or time apart.</summary>
    /// <param name="connection">Where several questions make one answer, that of a <see cref="Answers.HistoryMoment"/>.</param>
    /// <param name="key">Of this one alone; null: of all.</param>
    /// <param name="periods">From <see cref="Periods.Cover"/>.</param>
    /// <param name="by">What belongs together has the same.</param>
    public static async Task<Dictionary<TKey, Tally>> SumAsync<TKey>(
        NpgsqlConnection connection, IReadOnlyCollection<string> offices, RollupKind kind, string? key, IReadOnlyList<Period> periods, Func<RollupRow, TKey> by,
        CancellationToken cancellation)
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, Tally>();
        if (periods.Count == 0)
        {
            return sums;
        }

        var parameters = new DynamicParameters(new { offices = offices.ToArray(), kind = RollupStore.Name(kind), key });
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(Sql(periods, key is not null, parameters), parameters, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            var of = by(new RollupRow(reader.GetString(0), reader.GetDateTime(1), reader.GetString(2)));
            if (!sums.TryGetValue(of, out var sum))
            {
                sums[of] = sum = new Tally();
            }

            RollupStore.AddTo(sum, reader, 3);
        }

        return sums;
    }

    // One scan a period, each of one partition: the names of grains are in the text, so that the planner sees which.
    internal static string Sql(IReadOnlyList<Period> periods, bool one, DynamicParameters parameters) => string.Join("\nunion all\n", periods.Select((period, at) =>
    {
        parameters.Add($"from{at}", period.From);
        parameters.Add($"to{at}", period.To);
        return $"""
            select office, start, key, {RollupStore.SumColumns}, {RollupStore.Packed} from rollup
            where grain = '{RollupStore.Name(period.Grain)}' and kind = @kind and office = any(@offices) and start between @from{at} and @to{at}{(one ? " and key = @key" : "")}
            """;
    }));
}

/// <summary>Which rollup a row is.</summary>
/// <param name="Start">When its hour, day, month or year began, by the office's time.</param>
public readonly record struct RollupRow(string Office, DateTime Start, string Key);
