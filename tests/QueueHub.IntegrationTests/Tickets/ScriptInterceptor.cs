using System.Reflection;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>A connection that hands everything through to the real one, and lets a test see and change the scripts on their way.</summary>
internal sealed class ScriptInterceptor
{
    public ScriptInterceptor(IConnectionMultiplexer real)
    {
        Redis = PassThrough<IConnectionMultiplexer>.To(real, (method, arguments, next) =>
            method.Name == nameof(IConnectionMultiplexer.GetDatabase) ? Database((IDatabase)next()!) : next());
    }

    /// <summary>What the queue under test is given.</summary>
    public IConnectionMultiplexer Redis { get; }

    /// <summary>Put in front of every script.</summary>
    public string Prelude { get; set; } = "";

    /// <summary>KEYS of the last script.</summary>
    public RedisKey[] Keys { get; private set; } = [];

    /// <summary>What Redis said when the last script failed; null when it did not.</summary>
    public string? Error { get; private set; }

    private IDatabase Database(IDatabase real) => PassThrough<IDatabase>.To(real, (method, arguments, next) =>
    {
        if (method.Name != nameof(IDatabase.ScriptEvaluateAsync))
        {
            return next();
        }

        Keys = (RedisKey[])arguments[1]!;
        arguments[0] = Prelude + (string)arguments[0]!;
        return ObserveAsync((Task<RedisResult>)next()!);
    });

    private async Task<RedisResult> ObserveAsync(Task<RedisResult> running)
    {
        Error = null;
        try
        {
            return await running;
        }
        catch (RedisServerException exception)
        {
            Error = exception.Message;
            throw;
        }
    }
}

/// <summary>An implementation of an interface that asks a function before it calls the real one.</summary>
public class PassThrough<T> : DispatchProxy
    where T : class
{
    private T _target = null!;
    private Func<MethodInfo, object?[], Func<object?>, object?> _around = null!;

    internal static T To(T target, Func<MethodInfo, object?[], Func<object?>, object?> around)
    {
        var proxy = Create<T, PassThrough<T>>();
        var inner = (PassThrough<T>)(object)proxy;
        (inner._target, inner._around) = (target, around);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _around(targetMethod!, args ?? [], () => targetMethod!.Invoke(_target, args));
}
