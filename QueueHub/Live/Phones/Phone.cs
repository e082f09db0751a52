namespace QueueHub.Live.Phones;

/// <summary>One connected phone: which ticket it shows, and what it was last told, so that a sweep can tell whether to wake it.</summary>
internal sealed class Phone(string office, long ticket)
{
    private readonly Signal _signal = new();
    private volatile int _lastAhead = int.MinValue;
    private long _lastSent;

    public string Office { get; } = office;
    public long Ticket { get; } = ticket;

    public void Wake() => _signal.Set();

    /// <summary>Waits for a wake; false when <paramref name="patience"/> ran out first.</summary>
    public Task<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation) => _signal.WaitAsync(patience, time, cancellation);

    /// <summary>Remembers what was sent when.</summary>
    public void Sent(int? ahead, long timestamp)
    {
        _lastAhead = ahead ?? -1;
        Interlocked.Exchange(ref _lastSent, timestamp);
    }

    /// <summary>True when its place moved and it is near the front, or was last told long enough ago.</summary>
    public bool Due(int? ahead, TimeProvider time) =>
        (ahead ?? -1) != _lastAhead
        && (ahead is null or <= PhoneSweep.NearFront || time.GetElapsedTime(Interlocked.Read(ref _lastSent)) >= PhoneSweep.FarInterval);
}
