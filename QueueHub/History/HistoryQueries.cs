using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.Platform.Database;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>What history answers.</summary>
public sealed class HistoryQueries(NpgsqlDataSource source) : IHistoryFloors
{
    public async Task<HistoryFloor?> FloorAsync(string office)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            return await connection.QuerySingleOrDefaultAsync<HistoryFloor>(
                "select version, ordinal from history_position where office = @office", new { office });
        }
        catch (Exception error) when (PostgresFaults.IsFault(error) || error is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            // Away, or back a moment ago and not yet migrated.
            return null;
        }
    }

    /// <summary>
    /// What is needed to know the office's last business day again, in order: its events since the day was opened or the office rebuilt. Empty when the last
    /// week has none; null when Postgres cannot be asked.
    /// </summary>
    public async Task<IReadOnlyList<OfficeEvent>?> LastDayAsync(string office, DateOnly today)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            var payloads = await connection.QueryAsync<string>(
                """
                select payload from event
                where office = @office and business_date >= @week and version >= (
                  select max(version) from event where office = @office and business_date >= @week and type in ('dayOpened', 'officeRebuilt'))
                order by version
                """,
                new { office, week = today.AddDays(-7) });
            return [.. payloads.Select(payload => LoggedEvent.Parse(payload).Event)];
        }
        catch (Exception error) when (PostgresFaults.IsFault(error) || error is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            return null;
        }
    }

    /// <summary>A ticket's row; null when history does not have it.</summary>
    public async Task<TicketHistory?> TicketAsync(string office, string day, long ordinal)
    {
        await using var connection = await source.OpenConnectionAsync();
        var json = await connection.QuerySingleOrDefaultAsync<string>(
            "select to_jsonb(ticket) from ticket where office = @office and business_date = @day::date and ordinal = @ordinal",
            new { office, day, ordinal });
        return json is null ? null : JsonSerializer.Deserialize<TicketHistory>(json, TicketHistory.Json);
    }

    /// <summary>All tickets of a business day, in the order of issue.</summary>
    public async Task<IReadOnlyList<TicketHistory>> DayAsync(string office, string day)
    {
        await using var connection = await source.OpenConnectionAsync();
        var rows = await connection.QueryAsync<string>(
            "select to_jsonb(ticket) from ticket where office = @office and business_date = @day::date order by ordinal", new { office, day });
        return [.. rows.Select(json => JsonSerializer.Deserialize<TicketHistory>(json, TicketHistory.Json)!)];
    }

    /// <summary>The events on a ticket, in order.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> EventsAsync(string office, string day, long ordinal)
    {
        await using var connection = await source.OpenConnectionAsync();
        var payloads = await connection.QueryAsync<string>(
            """
            select payload from event where office = @office and business_date = @day::date and @ordinal = any(tickets) order by version
            """,
            new { office, day, ordinal });
        return [.. payloads.Select(LoggedEvent.Parse)];
    }
}
