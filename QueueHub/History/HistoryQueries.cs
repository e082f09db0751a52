using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.Platform.Database;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>What history answers.</summary>
public sealed class HistoryQueries(NpgsqlDataSource source)
{
    // An office stands still while it is compared with its history: a Postgres that does not answer is as good as away.
    private static readonly TimeSpan FloorPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastDayPatience = TimeSpan.FromSeconds(20);

    /// <summary>Highest version and ordinal written for the office, zeros when there are none; null when Postgres cannot be asked within moments.</summary>
    public async Task<HistoryFloor?> FloorAsync(string office)
    {
        using var limit = new CancellationTokenSource(FloorPatience);
        try
        {
            await using var connection = await source.OpenConnectionAsync(limit.Token);
            return await connection.QuerySingleOrDefaultAsync<HistoryFloor>(new CommandDefinition(
                "select version, ordinal from history_position where office = @office", new { office }, cancellationToken: limit.Token));
        }
        catch (Exception error) when (IsAway(error))
        {
            return null;
        }
    }

    /// <summary>
    /// What is needed to know the office's last business day again, in order: its events since the day was opened or the office rebuilt. Empty when the last
    /// week has none; null when Postgres cannot be asked.
    /// </summary>
    public async Task<IReadOnlyList<OfficeEvent>?> LastDayAsync(string office, DateOnly today)
    {
        using var limit = new CancellationTokenSource(LastDayPatience);
        try
        {
            await using var connection = await source.OpenConnectionAsync(limit.Token);
            var payloads = await connection.QueryAsync<string>(new CommandDefinition(
                """
                select payload from event
                where office = @office and business_date >= @week and version >= (
                  select max(version) from event where office = @office and business_date >= @week and type in ('dayOpened', 'officeRebuilt'))
                order by version
                """,
                new { office, week = today.AddDays(-7) }, commandTimeout: (int)LastDayPatience.TotalSeconds, cancellationToken: limit.Token));
            return [.. payloads.Select(payload => LoggedEvent.Parse(payload).Event)];
        }
        catch (Exception error) when (IsAway(error))
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

    // Also back a moment ago and not yet migrated, or silent.
    private static bool IsAway(Exception error) =>
        PostgresFaults.IsFault(error) || error is OperationCanceledException or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable };
}

/// <summary>What history knows of an office: a newly founded one must start above it.</summary>
public readonly record struct HistoryFloor(long Version, long Ordinal);
