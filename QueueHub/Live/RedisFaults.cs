using StackExchange.Redis;

namespace QueueHub.Live;

/// <summary>Tells an unreachable or restarting Redis from a defect.</summary>
internal static class RedisFaults
{
    public static bool IsFault(Exception error) => error is RedisException or RedisTimeoutException or TimeoutException or ObjectDisposedException;
}
