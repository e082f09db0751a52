using QueueHub.Contracts;
using StackExchange.Redis;

namespace QueueHub.Tickets;

/// <summary>What a failed call to Redis means to the caller.</summary>
internal static class QueueFailure
{
    /// <summary>
    /// <see cref="ProblemCodes.Unavailable"/> only when nothing was done for certain; <see cref="ProblemCodes.Unknown"/> when the command may have been carried out;
    /// null for anything that is not Redis's.
    /// </summary>
    public static string? Of(Exception exception) => exception switch
    {
        RedisConnectionException { CommandStatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } => ProblemCodes.Unavailable,
        RedisConnectionException or RedisTimeoutException => ProblemCodes.Unknown,
        RedisServerException server => TakesNoWrites(server.Kind) ? ProblemCodes.Unavailable : ProblemCodes.Internal,
        _ => null,
    };

    /// <summary>A Redis that runs no script or takes no write just now says so before a script's first write, so nothing was done.</summary>
    private static bool TakesNoWrites(RedisErrorKind kind) => kind is
        RedisErrorKind.Loading or RedisErrorKind.Busy or RedisErrorKind.ReadOnly or RedisErrorKind.MasterDown or RedisErrorKind.Misconfigured
        or RedisErrorKind.NoReplicas or RedisErrorKind.OutOfMemory or RedisErrorKind.ClusterDown or RedisErrorKind.TryAgain;
}
