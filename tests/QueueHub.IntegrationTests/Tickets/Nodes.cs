using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>The queues of several nodes, each over a connection of its own to one Redis; the last one's link may be slow, be cut, or lose replies.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    public const int Count = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A node that has no link refuses at once, until it has one again.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FaultProxy _link;
    private readonly IReadOnlyList<ConnectionMultiplexer> _connections;
    private readonly IReadOnlyList<ITicketQueue> _queues;
    private readonly Lock _gate = new();
    private int _unknown;

    private Nodes(FaultProxy link, IReadOnlyList<ConnectionMultiplexer> connections)
    {
        _link = link;
        _connections = connections;
        _queues = [.. connections.Select(connection => new RedisTicketQueue(connection, NullLogger<RedisTicketQueue>.Instance))];
    }

    /// <summary>Outcomes nobody knew at first, so far.</summary>
    public int Unknown => _unknown;

    public static async Task<Nodes> ConnectAsync(ConfigurationOptions redis)
    {
        var link = new FaultProxy(redis.EndPoints[0]);
        var troubled = Options(link.EndPoint);
        var connections = await Task.WhenAll(((EndPoint[])[redis.EndPoints[0], redis.EndPoints[0]]).Select(Options).Append(troubled)
            .Select(options => ConnectionMultiplexer.ConnectAsync(options)));
        return new Nodes(link, connections);
    }

    /// <summary>Gives a command to a node, numbered from 1, and then to the next ones, until there is an answer.</summary>
    /// <returns>
    /// Doubted: a refusal after an unknown outcome. What was sent first may still be on its way to a Redis that was too busy to look, and be carried out after
    /// the refusal of its repetition: only asking once more tells.
    /// </returns>
    public async Task<(QueueReply Reply, bool Doubted)> AskAsync(int node, Trouble trouble, Func<ITicketQueue, Task<QueueReply>> command)
    {
        var (unknown, began) = (false, Stopwatch.GetTimestamp());
        for (var attempt = 0; Stopwatch.GetElapsedTime(began) < Patience; attempt++)
        {
            var index = (node - 1 + attempt) % Count;
            var reply = await (attempt == 0 ? SendAsync(index, trouble, command) : command(_queues[index]));
            if (reply.Code is not (ProblemCodes.Unknown or ProblemCodes.Unavailable))
            {
                return (reply, unknown && !reply.Ok);
            }

            if (reply.Code == ProblemCodes.Unknown)
            {
                unknown = true;
                Interlocked.Increment(ref _unknown);
            }
            else
            {
                await Task.Delay(Pause);
            }
        }

        throw new TimeoutException("No node knows the outcome.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        await _link.DisposeAsync();
    }

    private async Task<QueueReply> SendAsync(int index, Trouble trouble, Func<ITicketQueue, Task<QueueReply>> command)
    {
        if (trouble == Trouble.None)
        {
            return await command(_queues[index]);
        }

        await Eventually.TrueAsync(() => _connections[index].IsConnected, "the link is there again");
        if (trouble == Trouble.Slow)
        {
            _link.Delay = TimeSpan.FromMilliseconds(2);
            var slow = await command(_queues[index]);
            _link.Delay = TimeSpan.Zero;
            return slow;
        }

        if (trouble == Trouble.ReplyLost)
        {
            lock (_gate)
            {
                _link.DropReplies = true;
            }
        }

        var running = command(_queues[index]);
        await Task.WhenAny(running, Task.Delay(trouble == Trouble.ReplyLost ? 5 : 1));
        Break();
        return await running;
    }

    // In one go: the reply that follows a lost one on the same connection would be taken for it, so such a connection is never used again.
    private void Break()
    {
        lock (_gate)
        {
            _link.Cut();
            _link.DropReplies = false;
            _link.Restore();
        }
    }

    private static ConfigurationOptions Options(EndPoint redis) => new()
    {
        EndPoints = { redis },
        AbortOnConnectFail = false,
        BacklogPolicy = BacklogPolicy.FailFast,
        HeartbeatInterval = TimeSpan.FromMilliseconds(20),
        ReconnectRetryPolicy = new LinearRetry(1),
    };
}
