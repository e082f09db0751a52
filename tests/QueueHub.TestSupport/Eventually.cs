using System.Diagnostics;

namespace QueueHub.TestSupport;

/// <summary>Waits for a condition instead of for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Returns when the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold in time; the message is <paramref name="what"/>.</exception>
    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? limit = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, limit);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string, TimeSpan?)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(began) > (limit ?? Limit))
            {
                throw new TimeoutException($"Not in time: {what}");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Gives the first value that is not null.</summary>
    public static async Task<T> NotNullAsync<T>(Func<Task<T?>> value, string what, TimeSpan? limit = null)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await value()) is not null, what, limit);
        return found!;
    }
}
