using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

/// <summary>A node whose state a test sets by hand.</summary>
internal sealed class FakeStates : IOfficeStates
{
    private OfficeState? _state;

    public event Action<OfficeState, IReadOnlyList<OfficeEvent>>? Changed;

    public bool Stale { get; set; }

    public bool IsStale(string office) => Stale;

    public string? Life(string office) => _state?.Epoch;

    public void Learn(string office, OfficeEvent @event)
    {
    }

    /// <summary>Happens once, right after the state was asked for.</summary>
    public Action? Meanwhile { get; set; }

    public OfficeState? Current(string office)
    {
        var state = _state;
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke();
        return state;
    }

    public Task<OfficeState?> AtLeastAsync(string office, long version, TimeSpan timeout, CancellationToken cancellation) => Task.FromResult(_state);

    public void Show(OfficeStory story, params OfficeEvent[] events)
    {
        _state = story.State;
        Changed?.Invoke(story.State, events);
    }
}
