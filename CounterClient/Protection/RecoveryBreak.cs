using QueueHub.Contracts;
using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>
/// Leaving the counter to recover, and coming back. The room is booked first, and the clerk leaves whether that worked or not: nobody has to stay because a room
/// is taken. To the queue it is a pause like any other.
/// </summary>
/// <param name="give">Gives an order; true when it was carried out.</param>
/// <param name="now">The server's time.</param>
/// <param name="changed">Something here is another one.</param>
public sealed class RecoveryBreak(
    IProtectionApi api, string office, string counter, string me, Func<DeskOrder, Task<bool>> give, Func<DateTimeOffset> now, Action changed) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private (int Minutes, string RequestId)? _asked;

    /// <summary>Sentences are wanted in this language.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>The office's room; null while it is not known, and where there is none.</summary>
    public RecoveryRoom? Room { get; private set; }

    /// <summary>Why the room was not booked.</summary>
    public DoorProblem? Refused { get; private set; }

    /// <summary>The office could not be asked whether it has one.</summary>
    public bool Unread { get; private set; }

    /// <summary>The own booking of now, or the next one.</summary>
    public RecoveryBooking? Own => Room?.Bookings.FirstOrDefault(booking => booking.Staff == me && booking.Until > now());

    /// <summary>The room is somebody else's now, until then.</summary>
    public DateTimeOffset? TakenUntil => Own is { } own && own.From <= now() ? null : Room?.TakenUntil is { } until && until > now() ? until : null;

    /// <summary>Asks how the room is.</summary>
    public async Task ReadAsync()
    {
        var stop = _stop.Token;
        try
        {
            Learn(await api.RoomAsync(office, stop));
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
    }

    /// <summary>Books the room where that is wanted, and leaves the counter; true when it is left.</summary>
    public async Task<bool> LeaveAsync(int minutes, bool book)
    {
        Refused = null;
        try
        {
            if (book && Own is null)
            {
                await BookAsync(minutes);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        var left = await give(new DeskOrder(DeskAction.Pause, Minutes: minutes, Leave: true));
        changed();
        return left;
    }

    /// <summary>Gives a booking back.</summary>
    public async Task CancelAsync(RecoveryBooking booking)
    {
        var stop = _stop.Token;
        try
        {
            Learn(await api.CancelAsync(office, booking.Id, Language, stop));
        }
        catch (OperationCanceledException)
        {
            // The page has gone; the booking ends by itself.
        }
    }

    /// <summary>The clerk is back: the room is free again for colleagues.</summary>
    public Task ReturnAsync()
    {
        Refused = null;
        return Own is { } own && own.From <= now() ? CancelAsync(own) : Task.CompletedTask;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    // The same wish keeps its request id: what was booked unseen is not booked twice.
    private async Task BookAsync(int minutes)
    {
        var requestId = _asked is { } asked && asked.Minutes == minutes ? asked.RequestId : DeskOrder.NewRequestId();
        _asked = (minutes, requestId);
        var answer = await api.BookAsync(office, new RecoveryRequest(requestId, minutes, Counter: counter), Language, _stop.Token);
        if (answer.Problem is not { IsOpen: true })
        {
            _asked = null;
        }

        Refused = answer.Problem;
        Learn(answer);
    }

    private void Learn(DoorAnswer<RecoveryRoom> answer)
    {
        Unread = answer.Problem?.IsOpen == true;
        Room = answer.Value is { } room ? (room.Name is null ? null : room)
            : answer.Problem?.Code is ProblemCodes.UnknownRoom or ProblemCodes.NotFound ? null
            : Room;
        changed();
    }
}
