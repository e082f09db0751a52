using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>How this hub talks to any Redis.</summary>
internal static class RedisClient
{
    /// <summary>
    /// With the default backlog a command sent while Redis is away is kept and carried out when it is back, long after the caller was told that
    /// it failed: here it fails at once, and is retried with its request id.
    /// </summary>
    public static ConfigurationOptions Prudent(ConfigurationOptions options)
    {
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AbortOnConnectFail = false;
        return options;
    }
}
