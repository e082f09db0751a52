using System.Diagnostics.Metrics;

namespace QueueHub.Platform.Limits;

/// <summary>Tells operators that the node refuses: a counter, and a warning once a minute at most, however many there are.</summary>
public sealed class Refusals(TimeProvider time, ILogger<Refusals> logger) : IDisposable
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(1);

    private readonly Meter _meter = new("QueueHub.Limits");
    private readonly Lock _gate = new();
    private Counter<long>? _refused;
    private long? _told;
    private long _since;

    /// <summary>Something was refused.</summary>
    /// <param name="what">A request, or whose connection.</param>
    public void Add(string what)
    {
        _refused ??= _meter.CreateCounter<long>("queuehub.refused", "{request}", "Requests and connections refused because a limit was reached");
        _refused.Add(1, KeyValuePair.Create<string, object?>("what", what));
        long refused;
        lock (_gate)
        {
            _since++;
            if (_told is { } told && time.GetElapsedTime(told) < AtMostEvery)
            {
                return;
            }

            _told = time.GetTimestamp();
            (refused, _since) = (_since, 0);
        }

        logger.LogWarning("The node is at a limit and refuses: {Refused} since this was last said, now a {What}. See docs/limits.md.", refused, what);
    }

    public void Dispose() => _meter.Dispose();
}
