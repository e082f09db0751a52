using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using QueueHub.History.Answers;
using QueueHub.Offices;

namespace QueueHub.History.Export;

/// <summary>Reads tickets as rows of <see cref="ExportSchema.Tickets"/>, one after the other: of millions of them one is in memory.</summary>
public sealed class TicketCells(NpgsqlDataSource source, IOfficeFacts facts)
{
    // Left to itself Postgres would read and sort all of it before the first row, and compile the query meanwhile: seconds, and a file's size of its memory.
    // And it waits for its reader, who may be slow, longer than a session of ours may usually be idle: LongestExport ends it.
    private const string AsItGoes =
        "set local enable_sort = off; set local jit = off; set local idle_in_transaction_session_timeout = 0; set local tcp_user_timeout = 0";

    /// <summary>The tickets of the question: office by office, each in the order of its days and of issue.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync(HistoryQuestion question, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var stream = new NpgsqlCommand(AsItGoes, connection))
        {
            await stream.ExecuteNonQueryAsync(cancellation);
        }

        foreach (var document in question.Offices)
        {
            var office = document.Slug;

            // Of one office, since then the order is that of the key.
            await using var command = new NpgsqlCommand(
                """
                select business_date, number, service, array_to_string(journey, '>'), class, channel, language, state,
                  issued_at, called_at, served_at, ended_at,
                  round(on_the_way_ms / 1000.0)::bigint, round(waiting_ms / 1000.0)::bigint, round(called_ms / 1000.0)::bigint,
                  round(serving_ms / 1000.0)::bigint, round(parked_ms / 1000.0)::bigint,
                  calls, recalls, transfers, counter, result, form_template, form_version, pages, rating, expected_low, expected_high
                from ticket
                where office = $1 and business_date between $2 and $3
                order by business_date, ordinal
                """,
                connection)
            {
                // How long a file may take is said by who asks for it: a disk that stands still for a while must not cost an hour's download.
                CommandTimeout = 0,
                Parameters = { new() { Value = office }, new() { Value = question.From }, new() { Value = question.To } },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var zone = facts.Zone(office);
            while (await reader.ReadAsync(cancellation))
            {
                yield return Row(reader, document, zone);
            }
        }
    }

    private static IReadOnlyList<object?> Row(NpgsqlDataReader reader, OfficeDocument office, TimeZoneInfo zone)
    {
        var issued = Time(8)!.Value;
        return
        [
            office.Slug, reader.GetFieldValue<DateOnly>(0), Whole(1), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), (long)issued.Offset.TotalMinutes,
            issued, Time(9), Time(10), Time(11), Whole(12), Whole(13), Whole(14), Whole(15), Whole(16),
            Whole(17), Whole(18), Whole(19), Text(20), Text(21), Text(22), Whole(23), Whole(24), Whole(25), Whole(26), Whole(27),

            // As they are called today; of what is no longer there the code is all that is left.
            office.Name.Ko, office.Service(Text(2)!)?.Name.Ko ?? Text(2), office.Class(Text(4)!)?.Name.Ko ?? Text(4), ExportWords.Channel(Text(5)), ExportWords.State(Text(7)),
        ];

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        long? Whole(int column) => reader.IsDBNull(column) ? null : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

        DateTimeOffset? Time(int column) =>
            reader.IsDBNull(column) ? null : TimeZoneInfo.ConvertTime(new DateTimeOffset(reader.GetDateTime(column), TimeSpan.Zero), zone);
    }
}
