using System.IO.Pipelines;
using QueueHub.Contracts.Boards;

namespace QueueHub.Live.Phones;

/// <summary>
/// One connected phone: which ticket it shows, where it is written to, and what it was last told. It has no loop and no timer of its own, since thousands
/// wait at the same time: <see cref="PhoneWriter"/> writes to all of them.
/// </summary>
/// <param name="output">The body of its answer; nobody else writes to it until <see cref="Leave"/>.</param>
/// <param name="looksOnly">It is not its citizen's: it is told what anybody may see.</param>
internal sealed class Phone(string office, long ticket, PipeWriter output, bool looksOnly = false)
{
    private const int AmongOthers = 1;
    private const int AmongFirst = 2;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _turn = new();
    private PhoneTicket? _shown;
    private long _written;
    private volatile int _lastAhead = int.MinValue;
    private long _lastCall = -1;
    private int _place;
    private bool _unread;
    private bool _left;

    public string Office { get; } = office;
    public long Ticket { get; } = ticket;
    public bool LooksOnly { get; } = looksOnly;

    /// <summary>Completes when there is nothing more to tell, or nobody to tell it to.</summary>
    public Task Ended => _ended.Task;

    public void End() => _ended.TrySetResult();

    /// <summary>True when it is to be put in line: it does not stand there yet, or only among the others while it is now to be among the first.</summary>
    public bool TryLineUp(bool first)
    {
        var wanted = first ? AmongFirst : AmongOthers;
        var present = Volatile.Read(ref _place);
        while (present < wanted)
        {
            var found = Interlocked.CompareExchange(ref _place, wanted, present);
            if (found == present)
            {
                return true;
            }

            present = found;
        }

        return false;
    }

    /// <summary>Its turn has come. Before anything is looked at: whatever changes from now on puts it in line again.</summary>
    public void LeaveLine() => Interlocked.Exchange(ref _place, 0);

    /// <summary>Its answer ends now: nothing may be written after this returns.</summary>
    public void Leave()
    {
        lock (_turn)
        {
            _left = true;
        }
    }

    /// <summary>Writes what it would show now, when that is something else than before, or a sign of life when it is time for one.</summary>
    /// <param name="newest">What it would show; null when the state no longer holds its ticket: what it shows last stays.</param>
    /// <param name="call">The newest call of the office in that state.</param>
    /// <param name="messages">How it is written.</param>
    /// <param name="unread">What to do once a phone that did not read has read again.</param>
    public void Tell(PhoneTicket? newest, long call, PhoneMessages messages, TimeProvider time, Action<Phone> unread)
    {
        lock (_turn)
        {
            if (_left || _unread)
            {
                return;
            }

            _lastAhead = newest?.PeopleAhead ?? -1;
            Volatile.Write(ref _lastCall, call);
            if (newest is not null && newest != _shown)
            {
                _shown = newest;
                messages.Write(output, newest);
            }
            else if (HasLongHeardNothing(time))
            {
                PhoneMessages.WriteAlive(output);
            }
            else
            {
                return;
            }

            Interlocked.Exchange(ref _written, time.GetTimestamp());
            var flushed = output.FlushAsync();
            if (!flushed.IsCompletedSuccessfully)
            {
                // One message may be under way: what changes meanwhile is told when the phone has read it.
                _unread = true;
                _ = WaitAsync(flushed, unread);
            }
            else if (flushed.Result.IsCompleted)
            {
                End();
            }
        }
    }

    /// <summary>
    /// True when its place is another one than when it was last looked at, or somebody was called since: who came and went first between two looks has left the
    /// place as it was, and is to be told of all the same.
    /// </summary>
    public bool HasMoved(int? ahead, long call) => (ahead ?? -1) != _lastAhead || call != Volatile.Read(ref _lastCall);

    /// <summary>True when it is near the front, or was last written to long enough ago.</summary>
    public bool MayBeTold(int? ahead, TimeProvider time) => ahead is null or <= PhoneSweep.NearFront || Silence(time) >= PhoneSweep.FarInterval;

    /// <summary>True when it is to be given a sign of life.</summary>
    public bool HasLongHeardNothing(TimeProvider time) => Silence(time) >= PhoneSweep.KeepAlive;

    private TimeSpan Silence(TimeProvider time) => time.GetElapsedTime(Interlocked.Read(ref _written));

    private async Task WaitAsync(ValueTask<FlushResult> flushed, Action<Phone> unread)
    {
        try
        {
            var result = await flushed;
            if (result.IsCompleted)
            {
                End();
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The phone went away.
            End();
        }

        lock (_turn)
        {
            _unread = false;
        }

        unread(this);
    }
}
