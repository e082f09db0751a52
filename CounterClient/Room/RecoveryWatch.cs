using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>The recovery room of an office before its supervisor, asked for every few seconds. Holds no browser, so tests drive it.</summary>
public sealed class RecoveryWatch(IProtectionApi api, string office, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Null until it was read, and where the office has none.</summary>
    public RecoveryRoom? Room { get; private set; }

    /// <summary>It could not be read the last time.</summary>
    public bool Failed { get; private set; }

    /// <summary>Sentences are wanted in this language.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>Anything above is another one.</summary>
    public event Action? Changed;

    /// <summary>The booking for which a counter is paused now; null when its pause is any other, or it works.</summary>
    public RecoveryBooking? At(DeskCounter counter, DateTimeOffset now) => counter.State != QueueHub.Contracts.Tickets.CounterState.Paused ? null
        : Room?.Bookings.FirstOrDefault(booking => booking.From <= now && booking.Until > now && (booking.Staff == counter.Staff || booking.Counter == counter.Id));

    /// <summary>Keeps it as new as the server, until disposed.</summary>
    public async Task FollowAsync()
    {
        var stop = _stop.Token;
        try
        {
            while (true)
            {
                Learn(await api.RoomAsync(office, stop));
                await Task.Delay(Interval, time, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The page has left the room.
        }
    }

    /// <summary>The room is free again.</summary>
    public async Task EndAsync(RecoveryBooking booking)
    {
        try
        {
            Learn(await api.CancelAsync(office, booking.Id, Language, _stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The page has left the room.
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Learn(DoorAnswer<RecoveryRoom> answer)
    {
        Failed = answer.Problem is { IsOpen: true };
        Room = answer.Value is { Name: not null } room ? room : answer.Value is null ? Room : null;
        Changed?.Invoke();
    }
}
