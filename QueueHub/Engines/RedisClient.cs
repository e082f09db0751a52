using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>How this hub talks to any Redis.</summary>
internal static class RedisClient
{
    // A script answers within milliseconds. Scripts refuse what reaches them more than two seconds after it was sent (includes/command), so a command that
    // has been given up is not carried out later, when a frozen Redis or link comes back.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// With the default backlog a command sent while Redis is away is kept and carried out when it is back, long after the caller was told that
    /// it failed: here it fails at once, and is retried with its request id.
    /// </summary>
    public static ConfigurationOptions Prudent(ConfigurationOptions options)
    {
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = options.AsyncTimeout = options.SyncTimeout = (int)Patience.TotalMilliseconds;
        options.ReconnectRetryPolicy = new LinearRetry((int)ReconnectPause.TotalMilliseconds);
        return options;
    }
}
