using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Commands in their plainest form, for stories that are about something else.</summary>
internal static class Shorthands
{
    public static Task<QueueReply> OpenCounterAsync(
        this ITicketQueue queue, QueueContext context, string counter, IReadOnlyList<string> primary, IReadOnlyList<string> helping) =>
        queue.OpenCounterAsync(context, counter, new CounterOpening(primary, helping));

    public static Task<QueueReply> RecallAsync(this ITicketQueue queue, QueueContext context, string counter, long ticket) =>
        queue.RecallAsync(context, counter, ticket, TimeSpan.Zero);

    public static Task<QueueReply> CompleteAsync(this ITicketQueue queue, QueueContext context, string counter, long ticket, string? result) =>
        queue.CompleteAsync(context, counter, ticket, new Completion(result));

    public static Task<QueueReply> TransferAsync(this ITicketQueue queue, QueueContext context, string counter, long ticket, string service, long waitedCap) =>
        queue.TransferAsync(context, counter, ticket, service, null, waitedCap);
}
