using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using Simulator.Plan;

namespace Simulator.Running;

/// <summary>The simulated citizens who are in an office: who is still to come, and who holds which number.</summary>
internal sealed class Lobby(IReadOnlyList<Citizen> plan)
{
    private readonly Dictionary<int, Visit> _byNumber = [];
    private int _next;

    /// <summary>How many have taken a number.</summary>
    public int Issued { get; private set; }

    /// <summary>Nobody is still to come.</summary>
    public bool AllCame => _next == plan.Count;

    /// <summary>Those who have come since the last time, at most <paramref name="most"/>: after an outage they do not all storm in at once.</summary>
    public IReadOnlyList<Citizen> Arriving(TimeSpan now, int most) =>
        [.. plan.Skip(_next).Take(most).TakeWhile(citizen => citizen.Arrives <= now)];

    /// <summary>The first of those who arrive has been attended to, with or without a number.</summary>
    public void Came(Citizen citizen, IssuedTicket? ticket, TimeSpan now)
    {
        _next++;
        if (ticket is not null)
        {
            Issued++;
            _byNumber[ticket.Number] = new Visit(citizen, ticket.Url, now);
        }
    }

    /// <summary>Whose visit a ticket is.</summary>
    public Citizen Of(DeskTicket ticket) => _byNumber.GetValueOrDefault(ticket.Number)?.Citizen ?? Citizen.Unknown(ticket.Service);

    /// <summary>Those among the tickets whose citizens have had enough of waiting.</summary>
    public IReadOnlyList<Visit> GivingUp(IEnumerable<DeskTicket> waiting, TimeSpan now) =>
        [.. Known(waiting).Where(visit => now - visit.Since >= visit.Citizen.GivesUpAfter)];

    /// <summary>The visits behind the tickets, as far as they are simulated.</summary>
    public IReadOnlyList<Visit> Known(IEnumerable<DeskTicket> tickets) =>
        [.. tickets.Select(ticket => _byNumber.GetValueOrDefault(ticket.Number)).OfType<Visit>()];
}

/// <summary>A citizen with a number.</summary>
/// <param name="Url">Path of the ticket: the citizen's secret.</param>
internal sealed record Visit(Citizen Citizen, string Url, TimeSpan Since);
