using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>What a console knows of the silent alarms at its counter. Pure; each message makes the next one.</summary>
/// <param name="Board">The newest message; null while there was none.</param>
/// <param name="Over">Alarms known to be over. In another epoch the server may have lost that, and is believed.</param>
public sealed record AlarmView(string Counter, AlarmBoard? Board = null, IReadOnlySet<long>? Over = null)
{
    /// <summary>The alarm that stands here.</summary>
    public Alarm? Standing => Board?.Alarms.Where(alarm => alarm.Counter == Counter && !IsKnownOver(alarm.Id)).MaxBy(alarm => alarm.Id);

    /// <summary>Takes a message unless it is older than the present one: a late one must not bring back what was.</summary>
    public AlarmView Fold(AlarmBoard next) =>
        next.Epoch != Board?.Epoch ? new(Counter, next, Board is null ? Over : null)
        : next.Version > Board.Version || (next.Version == Board.Version && next.At >= Board.At) ? this with { Board = next }
        : this;

    /// <summary>An alarm is over; messages on their way may still show it.</summary>
    public AlarmView Without(long alarm) => this with { Over = new HashSet<long>(Over ?? new HashSet<long>()) { alarm } };

    /// <summary>True also when the newest message was made after this alarm and does not have it: somebody else has ended it.</summary>
    public bool IsOver(long alarm) => IsKnownOver(alarm) || (Board is { } board && board.Version >= alarm && board.Alarms.All(known => known.Id != alarm));

    private bool IsKnownOver(long alarm) => Over?.Contains(alarm) == true;
}
