using QueueHub.Contracts.Tickets;

namespace Simulator.Acting;

/// <summary>A command that a simulated clerk gives at a counter: the last part of its address, and what it is about.</summary>
internal sealed record Deed(string Counter, string Verb, long? Ticket = null, string? Service = null)
{
    /// <summary>The body of the command.</summary>
    public object Request(string requestId) => (Verb, Ticket) switch
    {
        (Verbs.Open, _) => new OpenCounterRequest(requestId),
        (Verbs.Pause, _) => new PauseCounterRequest(requestId),
        (Verbs.Complete, { } ticket) => new CompleteRequest(requestId, ticket),
        (Verbs.Park, { } ticket) => new ParkRequest(requestId, ticket),
        (Verbs.Transfer, { } ticket) => new TransferRequest(requestId, ticket, Service!),
        (_, { } ticket) => new TicketRequest(requestId, ticket),
        _ => new CounterRequest(requestId),
    };
}

/// <summary>The commands that simulated clerks give.</summary>
internal static class Verbs
{
    public const string Open = "open";
    public const string Pause = "pause";
    public const string Close = "close";
    public const string CallNext = "call-next";
    public const string Recall = "recall";
    public const string Start = "start";
    public const string Complete = "complete";
    public const string NoShow = "no-show";
    public const string Reinstate = "reinstate";
    public const string Park = "park";
    public const string Resume = "resume";
    public const string Transfer = "transfer";
}
