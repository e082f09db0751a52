using Dapper;
using Npgsql;
using QueueHub.Live;

namespace QueueHub.Protection.Incidents;

/// <summary>A visit somebody writes about.</summary>
/// <param name="Day">Business day, yyyy-MM-dd.</param>
/// <param name="Clerks">Staff ids of who has called its number, the last one first.</param>
public sealed record IncidentVisit(int Number, string Day, IReadOnlyList<string> Clerks);

/// <summary>Whose visit a ticket was: from the live state, which knows it at once, and from history, which still knows it tomorrow.</summary>
public sealed class IncidentVisits(IOfficeStates states, NpgsqlDataSource source)
{
    // Who writes down what happened does so soon; looking through years of partitions would help nobody.
    private const int Days = 31;

    /// <summary>The visit; null when there was none of late.</summary>
    public async Task<IncidentVisit?> FindAsync(string office, long ordinal, DateOnly today, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var state = states.Current(office);
        var ticket = state?.Tickets.GetValueOrDefault(ordinal) is { } row
            ? new Ticket(row.Number, row.Day)
            : await KeptAsync(connection, office, ordinal, today, cancellation);
        if (ticket is null)
        {
            return null;
        }

        var now = state?.Counters.Values.Where(counter => counter.Ticket == ordinal).Select(counter => counter.Staff).OfType<string>() ?? [];
        var before = await connection.QueryAsync<string>(new CommandDefinition(
            """
            select substr(actor, 7) from event
            where office = @office and business_date = @Day::date and type = 'ticketCalled' and tickets[1] = @ordinal and actor like 'staff:%'
            order by version desc
            """,
            new { office, ticket.Day, ordinal }, cancellationToken: cancellation));
        return new IncidentVisit(ticket.Number, ticket.Day, [.. now.Concat(before).Distinct()]);
    }

    private static async Task<Ticket?> KeptAsync(
        NpgsqlConnection connection, string office, long ordinal, DateOnly today, CancellationToken cancellation) =>
        await connection.QuerySingleOrDefaultAsync<Ticket>(new CommandDefinition(
            """
            select number, to_char(business_date, 'YYYY-MM-DD') as day from ticket
            where office = @office and business_date between @since and @today and ordinal = @ordinal
            """,
            new { office, ordinal, today, since = today.AddDays(-Days) }, cancellationToken: cancellation));

    private sealed record Ticket(int Number, string Day);
}
