using System.Collections.Concurrent;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>Who was heard to be at a field, and when last: a screen that was switched off says nothing any more, and is not there for ever.</summary>
internal sealed class PresenceMemory(TimeProvider time)
{
    /// <summary>Whoever is still there says so more often than this.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Office, long Ticket, bool Panel), long> _heard = new();

    public void Hear(string office, PresenceBell bell)
    {
        if (bell.Field is null)
        {
            _heard.TryRemove((office, bell.Ticket, bell.Panel), out _);
        }
        else
        {
            _heard[(office, bell.Ticket, bell.Panel)] = time.GetTimestamp();
        }
    }

    /// <summary>Forgets those who were not heard for long; what is to be told of each.</summary>
    public IReadOnlyList<(string Office, PresenceBell Gone)> Forget() =>
    [
        .. _heard.Where(heard => time.GetElapsedTime(heard.Value) >= Kept && _heard.TryRemove(heard))
            .Select(heard => (heard.Key.Office, new PresenceBell(heard.Key.Ticket, heard.Key.Panel))),
    ];
}
