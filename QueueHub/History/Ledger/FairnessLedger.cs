using Dapper;
using Npgsql;
using QueueHub.Contracts.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.History.Ledger;

/// <summary>The calls of a day that passed others over, from the events. What was taken back did not happen.</summary>
public sealed class FairnessLedger(NpgsqlDataSource source)
{
    /// <summary>Entries answered, at most.</summary>
    public const int MostEntries = 500;

    /// <summary>The newest entries of a business day, newest first.</summary>
    /// <param name="names">Staff id → name.</param>
    public async Task<IReadOnlyList<LedgerEntry>> DayAsync(
        string office, DateOnly day, IReadOnlyDictionary<string, string> names, CancellationToken cancellation)
    {
        // Nobody has acted on a ticket between a call and its being taken back: so it was the ticket's last call before.
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var payloads = await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            with undone as (
              select (
                select max(call.version) from event call
                where call.office = @office and call.business_date = @day and call.type = 'ticketCalled'
                  and call.tickets[1] = undo.tickets[1] and call.version < undo.version) as version
              from event undo
              where undo.office = @office and undo.business_date = @day and undo.type = 'commandUndone' and undo.payload ->> 'undone' = 'ticketCalled')
            select payload from event
            where office = @office and business_date = @day and type = 'ticketCalled' and (payload ->> 'passed')::int > 0
              and not exists (select from undone where undone.version = event.version)
            order by version desc limit {MostEntries}
            """,
            new { office, day }, cancellationToken: cancellation));
        return [.. payloads.Select(payload => Entry(LoggedEvent.Parse(payload).Event, names))];
    }

    private static LedgerEntry Entry(OfficeEvent call, IReadOnlyDictionary<string, string> names)
    {
        var ticket = call.Tickets![0];
        var staff = call.By[(call.By.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return new LedgerEntry(
            DateTimeOffset.FromUnixTimeMilliseconds(call.At), ticket.Number, ticket.Ordinal, ticket.Service, ticket.Counter ?? "", staff,
            names.GetValueOrDefault(staff, staff), call.Passed ?? 0, call.Reason);
    }
}
