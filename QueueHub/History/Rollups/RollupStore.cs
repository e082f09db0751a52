using System.Data.Common;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace QueueHub.History.Rollups;

/// <summary>Adds to the rollups of one office. Only who holds the office's row in history_position may, or two would read the same sum.</summary>
public static class RollupStore
{
    private static readonly string[] Sums = [.. Enum.GetNames<Measure>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>The columns of sums, in the order of <see cref="Measure"/>; then those of <see cref="Packed"/>.</summary>
    internal static readonly string SumColumns = string.Join(", ", Sums);

    internal const string Packed = "wait, walk, serve, slots";

    private static readonly string[] Columns = [.. Sums, .. Packed.Split(", ")];

    // As arrays, one a column: JSON costs Postgres and this process several times as much.
    private static readonly string Upsert =
        $"""
        insert into rollup (grain, kind, office, start, key, {SumColumns}, {Packed})
        select grain, kind, $1, start, key, {SumColumns}, {Packed}
        from unnest({string.Join(", ", Enumerable.Range(2, 4 + Columns.Length).Select(number => $"${number}"))}) as row (grain, kind, start, key, {SumColumns}, {Packed})
        on conflict (grain, kind, office, start, key) do update set
          ({SumColumns}, {Packed}) = ({string.Join(", ", Columns.Select(column => "excluded." + column))})
        """;

    // Row by row: of whatever the planner thinks there is, only what is wanted may be looked at.
    private static readonly string Read =
        $"""
        select wanted.at, {SumColumns}, {Packed}
        from unnest($2, $3, $4, $5) with ordinality as wanted (grain, kind, start, key, at)
        cross join lateral (
          select * from rollup
          where office = $1 and grain = wanted.grain and kind = wanted.kind and start = wanted.start and key = wanted.key offset 0) as found
        """;

    private const string Delete =
        """
        delete from rollup using unnest($2, $3, $4, $5) as gone (grain, kind, start, key)
        where rollup.office = $1 and rollup.grain = gone.grain and rollup.kind = gone.kind and rollup.start = gone.start and rollup.key = gone.key
        """;

    private static readonly string[] Grains = [.. Enum.GetValues<Grain>().Select(Name)];
    private static readonly string[] Kinds = [.. Enum.GetValues<RollupKind>().Select(Name)];

    /// <summary>Milliseconds of many outgrow what a count fits in; their columns are wider.</summary>
    internal static bool IsTime(Measure measure) => measure >= Measure.ToldErrorMs;

    /// <summary>A rollup's name in the database.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Adds the changes to what is there. One of which nothing is left goes.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, string office, IReadOnlyDictionary<RollupKey, Tally> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var (keys, sums) = (changes.Keys.ToList(), changes.Values.Select(change => new Tally().Add(change)).ToList());
        await ReadAsync(connection, office, keys, sums, cancellation);
        var kept = Enumerable.Range(0, keys.Count).Where(at => !sums[at].IsZero).ToList();
        await using (var upsert = Command(connection, Upsert, office, [.. kept.Select(at => keys[at])]))
        {
            Bind(upsert, [.. kept.Select(at => sums[at])]);
            await RunAsync(upsert, cancellation);
        }

        if (kept.Count < keys.Count)
        {
            await using var delete = Command(connection, Delete, office, [.. Enumerable.Range(0, keys.Count).Where(at => sums[at].IsZero).Select(at => keys[at])]);
            await RunAsync(delete, cancellation);
        }
    }

    private static async Task ReadAsync(
        NpgsqlConnection connection, string office, List<RollupKey> keys, List<Tally> sums, CancellationToken cancellation)
    {
        await using var read = Command(connection, Read, office, keys);
        await read.PrepareAsync(cancellation);
        await using var reader = await read.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            AddTo(sums[(int)reader.GetInt64(0) - 1], reader, 1);
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string office, List<RollupKey> keys) => new(sql, connection)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = office },
            new NpgsqlParameter<string[]> { TypedValue = [.. keys.Select(key => Grains[(int)key.Grain])] },
            new NpgsqlParameter<string[]> { TypedValue = [.. keys.Select(key => Kinds[(int)key.Kind])] },
            new NpgsqlParameter<DateTime[]> { TypedValue = [.. keys.Select(key => key.Start)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Timestamp },
            new NpgsqlParameter<string[]> { TypedValue = [.. keys.Select(key => key.Key)] },
        },
    };

    private static void Bind(NpgsqlCommand command, List<Tally> sums)
    {
        foreach (var measure in Enum.GetValues<Measure>())
        {
            command.Parameters.Add(IsTime(measure)
                ? new NpgsqlParameter<long[]> { TypedValue = [.. sums.Select(sum => sum[measure])] }
                : new NpgsqlParameter<int[]> { TypedValue = [.. sums.Select(sum => checked((int)sum[measure]))] });
        }

        foreach (var of in (Func<Tally, byte[]>[])[sum => sum.Wait.Pack(), sum => sum.Walk.Pack(), sum => sum.Serve.Pack(), sum => sum.Slots.Pack()])
        {
            command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. sums.Select(of)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        }
    }

    // Its plan is made once a connection: that of so many columns takes longer than the rows.
    private static async Task RunAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await command.PrepareAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Adds a row's sums, which begin at this column.</summary>
    internal static void AddTo(Tally tally, DbDataReader reader, int column)
    {
        for (var measure = 0; measure < Tally.Measures; measure++)
        {
            tally[(Measure)measure] += reader.GetInt64(column + measure);
        }

        column += Tally.Measures;
        tally.Wait.Add(reader.GetFieldValue<byte[]>(column));
        tally.Walk.Add(reader.GetFieldValue<byte[]>(column + 1));
        tally.Serve.Add(reader.GetFieldValue<byte[]>(column + 2));
        tally.Slots.Add(reader.GetFieldValue<byte[]>(column + 3));
    }
}
