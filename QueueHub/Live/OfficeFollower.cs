using System.Collections.Immutable;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>
/// Follows one office's log into memory. Doorbells and polls only wake it; what it reads, or what this node's own commands were answered with, decides,
/// so a lost, doubled or reordered bell does no harm.
/// </summary>
internal sealed class OfficeFollower(string office, OfficeLog log, ILogger logger)
{
    /// <summary>More than history is ever behind while Postgres answers.</summary>
    private const int EventsKept = 500;

    private readonly Signal _wake = new();
    private readonly Lock _lock = new();
    private volatile OfficeState? _state;
    private volatile OfficePosition? _doubt;
    private readonly Queue<OfficeEvent> _recent = new();

    // By version: what commands were answered with and is not folded in yet.
    private readonly SortedList<long, OfficeEvent> _told = [];

    // The Redis process under which the state was last seen to be the office's; null until then.
    private string? _run;

    // By version: who waits until it is folded in.
    private readonly SortedList<long, TaskCompletionSource> _awaited = [];

    // The highest version that is known to stand in the log.
    private long _heard;

    public OfficeState? State => _state;

    /// <summary>What Redis holds of the office, while it is not confirmed.</summary>
    public OfficePosition? Doubt => _doubt;

    /// <summary>Names the state together with the Redis process it was last seen in; null before, and while it is doubtful.</summary>
    public string? Life
    {
        get
        {
            lock (_lock)
            {
                return (_state, _run, _doubt) is ({ } state, { } run, null) ? $"{state.Epoch}.{run[..Math.Min(8, run.Length)]}" : null;
            }
        }
    }

    /// <summary>What this node knows; null when it has not read the office yet.</summary>
    public OfficeMemory? Memory
    {
        get
        {
            lock (_lock)
            {
                return _state is { } state ? OfficeMemory.Of(state, [.. _recent], [.. _told.Values], _run is not null) : null;
            }
        }
    }

    /// <summary>
    /// An event a command was answered with. It stands in the log, so that this node need not read it again when it is the next one.
    /// </summary>
    public void Learn(OfficeEvent @event)
    {
        lock (_lock)
        {
            if (_state is { } state && @event.Version <= state.Version)
            {
                return;
            }

            // Bounded also when the log cannot be read at all while commands go on.
            _told[@event.Version] = @event;
            if (_told.Count > EventsKept)
            {
                _told.RemoveAt(0);
            }
        }

        Wake();
    }

    public void Wake() => _wake.Set();

    /// <summary>There is an event of this version in the log.</summary>
    public void Hear(long version)
    {
        lock (_lock)
        {
            _heard = Math.Max(_heard, version);
            if (_state is { } state && version <= state.Version)
            {
                return;
            }
        }

        Wake();
    }

    /// <summary>Completes when the state has this version or a later one. Whoever gave up waiting costs nothing more: there is one task a version.</summary>
    public Task ReachesAsync(long version)
    {
        lock (_lock)
        {
            if (_state is { } state && state.Version >= version)
            {
                return Task.CompletedTask;
            }

            if (!_awaited.TryGetValue(version, out var awaited))
            {
                _awaited[version] = awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return awaited.Task;
        }
    }

    /// <summary>Reads whenever woken, until cancelled.</summary>
    public async Task RunAsync(Action<OfficeState, IReadOnlyList<OfficeEvent>> publish, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                while (await ReadAsync(publish))
                {
                }
            }
            catch (GapException gap)
            {
                logger.LogInformation("Office {Office}: {Reason} Reading its state anew.", office, gap.Message);
                Forget();
                continue;
            }
            catch (Exception error) when (RedisFaults.IsFault(error))
            {
                logger.LogDebug(error, "Office {Office}: the log cannot be read now.", office);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A follower that dies freezes every screen of the office: say so, and try again at the next bell or poll.
                logger.LogError(error, "Office {Office}: its log cannot be folded.", office);
            }

            await _wake.WaitAsync(cancellation);
        }
    }

    // True when there may be more to read.
    private async Task<bool> ReadAsync(Action<OfficeState, IReadOnlyList<OfficeEvent>> publish)
    {
        if (_state is not { } state)
        {
            if (await log.JoinAsync(office) is not { } joined)
            {
                return false;
            }

            // Rows may be newer than the version they were read after: until the log has caught up with them this is no state that ever was, and nobody is to see
            // it, nor to found the office anew from it.
            state = await CatchUpAsync(joined);
            if (_doubt is { Epoch: "" })
            {
                // It had not been founded yet when Redis was asked.
                _doubt = null;
            }

            Become(state, [], publish);
        }

        IReadOnlyList<OfficeEvent> events = Told(state);
        if (events.Count == 0)
        {
            events = await log.AfterAsync(office, state.Version);
        }

        if (events.Count == 0)
        {
            return false;
        }

        state = events.Aggregate(state, Fold.Apply);
        Become(state, events, publish);

        // After what this node was told itself, other nodes' events may follow, whose bell has been heard with the same waking.
        return state.Version < Interlocked.Read(ref _heard) || events.Count == OfficeLog.PageSize;
    }

    // What follows the state without a gap, as far as this node was told.
    private List<OfficeEvent> Told(OfficeState state)
    {
        lock (_lock)
        {
            return [.. _told.Values.SkipWhile(@event => @event.Version <= state.Version)
                .TakeWhile((@event, place) => @event.Epoch == state.Epoch && @event.Version == state.Version + 1 + place)];
        }
    }

    private async Task<OfficeState> CatchUpAsync(OfficeState state)
    {
        while (await log.AfterAsync(office, state.Version) is { Count: > 0 } events)
        {
            state = events.Aggregate(state, Fold.Apply);
        }

        return state;
    }

    private void Become(OfficeState state, IReadOnlyList<OfficeEvent> events, Action<OfficeState, IReadOnlyList<OfficeEvent>> publish)
    {
        lock (_lock)
        {
            _state = state;
            foreach (var @event in events)
            {
                _recent.Enqueue(@event);
            }

            while (_recent.Count > EventsKept)
            {
                _recent.Dequeue();
            }

            while (_awaited.Count > 0 && _awaited.GetKeyAtIndex(0) <= state.Version)
            {
                _awaited.GetValueAtIndex(0).SetResult();
                _awaited.RemoveAt(0);
            }

            while (_told.Count > 0 && _told.GetKeyAtIndex(0) <= state.Version)
            {
                _told.RemoveAt(0);
            }
        }

        publish(state, events);
    }

    /// <summary>
    /// Compares with what Redis holds. A state that a confirmed Redis contradicts is forgotten and read anew; while Redis is not confirmed, this state may be
    /// all that is left of the office. True when it has become doubtful or certain, or Redis is another process.
    /// </summary>
    /// <param name="before">What was held when Redis was asked: what has been read since may be ahead of the answer, and is no contradiction.</param>
    public bool Compare(OfficePosition position, OfficeState? before)
    {
        // What was not founded when Redis was asked, and has been joined meanwhile, gives no cause to doubt: the next answer knows more.
        var (doubted, run) = (_doubt is not null, _run);
        _doubt = position.Confirmed || (before is null && _state is not null && position.Epoch.Length == 0) ? null : position;
        if (_state is { } state && before?.Epoch == state.Epoch && Contradicts(position, before) is { } how)
        {
            logger.LogWarning("Office {Office}: {How} Reading anew.", office, how);
            Forget();
        }

        if (_state?.Epoch == position.Epoch && position.Confirmed)
        {
            _run = position.Run;
        }

        Hear(position.Version);

        return doubted != _doubt is not null || run != _run;
    }

    private string? Contradicts(OfficePosition position, OfficeState before)
    {
        if (!position.Confirmed)
        {
            // What was read from an unconfirmed Redis says nothing that Redis does not say itself.
            return _run is null && (before.Epoch, before.Version) != (position.Epoch, position.Version) ? "It was read from another Redis." : null;
        }

        if (before.Epoch != position.Epoch)
        {
            return $"Redis holds epoch {position.Epoch}, this node {before.Epoch} up to version {before.Version}.";
        }

        // Compared while this node was cut off: what only it knew has been decided otherwise since, under the same versions.
        return position.Version < before.Version || (_run is not null && position.Run != _run && position.Compared < before.Version)
            ? $"Redis was restarted and compared at version {position.Compared}, this node had version {before.Version}."
            : null;
    }

    private void Forget()
    {
        lock (_lock)
        {
            (_state, _run) = (null, null);
            _recent.Clear();
            _told.Clear();
        }
    }
}
