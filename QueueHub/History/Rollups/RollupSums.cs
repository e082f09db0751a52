using Dapper;
using Npgsql;

namespace QueueHub.History.Rollups;

/// <summary>A month is the sum of its days, a year that of its months.</summary>
internal static class RollupSums
{
    /// <summary>All kinds, by their names: they come before the office in the key.</summary>
    public static readonly string[] Kinds = [.. Enum.GetValues<RollupKind>().Select(RollupStore.Name)];

    /// <summary>The sums of what a query gives, as rollups of this grain and start.</summary>
    public static async Task<IReadOnlyDictionary<RollupKey, Tally>> OfPartsAsync(
        NpgsqlConnection connection, Grain grain, DateTime start, string parts, object which, CancellationToken cancellation)
    {
        var sums = new Dictionary<RollupKey, Tally>();
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(
            $"select kind, key, {RollupStore.SumColumns}, {RollupStore.Packed} from ({parts}) part",
            which, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            var key = new RollupKey(grain, Enum.Parse<RollupKind>(reader.GetString(0), ignoreCase: true), start, reader.GetString(1));
            if (!sums.TryGetValue(key, out var sum))
            {
                sums[key] = sum = new Tally();
            }

            RollupStore.AddTo(sum, reader, 2);
        }

        return sums.Where(pair => !pair.Value.IsZero).ToDictionary();
    }
}
