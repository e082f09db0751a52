using System.Collections.Concurrent;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>The hub connections of this node that follow an office, each with its own <see cref="LatestWins{T}"/> loop.</summary>
internal sealed class Watchers<T> : IDisposable
    where T : class
{
    private readonly ConcurrentDictionary<string, Watcher> _watchers = new();
    private readonly IOfficeStates _states;
    private readonly ILogger _logger;

    public Watchers(IOfficeStates states, ILogger logger)
    {
        _states = states;
        _logger = logger;
        _states.Changed += OnChanged;
    }

    /// <summary>
    /// Lets a connection follow an office from now on, instead of the one it followed before. Asked again for the same office, it goes on as it was:
    /// displays ask every few seconds, to know that the link lives.
    /// </summary>
    /// <param name="already">What the connection is given by the caller.</param>
    public void Add(string connection, string office, T? already, Func<T?> newest, Func<T, CancellationToken, Task> send, CancellationToken aborted)
    {
        if (_watchers.TryGetValue(connection, out var present) && present.Office == office)
        {
            return;
        }

        Remove(connection);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var watcher = new Watcher(office, new LatestWins<T>(newest, send), stop);
        _watchers[connection] = watcher;
        _ = RunAsync(connection, watcher, already, stop.Token);

        // A change between computing what it was given and being listed here would otherwise wait for the next one.
        watcher.Latest.Wake();
    }

    public void Remove(string connection)
    {
        if (_watchers.TryRemove(connection, out var watcher))
        {
            watcher.Stop.Cancel();
            watcher.Stop.Dispose();
        }
    }

    public void Dispose() => _states.Changed -= OnChanged;

    private void OnChanged(OfficeState state, IReadOnlyList<OfficeEvent> events)
    {
        foreach (var watcher in _watchers.Values)
        {
            if (watcher.Office == state.Office)
            {
                watcher.Latest.Wake();
            }
        }
    }

    private async Task RunAsync(string connection, Watcher watcher, T? already, CancellationToken stop)
    {
        try
        {
            await watcher.Latest.RunAsync(already, stop);
        }
        catch (OperationCanceledException)
        {
            // The connection closed or follows another office now.
        }
        catch (Exception error)
        {
            _logger.LogWarning(error, "Connection {Connection} could not be sent to; it will fetch the newest state when it reconnects.", connection);
        }
        finally
        {
            // Whoever takes it off the list disposes it: the other side may be about to cancel it.
            if (_watchers.TryRemove(KeyValuePair.Create(connection, watcher)))
            {
                watcher.Stop.Dispose();
            }
        }
    }

    private sealed record Watcher(string Office, LatestWins<T> Latest, CancellationTokenSource Stop);
}
