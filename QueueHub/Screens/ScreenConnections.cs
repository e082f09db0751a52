using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Screens;
using QueueHub.Live;
using QueueHub.Platform.Database;

namespace QueueHub.Screens;

/// <summary>
/// The connections of paired screens to this node. They are closed when their pairing ends, wherever that was; and what they tell of themselves is written
/// for the office's list, together and not at each word.
/// </summary>
internal sealed class ScreenConnections : BackgroundService, IScreenConnections
{
    /// <summary>A screen is taken to be here for so long after it was last written down: a node that dies tells nobody.</summary>
    internal static readonly TimeSpan Trusted = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    // When a node is stopped, all its screens leave in one moment: they are written in one go, and no slower than this.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Connection> _connections = new();
    private readonly ConcurrentDictionary<string, SeenScreen> _news = new();
    private readonly Signal _signal = new();
    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Screens _screens;
    private readonly ScreenStore _store;
    private readonly PairingStore _pairings;
    private readonly DatabaseStart _database;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public ScreenConnections(
        Screens screens, ScreenStore store, PairingStore pairings, DatabaseStart database, TimeProvider time, ILogger<ScreenConnections> logger)
    {
        (_screens, _store, _pairings, _database, _time, _logger) = (screens, store, pairings, database, time, logger);
        _screens.Revoked += OnRevoked;
        _screens.Settled += OnSettled;
    }

    public async Task<Screen?> ConnectedAsync(HubCallerContext connection, ScreenKind kind, Func<Task> tell, Func<DisplaySettings, Task>? settle = null)
    {
        if (connection.GetHttpContext() is not { } http
            || (await http.AuthenticateAsync(ScreenScheme.Name(kind))).Principal is not { } principal
            || _screens.Of(principal) is not { } screen)
        {
            return null;
        }

        _connections[connection.ConnectionId] = new Connection(connection, screen, tell, settle, Pairings.Version(http.Request.Query["version"]));
        if (_screens.Find(screen.Id) is { } listed)
        {
            // What was changed while it was away, and between being recognised and being listed here.
            OnSettled(listed);
        }
        else
        {
            // Revoked between being recognised and being listed here: no word of that will come any more.
            OnRevoked(screen.Id);
        }

        Note(connection.ConnectionId);
        return screen;
    }

    public void Shows(HubCallerContext connection, string what)
    {
        if (_connections.TryGetValue(connection.ConnectionId, out var present) && present.Shows != what)
        {
            _connections.TryUpdate(connection.ConnectionId, present with { Shows = what }, present);
            Note(connection.ConnectionId);
        }
    }

    public void Left(HubCallerContext connection)
    {
        if (_connections.TryRemove(connection.ConnectionId, out var gone) && _connections.Values.All(other => other.Screen.Id != gone.Screen.Id))
        {
            _news[gone.Screen.Id] = gone.Seen(here: false);
            _signal.Set();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_database.IsReady)
        {
            await WriteAsync(CancellationToken.None).WaitAsync(LastWord, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override void Dispose()
    {
        _screens.Revoked -= OnRevoked;
        _screens.Settled -= OnSettled;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _database.ReadyAsync(stoppingToken);
        while (true)
        {
            if (await _signal.WaitAsync(Pause, _time, stoppingToken))
            {
                await Task.Delay(Gather, stoppingToken);
                await WriteAsync(stoppingToken);
            }
            else
            {
                await WriteAllAsync(stoppingToken);
            }
        }
    }

    private void Note(string connectionId)
    {
        if (_connections.TryGetValue(connectionId, out var connection))
        {
            _news[connection.Screen.Id] = connection.Seen(here: true);
            _signal.Set();
        }
    }

    private void OnRevoked(string screen)
    {
        foreach (var connection in _connections.Values.Where(connection => connection.Screen.Id == screen))
        {
            _ = EndedConnection.CloseAsync(connection.Caller, connection.Tell);
        }
    }

    // Not awaited: a display that does not read must hold up nobody. It is told again when it connects anew.
    private void OnSettled(Screen screen)
    {
        foreach (var connection in _connections.Values.Where(connection => connection.Screen.Id == screen.Id))
        {
            _ = connection.Settle?.Invoke(screen.Settings ?? DisplaySettings.Usual);
        }
    }

    private async Task WriteAllAsync(CancellationToken cancellation)
    {
        foreach (var connection in _connections.Values)
        {
            _news.TryAdd(connection.Screen.Id, connection.Seen(here: true));
        }

        await WriteAsync(cancellation);
        await TryAsync(() => _pairings.ForgetAsync(_time.GetUtcNow(), _time.GetUtcNow() - Pairings.Grace, cancellation));
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var news = _news.ToArray();
        if (news.Length > 0
            && await TryAsync(() => _store.SeenAsync(_node, [.. news.Select(screen => screen.Value)], now, now + Trusted, cancellation)))
        {
            foreach (var written in news)
            {
                _news.TryRemove(written);
            }
        }
    }

    private async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            _logger.LogInformation("What the screens tell of themselves is written later: {Reason}", error.Message);
            return false;
        }
    }

    private sealed record Connection(HubCallerContext Caller, Screen Screen, Func<Task> Tell, Func<DisplaySettings, Task>? Settle, string Version, string Shows = "")
    {
        public SeenScreen Seen(bool here) => new(Screen.Id, here, Version, Shows);
    }
}
