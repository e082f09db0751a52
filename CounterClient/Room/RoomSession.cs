using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>An order that was not carried out, or may not have been.</summary>
/// <param name="Sentence">The server's reason; null when it gave none.</param>
/// <param name="Answered">False when no answer came: giving it again repeats the same request.</param>
/// <param name="RequestId">What it was sent with.</param>
public sealed record RoomFailure(RoomOrder Order, string? Sentence, bool Answered, string RequestId);

/// <summary>The supervisor's work in one office's room: the room as it is now, the order under way, the ledger. Holds no browser, so tests drive it.</summary>
public sealed class RoomSession : IDisposable
{
    private static readonly TimeSpan BoardPatience = TimeSpan.FromSeconds(3);

    // History is written a moment after the call, and a busy room calls all the time.
    private static readonly TimeSpan LedgerPause = TimeSpan.FromSeconds(2);

    private readonly IDeskLink _link;
    private readonly IRoomApi _api;
    private readonly RoomCourier _courier;
    private readonly TimeProvider _time;
    private readonly string _office;
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ledgerDue;

    public RoomSession(IDeskLink link, IRoomApi api, string office, TimeProvider time)
    {
        (_link, _api, _office, _time) = (link, api, office, time);
        _courier = new RoomCourier(api, office, time);
        Clock = new ServerClock(time);
        link.Shown += OnShown;
        link.Changed += OnLinkChanged;
    }

    /// <summary>Null until the first board.</summary>
    public Room? Room { get; private set; }

    public ServerClock Clock { get; }

    public LinkState Link => _link.State;

    /// <summary>The order under way; no other is taken meanwhile.</summary>
    public RoomOrder? InFlight { get; private set; }

    /// <summary>Why the last order was not carried out.</summary>
    public RoomFailure? Failure { get; private set; }

    /// <summary>The day's calls out of order, newest first; null until they were read.</summary>
    public IReadOnlyList<LedgerEntry>? Ledger { get; private set; }

    /// <summary>The ledger could not be read the last time.</summary>
    public bool LedgerFailed { get; private set; }

    /// <summary>Nobody is signed in any more.</summary>
    public bool SignedOut { get; private set; }

    /// <summary>Sentences are wanted in this language.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>Anything above is another one.</summary>
    public event Action? Changed;

    /// <summary>Carries an order out; true when the server did it. A second order while one is under way is ignored.</summary>
    public Task<bool> GiveAsync(RoomOrder order) => GiveAsync(order, DeskOrder.NewRequestId());

    /// <summary>Repeats what was not answered: were it done unseen, it is not done twice.</summary>
    public Task<bool> AgainAsync(RoomFailure failure) => GiveAsync(failure.Order, failure.RequestId);

    /// <summary>The supervisor has read it.</summary>
    public void Dismiss()
    {
        Failure = null;
        Changed?.Invoke();
    }

    /// <summary>Keeps the ledger as new as the room, until disposed.</summary>
    public async Task FollowLedgerAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(LedgerPause, _time, _stop.Token);
                if (_ledgerDue && Room is { } room)
                {
                    _ledgerDue = false;
                    await ReadLedgerAsync(room);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page has left the room.
        }
    }

    public void Dispose()
    {
        _link.Shown -= OnShown;
        _link.Changed -= OnLinkChanged;
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<bool> GiveAsync(RoomOrder order, string requestId)
    {
        if (InFlight is not null || Room is not { } room)
        {
            return false;
        }

        (InFlight, Failure) = (order, null);
        Changed?.Invoke();
        try
        {
            return await CarryOutAsync(order, requestId, room.Board.Epoch);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            InFlight = null;
            Changed?.Invoke();
        }
    }

    private async Task<bool> CarryOutAsync(RoomOrder order, string requestId, string epoch)
    {
        var (reply, problem) = await _courier.SendAsync(order, requestId, Language, _stop.Token);
        if (reply is not null)
        {
            await ShowsAsync(reply, epoch);
            return true;
        }

        SignedOut = problem!.SignedOut;
        Failure = new(order, problem.Title, Answered: !problem.IsOpen, requestId);
        return false;
    }

    // The answer comes before the board that shows its effect; until then the old buttons must not be pressed again.
    private async Task ShowsAsync(CommandReply reply, string epoch)
    {
        using var late = new CancellationTokenSource(BoardPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stop.Token);
        try
        {
            while (Room?.Shows(reply.Version, epoch) == false)
            {
                await _shown.Task.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // The board is late; the buttons are given back rather than held for ever.
        }
    }

    private async Task ReadLedgerAsync(Room room)
    {
        var day = Durations.OfDay(Clock.Now, room.Board.UtcOffsetMinutes);
        var (entries, problem) = await _api.LedgerAsync(_office, day, _stop.Token);
        if (entries is not null)
        {
            Ledger = [.. entries.OrderByDescending(entry => entry.At)];
        }
        else if (problem is { IsOpen: true })
        {
            _ledgerDue = true;
        }

        (LedgerFailed, SignedOut) = (problem is not null, problem is { SignedOut: true });
        Changed?.Invoke();
    }

    private void OnShown(DeskBoard board, bool attached)
    {
        if (attached)
        {
            Clock.Reset();
        }

        Clock.Learn(board.At);
        var before = Room;
        Room = Room?.Fold(board) ?? new Room(board);
        _ledgerDue |= attached || before?.LastCalls != Room.LastCalls;
        var shown = _shown;
        _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        shown.TrySetResult();
        Changed?.Invoke();
    }

    private void OnLinkChanged() => Changed?.Invoke();
}
