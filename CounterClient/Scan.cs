using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What a scanned code leads to at a desk. Pure.</summary>
public enum ScanStep
{
    /// <summary>It is not one of this office's.</summary>
    NotOurs,
    /// <summary>A ticket's, or a token alone: whose it is, the server tells.</summary>
    FindTicket,
    /// <summary>A prepared form, and somebody at the counter whose it becomes.</summary>
    Attach,
    /// <summary>The same, and there is a form already: the clerk is asked first.</summary>
    AskToReplace,
    /// <summary>A prepared form, and nobody at the counter.</summary>
    NoTicket,
}

/// <summary>Decides on scanned codes.</summary>
public static class Scan
{
    /// <summary>The step for what a reader has typed.</summary>
    public static ScanStep Of(string text, Desk desk) => ScannedCode.Parse(text, desk.Board.Office) switch
    {
        null => ScanStep.NotOurs,
        { Kind: ScannedKind.Form } => OfForm(desk),
        _ => ScanStep.FindTicket,
    };

    /// <summary>The step for a prepared form.</summary>
    public static ScanStep OfForm(Desk desk) => desk switch
    {
        { IsMine: true, Ticket: { FormReady: true } } => ScanStep.AskToReplace,
        { IsMine: true, Ticket: not null } => ScanStep.Attach,
        _ => ScanStep.NoTicket,
    };

    /// <summary>True when the code may be a prepared form's though no ticket has it: a token alone does not say what it is of.</summary>
    public static bool MayBeForm(string text, Desk desk) => ScannedCode.Parse(text, desk.Board.Office) is { Kind: ScannedKind.Token };

    /// <summary>The order that attaches it to the ticket at the counter.</summary>
    public static DeskOrder Order(DeskTicket ticket, string code, bool replace) =>
        new(DeskAction.AttachForm, ticket.Ordinal, Text: code, Replace: replace);
}
