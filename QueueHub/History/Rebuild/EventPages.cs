using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace QueueHub.History.Rebuild;

/// <summary>All events of an office that are still kept, in order, a page at a time.</summary>
internal static class EventPages
{
    private const int PageSize = 5000;

    // The business day only moves forward: the order of the key is that of the versions.
    private const string Page =
        """
        select to_char(business_date, 'YYYY-MM-DD') as day, version, payload::text as payload from event
        where office = @office and business_date >= @day::date and (business_date, version) > (@day::date, @version)
        order by business_date, version limit @PageSize
        """;

    /// <exception cref="HistoryGapException">A later day has an earlier version.</exception>
    public static async IAsyncEnumerable<LoggedEvent> ReadAsync(NpgsqlConnection connection, string office, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (day, version) = ("0001-01-01", 0L);
        while (true)
        {
            var rows = (await connection.QueryAsync<(string Day, long Version, string Payload)>(
                new CommandDefinition(Page, new { office, day, version, PageSize }, commandTimeout: HistoryRebuild.Patience, cancellationToken: cancellation))).AsList();
            foreach (var row in rows)
            {
                if (row.Version <= version)
                {
                    throw new HistoryGapException($"Office {office}: event {row.Version} of {row.Day} is older than event {version} of {day}.");
                }

                (day, version) = (row.Day, row.Version);
                yield return LoggedEvent.Parse(row.Payload);
            }

            if (rows.Count < PageSize)
            {
                yield break;
            }
        }
    }
}
