using System.Security.Cryptography;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>One thing the clerk has ordered. Equal orders in the same situation are the same order, and keep their request id.</summary>
/// <param name="Ticket">Ordinal of the ticket it speaks of; for <see cref="DeskAction.CallNext"/> the one that was seen as the next, or 0.</param>
/// <param name="Number">What the ticket is called, for sentences.</param>
/// <param name="Text">Reason or note, where the action asks for one; the kind of a warning; the scanned code of a form.</param>
/// <param name="Place">Where the citizen of a parked ticket waits.</param>
/// <param name="Service">Where a transferred or completed ticket goes.</param>
/// <param name="Counter">The one counter that is to call a transferred ticket.</param>
/// <param name="Places">How many go first when a ticket is put back.</param>
/// <param name="Minutes">How long a pause is meant to take.</param>
/// <param name="Result">How the service ended.</param>
/// <param name="EndVisit">Nothing is left of the journey.</param>
/// <param name="Services">Primary services of the counter, or what is left of a journey.</param>
/// <param name="Helping">Helping services of the counter.</param>
/// <param name="TakeOver">Also from whoever holds the counter.</param>
/// <param name="Office">Where a moved ticket goes.</param>
/// <param name="Replace">The scanned form takes the place of the one that is there.</param>
/// <param name="Leave">A pause at once: whoever is at the counter goes back to the line.</param>
public sealed record DeskOrder(
    DeskAction Action, long Ticket = 0, int? Number = null, string? Text = null, string? Place = null, string? Service = null, string? Counter = null,
    int Places = 0, int? Minutes = null, string? Result = null, bool EndVisit = false, IdList? Services = null, IdList? Helping = null, bool TakeOver = false,
    string? Office = null, bool Replace = false, bool Leave = false)
{
    /// <summary>128 random bits as 32 hexadecimal digits.</summary>
    public static string NewRequestId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Gives the order to the server.</summary>
    public Task<CommandReply> SendAsync(ICounterHub hub, string requestId) => Action switch
    {
        DeskAction.Open => hub.Open(new(requestId, Services, Helping, TakeOver)),
        DeskAction.Pause => hub.Pause(new(requestId, Text, Minutes, Leave)),
        DeskAction.Close => hub.Close(new(requestId)),
        DeskAction.CallNext => hub.CallNext(new(requestId, Ticket == 0 ? null : Ticket)),
        DeskAction.Call => hub.Call(new(requestId, Ticket, Text)),
        DeskAction.Recall => hub.Recall(new(requestId, Ticket)),
        DeskAction.Start => hub.Start(new(requestId, Ticket)),
        DeskAction.Complete => hub.Complete(new(requestId, Ticket, Result, Service, EndVisit)),
        DeskAction.NoShow => hub.NoShow(new(requestId, Ticket)),
        DeskAction.Reinstate => hub.Reinstate(new(requestId, Ticket)),
        DeskAction.Park => hub.Park(new(requestId, Ticket, Text, Place)),
        DeskAction.Resume => hub.Resume(new(requestId, Ticket)),
        DeskAction.Transfer => hub.Transfer(new(requestId, Ticket, Service, Counter)),
        DeskAction.Requeue => hub.Requeue(new(requestId, Ticket, Places)),
        DeskAction.Cancel => hub.Cancel(new(requestId, Ticket)),
        DeskAction.SetServices => hub.SetServices(new(requestId, Services!, Helping!)),
        DeskAction.SetJourney => hub.SetJourney(new(requestId, Ticket, Services!)),
        DeskAction.Warn => hub.Warn(new(requestId, Ticket, Text!)),
        DeskAction.EndVisit => hub.EndVisit(new(requestId, Ticket, Text!)),
        DeskAction.Undo => hub.Undo(new(requestId, Ticket)),
        DeskAction.AttachForm => hub.AttachForm(new(requestId, Ticket, Text!, Replace)),
        DeskAction.Move => hub.Move(new(requestId, Ticket, Office!, Service!)),
        _ => throw new InvalidOperationException($"No command for {Action}."),
    };
}
