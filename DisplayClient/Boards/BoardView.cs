using QueueHub.Contracts.Boards;

namespace DisplayClient.Boards;

/// <summary>What one display shows of its office: all of it, or what belongs to one zone. Pure.</summary>
public static class BoardView
{
    /// <summary>The board of a zone; the whole one for no zone, and for one that the office no longer has: a wall must not go blank over a changed document.</summary>
    public static Board Of(Board board, string? zone)
    {
        if (Zone(board, zone) is not { } shown)
        {
            return board;
        }

        var here = shown.Counters.ToHashSet();
        return board with
        {
            Calls = [.. board.Calls.Where(call => here.Contains(call.Counter))],
            Recent = [.. board.Recent.Where(call => here.Contains(call.Counter))],
            Services =
            [
                .. board.Services.Where(service => shown.Services.Contains(service.Id))
                    .Select(service => service with { OpenCounters = [.. service.OpenCounters.Where(here.Contains)] }),
            ],
            Counters = [.. board.Counters.Where(counter => here.Contains(counter.Id))],

            // Whoever is sent on to a counter of this zone may be waiting before this screen, and is told of these counters alone.
            Onward =
            [
                .. board.Onward.Select(ticket => ticket with { Counters = [.. ticket.Counters.Where(here.Contains)] }).Where(ticket => ticket.Counters.Count > 0),
            ],
        };
    }

    /// <summary>The zone of this id; null when there is none.</summary>
    public static BoardZone? Zone(Board board, string? zone) => zone is null ? null : board.Zones?.FirstOrDefault(known => known.Id == zone);
}
