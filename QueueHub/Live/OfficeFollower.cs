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
    private volatile OfficeState? _state;
    private volatile OfficePosition? _doubt;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OfficeState? State => _state;

    /// <summary>Completes at the next change of <see cref="State"/>.</summary>
    public Task NextChange => _changed.Task;

    /// <summary>What Redis holds of the office, while it is not confirmed.</summary>
    public OfficePosition? Doubt => _doubt;

    /// <summary>The last events it has folded, oldest first, without a gap.</summary>
    public ImmutableList<OfficeEvent> Recent { get; private set; } = [];

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
                _state = null;
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

            state = joined;
            Recent = [];
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
        Recent = [.. Recent.Concat(events).TakeLast(EventsKept)];
        return true;
    }

    private void Become(OfficeState state, IReadOnlyList<OfficeEvent> events, Action<OfficeState, IReadOnlyList<OfficeEvent>> publish)
    {
        _state = state;
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
        publish(state, events);
    }

    /// <summary>
    /// Compares with what Redis holds. A state that a confirmed Redis contradicts (another epoch, or a lower version) is forgotten and read anew; while Redis
    /// is not confirmed, this state may be all that is left of the office.
    /// </summary>
    /// <param name="before">What was held when Redis was asked: what has been read since may be ahead of the answer, and is no contradiction.</param>
    public void Compare(OfficePosition position, OfficeState? before)
    {
        // What was not founded when Redis was asked, and has been joined meanwhile, gives no cause to doubt: the next answer knows more.
        _doubt = position.Confirmed || (before is null && _state is not null && position.Epoch.Length == 0) ? null : position;
        if (_state is not { } state || before is null)
        {
            Wake();
        }
        else if (position.Confirmed && before.Epoch == state.Epoch && (state.Epoch != position.Epoch || position.Version < before.Version))
        {
            logger.LogWarning("Office {Office}: Redis holds epoch {Epoch} version {Version}, this node {OwnEpoch} {OwnVersion}. Reading anew.",
                office, position.Epoch, position.Version, state.Epoch, state.Version);
            _state = null;
            Wake();
        }
        else if (position.Version > state.Version)
        {
            Wake();
        }
    }
}
