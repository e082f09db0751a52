using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>How long a command is tried.</summary>
/// <param name="Attempt">One attempt may take this long once the connection stands.</param>
/// <param name="Whole">After this the clerk is told that no answer came. Short: what was ordered long ago must not happen by surprise.</param>
/// <param name="Pause">Between the attempts, growing with each.</param>
public sealed record RetryTimes(TimeSpan Attempt, TimeSpan Whole, TimeSpan Pause)
{
    public static RetryTimes Default { get; } = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(300));
}

/// <summary>
/// Sends one command until it is answered. The sender keeps one request id for all attempts, so a command whose answer was lost is not done twice.
/// </summary>
public sealed class RetryingCommand(IDeskLink link, TimeProvider time, RetryTimes times)
{
    /// <summary>The answer; null when none came in time. A reply that leaves the outcome open is tried again and given back only at the end.</summary>
    public async Task<CommandReply?> RunAsync(Func<ICounterHub, Task<CommandReply>> send, CancellationToken stop)
    {
        using var whole = new CancellationTokenSource(times.Whole, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, stop);
        CommandReply? open = null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var reply = await TryAsync(send, either.Token);
                if (reply is not null && !IsOpen(reply))
                {
                    return reply;
                }

                open = reply ?? open;
                await Task.Delay(times.Pause * attempt, time, either.Token);
            }
        }
        catch (OperationCanceledException) when (whole.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return open;
        }
    }

    /// <summary>True when the command may still have to be done.</summary>
    public static bool IsOpen(CommandReply reply) => reply.Problem?.Code is ProblemCodes.Unknown or ProblemCodes.Unavailable;

    private async Task<CommandReply?> TryAsync(Func<ICounterHub, Task<CommandReply>> send, CancellationToken stop)
    {
        var hub = await link.HubAsync(stop);
        try
        {
            return await send(hub).WaitAsync(times.Attempt, time, stop);
        }
        catch (TimeoutException)
        {
            link.Suspect(hub);
            return null;
        }
        catch (Exception error) when (IsLost(error, stop))
        {
            return null;
        }
    }

    // A connection that closes under an invocation cancels or fails it; an inactive one refuses it. In all of these the answer may be lost.
    private static bool IsLost(Exception error, CancellationToken stop) => error switch
    {
        OperationCanceledException => !stop.IsCancellationRequested,
        HubException => false,
        IOException or WebSocketException or InvalidOperationException or HttpRequestException => true,
        _ => false,
    };
}
