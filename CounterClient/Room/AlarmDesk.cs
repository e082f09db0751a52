using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What was ordered about an alarm and not carried out.</summary>
/// <param name="Sentence">The server's reason; null when it gave none.</param>
/// <param name="Answered">False when no answer came.</param>
public sealed record AlarmFailure(string Counter, string? Sentence, bool Answered);

/// <summary>
/// The alarms of an office before its supervisor: which stand, which still call for attention, and what is ordered about each. Its orders wait for none of the
/// room's. Holds no browser, so tests drive it.
/// </summary>
public sealed class AlarmDesk : IDisposable
{
    private readonly IDeskLink _link;
    private readonly RoomCourier _courier;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<long> _seen = [];
    private readonly HashSet<long> _busy = [];

    public AlarmDesk(IDeskLink link, IRoomApi api, string office, TimeProvider time)
    {
        (_link, _courier) = (link, new RoomCourier(api, office, time));
        link.AlarmsShown += OnShown;
    }

    /// <summary>The newest board; null until the first one.</summary>
    public AlarmBoard? Board { get; private set; }

    /// <summary>
    /// True for an alarm that was raised at this very screen's sign-in: a citizen may be looking at it, so it says nothing. The same person's room at another
    /// computer does.
    /// </summary>
    public Func<Alarm, bool> IsOwn { get; init; } = _ => false;

    /// <summary>The alarms that stand, the oldest first.</summary>
    public IReadOnlyList<Alarm> Standing => [.. (Board?.Alarms ?? []).Where(alarm => !IsOwn(alarm))];

    /// <summary>Those that nobody has answered and that this person has not put aside: they go before everything else.</summary>
    public IReadOnlyList<Alarm> Calling => [.. Standing.Where(alarm => alarm.Answers.Count == 0 && !_seen.Contains(alarm.Id))];

    /// <summary>Why the last order about an alarm was not carried out.</summary>
    public AlarmFailure? Failure { get; private set; }

    /// <summary>Sentences are wanted in this language.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>Anything above is another one.</summary>
    public event Action? Changed;

    /// <summary>An order about this alarm is under way.</summary>
    public bool IsBusy(Alarm alarm) => _busy.Contains(alarm.Id);

    /// <summary>The alarms have been seen: they stand on, but no longer before everything else. A new one will.</summary>
    public void PutAside()
    {
        _seen.UnionWith(Standing.Select(alarm => alarm.Id));
        Changed?.Invoke();
    }

    /// <summary>Help is coming.</summary>
    /// <param name="from">From where; null: the supervisor comes.</param>
    public Task AnswerAsync(Alarm alarm, string? from) => GiveAsync(alarm, new(RoomAction.AnswerAlarm, alarm.Counter, Text: from, Alarm: alarm.Id));

    /// <summary>Switches it off.</summary>
    public Task EndAsync(Alarm alarm) => GiveAsync(alarm, new(RoomAction.EndAlarm, alarm.Counter, Alarm: alarm.Id));

    /// <summary>The supervisor has read it.</summary>
    public void Dismiss()
    {
        Failure = null;
        Changed?.Invoke();
    }

    /// <summary>The board to believe: a late one must not bring back what is over.</summary>
    public static AlarmBoard Newer(AlarmBoard? present, AlarmBoard next) =>
        present is null || next.Epoch != present.Epoch || next.Version > present.Version || (next.Version == present.Version && next.At >= present.At) ? next : present;

    public void Dispose()
    {
        _link.AlarmsShown -= OnShown;
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task GiveAsync(Alarm alarm, RoomOrder order)
    {
        if (!_busy.Add(alarm.Id))
        {
            return;
        }

        Failure = null;
        Changed?.Invoke();
        try
        {
            var (_, problem) = await _courier.SendAsync(order, DeskOrder.NewRequestId(), Language, _stop.Token);
            Failure = problem is null ? null : new(alarm.Counter, problem.Title, Answered: !problem.IsOpen);
        }
        catch (OperationCanceledException)
        {
            // The page has left the room.
        }
        finally
        {
            _busy.Remove(alarm.Id);
            Changed?.Invoke();
        }
    }

    private void OnShown(AlarmBoard board)
    {
        Board = Newer(Board, board);
        Changed?.Invoke();
    }
}
