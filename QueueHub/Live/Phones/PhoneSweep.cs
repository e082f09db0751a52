using System.Collections.Concurrent;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Phones;

/// <summary>
/// The phones of this node. Those whose ticket an event touched are woken at once; the others, whose place may have moved,
/// in a coalescing sweep: one call moves a whole line, and thousands of writes must not stand before the called phone's.
/// </summary>
public sealed class PhoneSweep : BackgroundService
{
    /// <summary>Phones with more people ahead are told of a moved place less often.</summary>
    public const int NearFront = 20;

    /// <summary>How often the others are told.</summary>
    public static readonly TimeSpan FarInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Phone, byte>> _phones = new();
    private readonly ConcurrentDictionary<string, byte> _dirty = new();
    private readonly IOfficeStates _states;
    private readonly TimeProvider _time;

    public PhoneSweep(IOfficeStates states, TimeProvider time)
    {
        _states = states;
        _time = time;
        _states.Changed += OnChanged;
    }

    /// <summary>Phones connected to this node.</summary>
    public int Count => _phones.Values.Sum(phones => phones.Count);

    internal Phone Join(string office, long ticket)
    {
        var phone = new Phone(office, ticket);
        _phones.GetOrAdd(office, _ => new())[phone] = 0;
        return phone;
    }

    internal void Leave(Phone phone) => _phones[phone.Office].TryRemove(phone, out _);

    public override void Dispose()
    {
        _states.Changed -= OnChanged;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SweepInterval, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            SweepDirty();
        }
    }

    /// <summary>One sweep over the offices in which something has changed.</summary>
    internal void SweepDirty()
    {
        foreach (var office in _dirty.Keys)
        {
            _dirty.TryRemove(office, out _);
            if (Sweep(office))
            {
                _dirty[office] = 0;
            }
        }
    }

    private void OnChanged(OfficeState state, IReadOnlyList<OfficeEvent> events)
    {
        if (!_phones.TryGetValue(state.Office, out var phones) || phones.IsEmpty)
        {
            return;
        }

        var touched = events.SelectMany(@event => @event.Tickets ?? []).Select(row => row.Ordinal).ToHashSet();

        // A counter that opens or closes, a fresh state and a lost Redis concern every phone, and are rare.
        var everyone = events.Count == 0 || events.Any(@event => @event.Type is EventType.CounterOpened or EventType.CounterPaused
            or EventType.CounterClosed or EventType.DayOpened or EventType.DayClosed);
        foreach (var phone in phones.Keys)
        {
            if (everyone || touched.Contains(phone.Ticket))
            {
                phone.Wake();
            }
        }

        _dirty[state.Office] = 0;
    }

    // True when some phones are not due yet and must be looked at again.
    private bool Sweep(string office)
    {
        if (_states.Current(office) is not { } state || !_phones.TryGetValue(office, out var phones))
        {
            return false;
        }

        var later = false;
        foreach (var phone in phones.Keys)
        {
            var ahead = state.Tickets.GetValueOrDefault(phone.Ticket) is { } ticket ? state.PeopleAhead(ticket) : null;
            if (phone.Due(ahead, _time))
            {
                phone.Wake();
            }
            else if (ahead > NearFront)
            {
                later = true;
            }
        }

        return later;
    }
}
