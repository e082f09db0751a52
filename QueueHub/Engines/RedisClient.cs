using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>How this hub talks to any Redis.</summary>
internal static class RedisClient
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// With the default backlog a command sent while Redis is away is kept and carried out when it is back, long after the caller was told that
    /// it failed: here it fails at once, and is retried with its request id.
    /// </summary>
    /// <param name="patience">How long an answer is waited for.</param>
    public static ConfigurationOptions Prudent(ConfigurationOptions options, TimeSpan patience)
    {
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = options.AsyncTimeout = options.SyncTimeout = (int)patience.TotalMilliseconds;
        options.ReconnectRetryPolicy = new LinearRetry((int)ReconnectPause.TotalMilliseconds);
        return options;
    }
}
