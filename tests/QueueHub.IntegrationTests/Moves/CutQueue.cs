using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QueueHub.Contracts;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Moves;

/// <summary>
/// The queue of a node that dies in the middle of single tickets' moves: one step is carried out, its answer is lost, and from then on this node does
/// nothing more about the ticket.
/// </summary>
public class CutQueue : DispatchProxy
{
    private ITicketQueue _queue = null!;
    private ConcurrentDictionary<long, string> _lastSteps = null!;
    private readonly ConcurrentDictionary<long, bool> _dead = new();

    /// <summary>Puts it into a hub.</summary>
    /// <param name="lastSteps">Ordinal → the last method of <see cref="ITicketQueue"/> that is carried out for it.</param>
    public static void AddTo(IServiceCollection services, ConcurrentDictionary<long, string> lastSteps)
    {
        services.AddSingleton<RedisTicketQueue>();
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var proxy = Create<ITicketQueue, CutQueue>();
            var cut = (CutQueue)(object)proxy;
            (cut._queue, cut._lastSteps) = (provider.GetRequiredService<RedisTicketQueue>(), lastSteps);
            return proxy;
        }));
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var done = () => (Task<QueueReply>)targetMethod!.Invoke(_queue, args)!;
        return TicketOf(targetMethod!.Name, args!) is { } ticket && _lastSteps.TryGetValue(ticket, out var last)
            ? CutAsync(ticket, targetMethod.Name == last, done)
            : done();
    }

    private async Task<QueueReply> CutAsync(long ticket, bool isLast, Func<Task<QueueReply>> step)
    {
        var lost = new QueueReply(ProblemCodes.Unavailable, null);
        if (_dead.ContainsKey(ticket))
        {
            return lost;
        }

        if (!isLast)
        {
            return await step();
        }

        _dead[ticket] = true;
        Assert.Null((await step()).Code);
        return lost;
    }

    private static long? TicketOf(string method, object?[] args) => method switch
    {
        nameof(ITicketQueue.MoveOutAsync) => (long)args[2]!,
        nameof(ITicketQueue.IssueAsync) => ((TicketIssue)args[1]!).Origin?.Ordinal,
        nameof(ITicketQueue.MovedAsync) or nameof(ITicketQueue.MoveBackAsync) => (long)args[1]!,
        _ => null,
    };
}
