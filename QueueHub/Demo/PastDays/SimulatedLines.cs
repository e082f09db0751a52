using QueueHub.Contracts.Tickets;

namespace QueueHub.Demo.PastDays;

/// <summary>Who waits for which service, lowest score first.</summary>
internal sealed class SimulatedLines
{
    private readonly Dictionary<string, PriorityQueue<(SimulatedVisit Visit, int Entry), (long Score, long Ordinal)>> _lines = [];
    private readonly Dictionary<string, int> _waiting = [];

    public int Waiting(string service) => _waiting.GetValueOrDefault(service);

    public void Join(SimulatedVisit visit)
    {
        if (!_lines.TryGetValue(visit.Row.Service, out var line))
        {
            _lines[visit.Row.Service] = line = new PriorityQueue<(SimulatedVisit, int), (long, long)>();
        }

        line.Enqueue((visit, ++visit.Entry), (visit.Row.Score, visit.Row.Ordinal));
        Count(visit.Row.Service, 1);
    }

    /// <summary>It goes by itself: its entry is found void later.</summary>
    public void Leave(SimulatedVisit visit) => Count(visit.Row.Service, -1);

    /// <summary>Takes the first one over all these services; null when nobody waits.</summary>
    public SimulatedVisit? Next(IReadOnlyList<string> services)
    {
        var first = services.Where(service => First(service) is not null).MinBy(service => (First(service)!.Row.Score, First(service)!.Row.Ordinal));
        return first is null ? null : Take(first);
    }

    /// <summary>Takes the second of a line, before the first; null when there are not so many.</summary>
    public SimulatedVisit? Second(string service)
    {
        if (Waiting(service) < 2)
        {
            return null;
        }

        var first = Take(service);
        var second = Take(service);
        Join(first);
        return second;
    }

    private SimulatedVisit? First(string service)
    {
        if (!_lines.TryGetValue(service, out var line))
        {
            return null;
        }

        while (line.TryPeek(out var first, out _))
        {
            if (first.Visit.Row.State == TicketState.Waiting && first.Entry == first.Visit.Entry)
            {
                return first.Visit;
            }

            line.Dequeue();
        }

        return null;
    }

    private SimulatedVisit Take(string service)
    {
        var visit = First(service)!;
        _lines[service].Dequeue();
        Count(service, -1);
        return visit;
    }

    private void Count(string service, int by) => _waiting[service] = Waiting(service) + by;
}
