using System.Collections.Concurrent;
using System.IO.Pipelines;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Phones;

/// <summary>
/// Which of this node's phones are to be told. Those whose ticket an event touched are told at once; the others, whose place may have moved,
/// in a coalescing sweep: one call moves a whole line, and thousands of writes must not stand before the called phone's.
/// </summary>
public sealed class PhoneSweep : BackgroundService
{
    /// <summary>Phones with more people ahead are told of a moved place less often.</summary>
    public const int NearFront = 20;

    /// <summary>How often the others are told.</summary>
    public static readonly TimeSpan FarInterval = TimeSpan.FromSeconds(5);

    /// <summary>A phone hears something at least so often. The module waits two and a half times as long before it takes the connection for dead.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    // A sweep begins so long after the change: the screens are told first, and what a clerk does in one go moves the line once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, OfficePhones> _phones = new();
    private readonly ConcurrentDictionary<string, byte> _dirty = new();
    private readonly Signal _signal = new();
    private readonly IOfficeStates _states;
    private readonly TimeProvider _time;
    private readonly PhoneWriter _writer;

    public PhoneSweep(IOfficeStates states, IOffices offices, TimeProvider time, ILogger<PhoneSweep> logger)
    {
        _states = states;
        _time = time;
        _writer = new PhoneWriter(states, offices, time, logger);
        _states.Changed += OnChanged;
    }

    /// <summary>Phones connected to this node.</summary>
    public int Count => _phones.Values.Sum(phones => phones.Count);

    internal Phone Join(string office, long ticket, PipeWriter output, bool looksOnly = false)
    {
        var phone = new Phone(office, ticket, output, looksOnly);
        _phones.GetOrAdd(office, _ => new()).Add(phone);
        _writer.LineUp(phone, first: false);
        return phone;
    }

    internal void Leave(Phone phone)
    {
        phone.Leave();
        _phones[phone.Office].Remove(phone);
    }

    /// <summary>Ends all answers: the node stops.</summary>
    public void EndAll()
    {
        foreach (var phone in _phones.Values.SelectMany(phones => phones.All))
        {
            phone.End();
        }
    }

    public override void Dispose()
    {
        _states.Changed -= OnChanged;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(_writer.RunAsync(stoppingToken), SweepAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        while (true)
        {
            // Also without news: for signs of life, and for phones that were not due when their place moved.
            var news = await _signal.WaitAsync(SweepInterval, _time, stop);
            if (news)
            {
                await Task.Delay(Pause, _time, stop);
            }

            SweepAll();
            if (news)
            {
                await Task.Delay(SweepInterval, _time, stop);
            }
        }
    }

    /// <summary>One sweep: places that have moved, where something has changed, and signs of life for those who have long heard nothing.</summary>
    internal void SweepAll()
    {
        foreach (var (office, phones) in _phones)
        {
            // Taken off the list before the state is read: what happens from now on puts it there again.
            var changed = _dirty.TryRemove(office, out _) ? _states.Current(office) : null;
            if (Sweep(phones, changed))
            {
                _dirty[office] = 0;
            }
        }
    }

    private void OnChanged(OfficeState state, IReadOnlyList<OfficeEvent> events)
    {
        if (!_phones.TryGetValue(state.Office, out var phones))
        {
            return;
        }

        // A counter that opens or closes, a fresh state and a lost Redis concern every phone, and are rare.
        var everyone = events.Count == 0 || events.Any(@event => @event.Type is EventType.CounterOpened or EventType.CounterPaused
            or EventType.CounterClosed or EventType.DayOpened or EventType.DayClosed);
        foreach (var phone in events.SelectMany(@event => @event.Tickets ?? []).SelectMany(row => phones.Of(row.Ordinal)))
        {
            _writer.LineUp(phone, first: true);
        }

        foreach (var phone in everyone ? phones.All : [])
        {
            _writer.LineUp(phone, first: false);
        }

        _dirty[state.Office] = 0;
        _signal.Set();
    }

    // True when some phones are not due yet and must be looked at again.
    private bool Sweep(OfficePhones office, OfficeState? changed)
    {
        var (later, call) = (false, changed?.LastCall ?? 0);
        foreach (var (ordinal, phones) in office.ByTicket)
        {
            var ahead = changed?.Tickets.GetValueOrDefault(ordinal) is { } ticket ? changed.PeopleAhead(ticket) : null;
            foreach (var phone in phones)
            {
                var moved = changed is not null && phone.HasMoved(ahead, call);
                if (phone.HasLongHeardNothing(_time) || (moved && phone.MayBeTold(ahead, _time)))
                {
                    _writer.LineUp(phone, first: false);
                }
                else
                {
                    later |= moved;
                }
            }
        }

        return later;
    }
}
