using System.Collections.Concurrent;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live;

/// <summary>
/// One follower per office, woken by doorbells and, because pub/sub is at-most-once, by a poll of all versions every second.
/// </summary>
public sealed class OfficeFollowers(
    IConnectionMultiplexer redis, IOffices offices, OfficeLog log, TimeProvider time, ILogger<OfficeFollowers> logger)
    : BackgroundService, IOfficeStates
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, OfficeFollower> _followers = new();
    private readonly Dictionary<string, long> _edits = [];
    private readonly Signal _poll = new();
    private volatile bool _stale;

    public event Action<OfficeState, IReadOnlyList<OfficeEvent>>? Changed;

    /// <summary>How many edits of forms an office has seen since the last poll, when there were any; must only set signals.</summary>
    public event Action<string, long>? FormsEdited;

    public bool Stale => _stale;

    public OfficeState? Current(string office) => _followers.TryGetValue(office, out var follower) ? follower.State : null;

    /// <summary>What Redis holds of an office while it must be compared first; null when the office works.</summary>
    public OfficePosition? Doubt(string office) => _followers.TryGetValue(office, out var follower) ? follower.Doubt : null;

    public bool IsStale(string office) => _stale || Doubt(office) is not null;

    public string? Life(string office) => _followers.TryGetValue(office, out var follower) ? follower.Life : null;

    /// <summary>What this node knows of an office without asking Redis; null when it has not read it yet.</summary>
    public OfficeMemory? Memory(string office) => _followers.TryGetValue(office, out var follower) ? follower.Memory : null;

    public void Learn(string office, OfficeEvent @event)
    {
        if (_followers.TryGetValue(office, out var follower))
        {
            follower.Learn(@event);
        }
    }

    /// <summary>Polls at once: something has been decided.</summary>
    public void PollNow() => _poll.Set();

    public async Task<OfficeState?> AtLeastAsync(string office, long version, TimeSpan timeout, CancellationToken cancellation)
    {
        if (!_followers.TryGetValue(office, out var follower))
        {
            return null;
        }

        var reached = follower.ReachesAsync(version);
        if (!reached.IsCompleted)
        {
            follower.Wake();
            await Task.WhenAny(reached, Task.Delay(timeout, time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }

        return follower.State;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        offices.Changed += PublishAll;
        try
        {
            while (true)
            {
                await PollAsync(stoppingToken);
                await _poll.WaitAsync(PollInterval, time, stoppingToken);
            }
        }
        finally
        {
            offices.Changed -= PublishAll;
        }
    }

    private OfficeFollower Follow(string office, CancellationToken cancellation)
    {
        var follower = new OfficeFollower(office, log, logger);
        _ = follower.RunAsync(Read, cancellation);
        _ = HearBellsAsync(office, follower, cancellation);
        return follower;
    }

    // Once subscribed, the client renews the subscription itself after every reconnect.
    private async Task HearBellsAsync(string office, OfficeFollower follower, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var bells = await redis.GetSubscriber().SubscribeAsync(RedisKeys.Bell(office));
                bells.OnMessage(bell => follower.Hear((long)bell.Message));
                return;
            }
            catch (Exception error) when (RedisFaults.IsFault(error))
            {
                logger.LogDebug(error, "Office {Office}: its doorbell cannot be heard yet.", office);
            }

            await Task.Delay(PollInterval, time, cancellation);
        }
    }

    private async Task PollAsync(CancellationToken cancellation)
    {
        var known = offices.All;
        foreach (var office in known)
        {
            if (!_followers.ContainsKey(office.Slug))
            {
                _followers[office.Slug] = Follow(office.Slug, cancellation);
            }
        }

        try
        {
            var slugs = known.Select(office => office.Slug).ToList();
            var held = slugs.Select(Current).ToList();
            var positions = await log.PositionsAsync(slugs);
            foreach (var (slug, before, position) in slugs.Zip(held, positions))
            {
                CountEdits(slug, position.Edits);
                if (_followers[slug].Compare(position, before) && Current(slug) is { } state)
                {
                    Publish(state, []);
                }
            }

            BecomeStale(false);
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            logger.LogWarning("Redis cannot be reached: {Reason}", error.Message);
            BecomeStale(true);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Something in Redis that no script of ours has written: a poll that ends here would end the node.
            logger.LogError(error, "The offices' versions cannot be read.");
        }
    }

    private void CountEdits(string office, long edits)
    {
        if (_edits.TryGetValue(office, out var counted) && counted != edits)
        {
            // A lower count is that of a Redis that was set back: forms may be other ones now.
            FormsEdited?.Invoke(office, Math.Max(edits - counted, 1));
        }

        _edits[office] = edits;
    }

    private void Read(OfficeState state, IReadOnlyList<OfficeEvent> events)
    {
        Publish(state, events);
        if (events.Count == 0)
        {
            // Read as a whole, but from which Redis? Until that is known this node is no witness.
            PollNow();
        }
    }

    private void Publish(OfficeState state, IReadOnlyList<OfficeEvent> events) => Changed?.Invoke(state, events);

    private void BecomeStale(bool stale)
    {
        if (_stale == stale)
        {
            return;
        }

        _stale = stale;
        PublishAll();
    }

    // Something that every screen of every office shows has changed, and no event tells it.
    private void PublishAll()
    {
        foreach (var follower in _followers.Values)
        {
            if (follower.State is { } state)
            {
                Publish(state, []);
            }
        }
    }
}
