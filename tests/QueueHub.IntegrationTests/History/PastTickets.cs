using Dapper;
using Npgsql;

namespace QueueHub.IntegrationTests.History;

/// <summary>Tickets of past days, written straight into history.</summary>
internal static class PastTickets
{
    /// <summary>The month they are in.</summary>
    public const string From = "2026-02-01", To = "2026-02-28";

    /// <summary>So many visits of February 2026 that went well; their clerk must never be read.</summary>
    public static async Task WriteTicketsAsync(this RunningHub hub, int count)
    {
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        await connection.ExecuteAsync(
            """
            select ensure_history_partitions('2026-02-01');
            insert into ticket (office, business_date, ordinal, version, number, service, journey, leg, class, channel, language, state, since, issued_at,
              called_at, served_at, ended_at, waiting_ms, called_ms, serving_ms, counter, staff, calls, recalls, result, form_template, form_version, pages, rating,
              expected_low, expected_high)
            select 'seocho', date '2026-02-01' + n % 28, n, n, n % 900 + 1, 'resident', array['resident', 'move-in'], 0, 'standard', 'phone', 'ko', 'done',
              at, at, at + interval '90 seconds', at + interval '2 minutes', at + interval '5 minutes', 89600, 30400, 180000, '3', 'secret-clerk', 1, 0,
              '=1+1', 'resident-register', 1, 1, 5, 5, 10
            from generate_series(0, @count - 1) n, lateral (select timestamptz '2026-02-01 09:00:00+09' + n % 28 * interval '1 day' as at) t
            """,
            new { count }, commandTimeout: 120);
    }

    /// <summary>As if so many numbers had been taken on the third.</summary>
    public static async Task WriteVisitsAsync(this RunningHub hub, int visits)
    {
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        await connection.ExecuteAsync(
            """
            insert into rollup (grain, kind, office, start, key, visits) values ('day', 'office', 'seocho', '2026-02-03', '', @visits)
            on conflict (grain, kind, office, start, key) do update set visits = excluded.visits
            """,
            new { visits });
    }
}
