using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using QueueHub.History.Rebuild;
using QueueHub.History.Rollups;

namespace QueueHub.History;

/// <summary>Rows of history by binary COPY, into the tables themselves or into others of the same columns.</summary>
public static class BinaryRows
{
    private const string TicketColumns =
        """
        office, business_date, ordinal, version, number, service, journey, leg, class, channel, language, state, since, issued_at, called_at, served_at, ended_at,
        on_the_way_ms, waiting_ms, called_ms, serving_ms, parked_ms, no_show_ms, counter, staff, calls, reinstated, requeued, result,
        form_template, form_version, form_fields, leg_results, transfers, recalls, pages, rating, expected_low, expected_high, expected_at, stops
        """;

    private static readonly NpgsqlDbType[] SumTypes =
        [.. Enum.GetValues<Measure>().Select(measure => RollupStore.IsTime(measure) ? NpgsqlDbType.Bigint : NpgsqlDbType.Integer)];

    public static Task TicketsAsync(NpgsqlConnection connection, string table, IEnumerable<TicketHistory> rows, CancellationToken cancellation) =>
        CopyAsync(connection, $"{table} ({TicketColumns})", rows, WriteAsync, cancellation);

    public static Task StretchesAsync(NpgsqlConnection connection, string table, IEnumerable<CounterStretch> rows, CancellationToken cancellation) =>
        CopyAsync(connection, $"{table} (office, business_date, counter, since, until, state, staff)", rows, WriteAsync, cancellation);

    public static Task RollupsAsync(
        NpgsqlConnection connection, string table, string office, IEnumerable<KeyValuePair<RollupKey, Tally>> rows, CancellationToken cancellation) => CopyAsync(
        connection, $"{table} (grain, kind, office, start, key, {RollupStore.SumColumns}, {RollupStore.Packed})", rows,
        (copy, row, stop) => WriteAsync(copy, office, row, stop), cancellation);

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, string into, IEnumerable<T> rows, Func<NpgsqlBinaryImporter, T, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", cancellation);
        copy.Timeout = TimeSpan.FromSeconds(HistoryRebuild.Patience);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            await write(copy, row, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, TicketHistory row, CancellationToken cancellation)
    {
        (object? Value, NpgsqlDbType Type)[] columns =
        [
            (row.Office, NpgsqlDbType.Text), (Date(row.BusinessDate), NpgsqlDbType.Date), (row.Ordinal, NpgsqlDbType.Bigint),
            (row.Version, NpgsqlDbType.Bigint), (row.Number, NpgsqlDbType.Integer), (row.Service, NpgsqlDbType.Text),
            (row.Journey.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text), (row.Leg, NpgsqlDbType.Integer), (row.Class, NpgsqlDbType.Text),
            (row.Channel, NpgsqlDbType.Text), (row.Language, NpgsqlDbType.Text), (Name(row.State), NpgsqlDbType.Text),
            (row.Since.UtcDateTime, NpgsqlDbType.TimestampTz), (row.IssuedAt.UtcDateTime, NpgsqlDbType.TimestampTz),
            (row.CalledAt?.UtcDateTime, NpgsqlDbType.TimestampTz), (row.ServedAt?.UtcDateTime, NpgsqlDbType.TimestampTz),
            (row.EndedAt?.UtcDateTime, NpgsqlDbType.TimestampTz), (row.OnTheWayMs, NpgsqlDbType.Bigint), (row.WaitingMs, NpgsqlDbType.Bigint),
            (row.CalledMs, NpgsqlDbType.Bigint), (row.ServingMs, NpgsqlDbType.Bigint), (row.ParkedMs, NpgsqlDbType.Bigint), (row.NoShowMs, NpgsqlDbType.Bigint),
            (row.Counter, NpgsqlDbType.Text), (row.Staff, NpgsqlDbType.Text), (row.Calls, NpgsqlDbType.Integer), (row.Reinstated, NpgsqlDbType.Integer),
            (row.Requeued, NpgsqlDbType.Integer), (row.Result, NpgsqlDbType.Text), (row.FormTemplate, NpgsqlDbType.Text), (row.FormVersion, NpgsqlDbType.Integer),
            (row.FormFields, NpgsqlDbType.Integer), (row.LegResults.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text), (row.Transfers, NpgsqlDbType.Integer),
            (row.Recalls, NpgsqlDbType.Integer), (row.Pages, NpgsqlDbType.Integer), ((short?)row.Rating, NpgsqlDbType.Smallint),
            (row.ExpectedLow, NpgsqlDbType.Integer), (row.ExpectedHigh, NpgsqlDbType.Integer), (row.ExpectedAt?.UtcDateTime, NpgsqlDbType.TimestampTz),
            (JsonSerializer.Serialize(row.Stops, TicketHistory.Json), NpgsqlDbType.Jsonb),
        ];
        foreach (var (value, type) in columns)
        {
            await WriteAsync(copy, value, type, cancellation);
        }
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, CounterStretch row, CancellationToken cancellation)
    {
        await copy.WriteAsync(row.Office, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(Date(row.BusinessDate), NpgsqlDbType.Date, cancellation);
        await copy.WriteAsync(row.Counter, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(row.Since.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
        await WriteAsync(copy, row.Until?.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
        await copy.WriteAsync(Name(row.State), NpgsqlDbType.Text, cancellation);
        await WriteAsync(copy, row.Staff, NpgsqlDbType.Text, cancellation);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, string office, KeyValuePair<RollupKey, Tally> row, CancellationToken cancellation)
    {
        var (key, tally) = row;
        await copy.WriteAsync(RollupStore.Name(key.Grain), NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(RollupStore.Name(key.Kind), NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(office, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(DateTime.SpecifyKind(key.Start, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp, cancellation);
        await copy.WriteAsync(key.Key, NpgsqlDbType.Text, cancellation);
        for (var measure = 0; measure < Tally.Measures; measure++)
        {
            var sum = tally[(Measure)measure];
            await (SumTypes[measure] == NpgsqlDbType.Bigint
                ? copy.WriteAsync(sum, NpgsqlDbType.Bigint, cancellation)
                : copy.WriteAsync(checked((int)sum), NpgsqlDbType.Integer, cancellation));
        }

        foreach (var packed in new[] { tally.Wait.Pack(), tally.Walk.Pack(), tally.Serve.Pack(), tally.Slots.Pack() })
        {
            await copy.WriteAsync(packed, NpgsqlDbType.Bytea, cancellation);
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken cancellation) =>
        value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, type, cancellation);

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // As its JSON has it: that is how the writer stores it.
    private static string Name<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value).GetString()!;
}
