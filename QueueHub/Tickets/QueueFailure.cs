using QueueHub.Contracts;
using StackExchange.Redis;

namespace QueueHub.Tickets;

/// <summary>What a failed call to Redis means to the caller.</summary>
internal static class QueueFailure
{
    /// <summary>Replies of a Redis that runs no scripts now; each comes before a script's first write, so nothing was done.</summary>
    private static readonly string[] Refusals = ["LOADING", "BUSY", "READONLY", "MASTERDOWN", "MISCONF", "NOREPLICAS", "OOM", "CLUSTERDOWN"];

    /// <summary>
    /// <see cref="ProblemCodes.Unavailable"/> only when nothing was done for certain; <see cref="ProblemCodes.Unknown"/> when the command may have been carried out;
    /// null for anything that is not Redis's.
    /// </summary>
    public static string? Of(Exception exception) => exception switch
    {
        RedisConnectionException { CommandStatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } => ProblemCodes.Unavailable,
        RedisConnectionException or RedisTimeoutException => ProblemCodes.Unknown,
        RedisServerException server when Refusals.Any(code => server.Message.StartsWith(code, StringComparison.Ordinal)) => ProblemCodes.Unavailable,
        RedisServerException => ProblemCodes.Internal,
        _ => null,
    };
}
