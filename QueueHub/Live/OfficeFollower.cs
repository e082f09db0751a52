using System.Collections.Immutable;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>
/// Follows one office's log into memory. Doorbells and polls only wake it; what it reads decides, so a lost, doubled or reordered bell does no harm.
/// </summary>
internal sealed class OfficeFollower(string office, OfficeLog log, ILogger logger)
{
    /// <summary>More than history is ever behind while Postgres answers.</summary>
    private const int EventsKept = 500;

    private readonly Signal _wake = new();
    private readonly Lock _lock = new();
    private volatile OfficeState? _state;
    private volatile OfficePosition? _doubt;
    private ImmutableList<OfficeEvent> _recent = [];
    private ImmutableList<OfficeEvent> _told = [];

    // The Redis process under which the state was last seen to be the office's; null until then.
    private string? _run;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OfficeState? State => _state;

    /// <summary>Completes at the next change of <see cref="State"/>.</summary>
    public Task NextChange => _changed.Task;

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
                return _state is { } state ? OfficeMemory.Of(state, _recent, _told, _run is not null) : null;
            }
        }
    }

    /// <summary>An event a command was answered with.</summary>
    public void Learn(OfficeEvent @event)
    {
        lock (_lock)
        {
            if (_state is not { } state || @event.Version > state.Version)
            {
                // Bounded also when the log cannot be read at all while commands go on.
                _told = [.. _told.Add(@event).TakeLast(EventsKept)];
            }
        }
    }

    public void Wake() => _wake.Set();

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

        var events = await log.AfterAsync(office, state.Version);
        if (events.Count == 0)
        {
            return false;
        }

        Become(events.Aggregate(state, Fold.Apply), events, publish);
        return true;
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
            _recent = [.. _recent.Concat(events).TakeLast(EventsKept)];
            _told = _told.RemoveAll(@event => @event.Version <= state.Version);
        }

        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
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

        if (_state is null || position.Version > _state.Version)
        {
            Wake();
        }

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
            (_state, _recent, _told, _run) = (null, [], [], null);
        }
    }
}
