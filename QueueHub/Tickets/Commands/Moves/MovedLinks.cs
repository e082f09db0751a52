using QueueHub.Contracts;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Tickets.Commands.Moves;

/// <summary>Leads whoever has the link of a ticket that was moved to the new one. The link is a secret of the citizen: only the old one finds it.</summary>
public sealed class MovedLinks(IConnectionMultiplexer redis, TicketToken tokens, IOffices offices)
{
    /// <summary>What the ticket became; null when it was not moved.</summary>
    public async Task<MovedTicket?> ReadAsync(string office, TicketRow ticket)
    {
        if (ticket.Moved is not { } moved || offices.Find(moved.Office) is not { } there)
        {
            return null;
        }

        var sealedToken = await redis.GetDatabase().StringGetAsync(RedisKeys.Moved(office, ticket.Ordinal));
        return new MovedTicket(there.Name, moved.Number, sealedToken.IsNullOrEmpty ? null : $"/{there.Slug}/t/{tokens.Open(sealedToken!)}");
    }
}

/// <summary>A ticket that was moved, as its citizen is told.</summary>
/// <param name="Address">Path of the new ticket's page; null when it is not known (any more).</param>
public sealed record MovedTicket(LocalText Office, int Number, string? Address);
