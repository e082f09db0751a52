using System.Collections.Concurrent;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Notify;

/// <summary>
/// Watches on every node for notices that are due, and for visits that are over. It learns of changes by a signal and looks a moment later: nothing of it is on
/// the path of a command.
/// </summary>
internal sealed class NotifyWatch : BackgroundService
{
    // What a clerk does in one go is looked at once, and the screens are told first.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Also without news: for notices that another node has left behind.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // A bell may get lost: so long that can hurt.
    private static readonly TimeSpan ReadAnew = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, IReadOnlyList<WishEntry>> _wishes = new();
    private readonly ConcurrentDictionary<string, byte> _rung = new();

    // What this node has seen to, and until when it leaves it alone; null: it is under way, or done.
    private readonly ConcurrentDictionary<NoticeKey, DateTimeOffset?> _seen = new();
    private readonly Signal _signal = new();
    private readonly IConnectionMultiplexer _redis;
    private readonly IOffices _offices;
    private readonly IOfficeStates _states;
    private readonly Subscriptions _subscriptions;
    private readonly Deliveries _deliveries;
    private readonly TimeProvider _time;
    private readonly ILogger<NotifyWatch> _logger;

    public NotifyWatch(
        IConnectionMultiplexer redis, IOffices offices, IOfficeStates states, Subscriptions subscriptions, Deliveries deliveries, TimeProvider time,
        ILogger<NotifyWatch> logger)
    {
        (_redis, _offices, _states, _subscriptions, _deliveries, _time, _logger) = (redis, offices, states, subscriptions, deliveries, time, logger);
        _states.Changed += OnChanged;
    }

    public override void Dispose()
    {
        _states.Changed -= OnChanged;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (heard, read) = (false, DateTimeOffset.MinValue);
        while (true)
        {
            try
            {
                heard = heard || await HearAsync();
                if (_time.GetUtcNow() - read >= ReadAnew)
                {
                    read = _time.GetUtcNow();
                    RingAll();
                }

                await ReadAsync();
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (RedisFaults.IsFault(error))
            {
                _logger.LogDebug(error, "Notices wait for Redis.");
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                _logger.LogError(error, "Notices could not be looked after.");
            }

            if (await _signal.WaitAsync(Tick, _time, stoppingToken))
            {
                await Task.Delay(Pause, _time, stoppingToken);
            }
        }
    }

    private void OnChanged(OfficeState state, IReadOnlyList<OfficeEvent> events)
    {
        if (_wishes.TryGetValue(state.Office, out var wishes) && wishes.Count > 0)
        {
            _signal.Set();
        }
    }

    // Once subscribed, the client renews the subscription itself after every reconnect.
    private async Task<bool> HearAsync()
    {
        var bells = await _redis.GetSubscriber().SubscribeAsync(RedisKeys.NotifyBell);
        bells.OnMessage(bell =>
        {
            _rung[bell.Message!] = 0;
            _signal.Set();
        });
        return true;
    }

    private void RingAll()
    {
        foreach (var office in _offices.All)
        {
            _rung[office.Slug] = 0;
        }
    }

    private async Task ReadAsync()
    {
        await Task.WhenAll(_rung.Keys.Select(async office =>
        {
            // Off the list first: what is wished from now on puts it there again.
            _rung.TryRemove(office, out _);
            try
            {
                _wishes[office] = await _subscriptions.WishesAsync(office);
            }
            catch
            {
                _rung[office] = 0;
                throw;
            }
        }));
        var wished = _wishes.SelectMany(office => office.Value.Select(wish => (office.Key, wish.Ticket))).ToHashSet();
        foreach (var key in _seen.Keys.Where(key => !wished.Contains((key.Office, key.Ticket))))
        {
            _seen.TryRemove(key, out _);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        foreach (var (office, wishes) in _wishes.Where(office => office.Value.Count > 0))
        {
            if (_states.Current(office) is not { } state || _states.IsStale(office))
            {
                continue;
            }

            foreach (var ticket in DueNotices.Over(state, wishes))
            {
                await _subscriptions.ForgetAsync(office, ticket);
            }

            foreach (var due in DueNotices.Of(state, wishes, now))
            {
                if (!_seen.TryGetValue(due, out var until) || until <= now)
                {
                    _seen[due] = null;
                    var wish = wishes.First(wish => wish.Ticket == due.Ticket && wish.Channel == due.Channel).Wish;
                    _ = DeliverAsync(due, wish, cancellation);
                }
            }
        }
    }

    private async Task DeliverAsync(NoticeKey due, Wish wish, CancellationToken cancellation)
    {
        TimeSpan? leave = Tick;
        try
        {
            leave = await _deliveries.DeliverAsync(due, wish, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The node stops; another one takes it up when the lease is over.
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            _logger.LogDebug(error, "Office {Office}: a notice waits for Redis.", due.Office);
        }
        catch (Exception error)
        {
            _logger.LogError(error, "Office {Office}: a notice could not be sent.", due.Office);
        }

        _seen[due] = leave is null ? null : _time.GetUtcNow() + leave;
    }
}
