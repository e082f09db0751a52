using QueueHub.Contracts.Boards;

namespace DisplayClient.Panels;

/// <summary>Tells a warning that is to be said from one that was: each is said once, in Korean and then in the citizen's language.</summary>
public sealed class SpokenWarnings
{
    /// <summary>A panel that was switched on, or is back, says only what was given this moment.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private (long Ticket, int Count) _last;

    /// <summary>The clips to be played now, none when nothing is new.</summary>
    public IReadOnlyList<string> Clips(PanelTicket? ticket, string language, DateTimeOffset now)
    {
        if (ticket?.Warning is not { } warning || (ticket.Ordinal == _last.Ticket && warning.Count <= _last.Count))
        {
            return [];
        }

        _last = (ticket.Ordinal, warning.Count);
        return now - warning.At > Window ? [] : [.. new[] { "ko", language }.Distinct().Select(spoken => $"warnings/{spoken}/{warning.Kind}")];
    }
}
