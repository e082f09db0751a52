using System.Collections.Concurrent;
using System.Globalization;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.History;

/// <summary>
/// Shortens an office's log once it is in Postgres, keeping the last minutes: a node that was cut off for a moment catches up from the log
/// instead of reading everything anew.
/// </summary>
public sealed class LogTrimmer(IConnectionMultiplexer redis, TimeProvider time)
{
    /// <summary>How long a written event stays for followers.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<(long Version, DateTimeOffset WrittenAt)>> _written = new();

    /// <summary>Remembers that everything up to <paramref name="version"/> is committed.</summary>
    public void Written(string office, long version) => _written.GetOrAdd(office, _ => new()).Enqueue((version, time.GetUtcNow()));

    /// <summary>Removes what was committed long enough ago.</summary>
    public async Task TrimAsync(string office)
    {
        if (!_written.TryGetValue(office, out var written))
        {
            return;
        }

        var until = 0L;
        while (written.TryPeek(out var mark) && time.GetUtcNow() - mark.WrittenAt >= Kept && written.TryDequeue(out mark))
        {
            until = mark.Version;
        }

        if (until > 0)
        {
            await redis.GetDatabase().StreamTrimByMinIdAsync(
                RedisKeys.Events(office), (until + 1).ToString(CultureInfo.InvariantCulture) + "-0", useApproximateMaxLength: true);
        }
    }
}
