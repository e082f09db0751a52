using System.Security.Cryptography;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>One thing the clerk has ordered. Equal orders in the same situation are the same order, and keep their request id.</summary>
/// <param name="Ticket">Ordinal of the ticket it speaks of.</param>
/// <param name="Number">What the ticket is called, for sentences.</param>
/// <param name="Text">Reason or note, where the action asks for one.</param>
/// <param name="Service">Where a transferred ticket goes.</param>
/// <param name="Places">How many go first when a ticket is put back.</param>
public sealed record DeskOrder(
    DeskAction Action, long Ticket = 0, int? Number = null, string? Text = null, string? Service = null, int Places = 0)
{
    /// <summary>128 random bits as 32 hexadecimal digits.</summary>
    public static string NewRequestId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Gives the order to the server.</summary>
    public Task<CommandReply> SendAsync(ICounterHub hub, string requestId) => Action switch
    {
        DeskAction.Open => hub.Open(new(requestId)),
        DeskAction.Pause => hub.Pause(new(requestId, Text)),
        DeskAction.Close => hub.Close(new(requestId)),
        DeskAction.CallNext => hub.CallNext(new(requestId)),
        DeskAction.Call => hub.Call(new(requestId, Ticket, Text)),
        DeskAction.Recall => hub.Recall(new(requestId, Ticket)),
        DeskAction.Start => hub.Start(new(requestId, Ticket)),
        DeskAction.Complete => hub.Complete(new(requestId, Ticket)),
        DeskAction.NoShow => hub.NoShow(new(requestId, Ticket)),
        DeskAction.Reinstate => hub.Reinstate(new(requestId, Ticket)),
        DeskAction.Park => hub.Park(new(requestId, Ticket, Text)),
        DeskAction.Resume => hub.Resume(new(requestId, Ticket)),
        DeskAction.Transfer => hub.Transfer(new(requestId, Ticket, Service!)),
        DeskAction.Requeue => hub.Requeue(new(requestId, Ticket, Places)),
        DeskAction.Cancel => hub.Cancel(new(requestId, Ticket)),
        _ => throw new InvalidOperationException($"No command for {Action}."),
    };
}
