using System.Security.Cryptography;
using System.Text;
using QueueHub.Tickets.Rows;
using static System.FormattableString;

namespace QueueHub.Tickets.Commands.Moves;

/// <summary>
/// Request ids of a move's steps, derived from the ticket: whichever node does a step, again or at the same time, gives the same request, and it is
/// done once. Neither epoch nor version is in them: they outlive a Redis that was founded anew. Pure.
/// </summary>
public static class MoveIds
{
    /// <summary>Gives the ticket its number at the other office.</summary>
    public static string Issue(string office, TicketRow ticket, TicketMoving to) => Id("issue", office, ticket, to);

    /// <summary>Ends the ticket here.</summary>
    public static string Moved(string office, TicketRow ticket, TicketMoving to) => Id("moved", office, ticket, to);

    /// <summary>Takes the move back.</summary>
    public static string Back(string office, TicketRow ticket, TicketMoving to) => Id("back", office, ticket, to);

    // Each part is preceded by its length, so that no two tickets read the same.
    private static string Id(string step, string office, TicketRow ticket, TicketMoving to)
    {
        string[] parts = [step, office, ticket.Day, Invariant($"{ticket.Ordinal}"), Invariant($"{ticket.Moves}"), to.Office, to.Service];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => Invariant($"{part.Length}:{part}\n")))));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
