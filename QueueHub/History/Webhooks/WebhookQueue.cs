using Dapper;
using Npgsql;

namespace QueueHub.History.Webhooks;

/// <summary>
/// Queues what receivers are to be told, in the transaction that writes the events: so that nothing is told that did not happen, and nothing that did is
/// forgotten. Where nobody listens, that is one small question a batch.
/// </summary>
internal static class WebhookQueue
{
    public static async Task AppendAsync(NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events)
    {
        // Held, or one that is deleted meanwhile would cost the batch its transaction.
        var webhooks = (await connection.QueryAsync<(Guid Id, string[] Types)>(
            "select id, types from webhook where (office = @office or office is null) and paused_at is null for key share", new { office })).AsList();
        var due = (from logged in events
                   from told in webhooks.Count > 0 ? WebhookMessage.Of(office, logged.Event) : []
                   from webhook in webhooks
                   where webhook.Types.Contains(told.Message.Type)
                   select (Webhook: webhook.Id, told.Ordinal, told.Message.Id, Body: told.Message.Body())).ToList();
        if (due.Count > 0)
        {
            await connection.ExecuteAsync(
                """
                insert into webhook_delivery (webhook, office, ordinal, message, body, next_at)
                select webhook, @office, ordinal, message, body, '-infinity'::timestamptz
                from unnest(@webhooks, @ordinals, @messages, @bodies) with ordinality as due (webhook, ordinal, message, body, place)
                order by place on conflict (webhook, message) do nothing
                """,
                new
                {
                    office,
                    webhooks = due.Select(one => one.Webhook).ToArray(),
                    ordinals = due.Select(one => one.Ordinal).ToArray(),
                    messages = due.Select(one => one.Id).ToArray(),
                    bodies = due.Select(one => one.Body).ToArray(),
                });
        }
    }
}
