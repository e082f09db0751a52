using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;

namespace CounterClient;

/// <summary>
/// Where clerk and citizen are on the form that both have before them: names of fields, never what is written there. Either side forgets the other when it has
/// heard nothing for a while; so whoever stays at a field says so again.
/// </summary>
public sealed class Presence : IDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(30);

    private readonly IDeskLink _link;
    private readonly Action _changed;
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _renewing;
    private readonly ITimer _forgetting;
    private long? _ticket;
    private string? _field;

    /// <param name="changed"><see cref="Other"/> is another one.</param>
    public Presence(IDeskLink link, TimeProvider time, Action changed)
    {
        (_link, _changed) = (link, changed);
        _renewing = time.CreateTimer(_ => Say(), null, Timeout.InfiniteTimeSpan, Renewal);
        _forgetting = time.CreateTimer(_ => Meet(null), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        link.OtherMoved += OnMoved;
        link.Changed += OnLink;
    }

    /// <summary>The field at which the citizen is; null: none, or nobody is at the panel.</summary>
    public string? Other { get; private set; }

    /// <summary>Where the clerk is now.</summary>
    /// <param name="ticket">At the counter; null: none.</param>
    /// <param name="field">That is open; null: none.</param>
    public void Follow(long? ticket, string? field)
    {
        if (ticket != _ticket)
        {
            // What is said of another ticket's form is nothing to this one.
            (_ticket, _field) = (ticket, null);
            _renewing.Change(Timeout.InfiniteTimeSpan, Renewal);
            Meet(null);
        }

        if (field != _field)
        {
            _field = field;
            _renewing.Change(field is null ? Timeout.InfiniteTimeSpan : Renewal, Renewal);
            Say();
        }
    }

    public void Dispose()
    {
        _link.OtherMoved -= OnMoved;
        _link.Changed -= OnLink;
        _renewing.Dispose();
        _forgetting.Dispose();
        _stop.Cancel();
        _stop.Dispose();
    }

    private void OnMoved(long ticket, string? field)
    {
        if (ticket == _ticket)
        {
            Meet(field);
        }
    }

    // Another line: the other side has forgotten this one.
    private void OnLink()
    {
        if (_field is not null)
        {
            Say();
        }
    }

    private void Meet(string? field)
    {
        _forgetting.Change(field is null ? Timeout.InfiniteTimeSpan : Forgotten, Timeout.InfiniteTimeSpan);
        if (field != Other)
        {
            Other = field;
            _changed();
        }
    }

    private async void Say()
    {
        if (_ticket is not { } ticket || _link.State.Phase != LinkPhase.Up)
        {
            return;
        }

        try
        {
            var hub = await _link.HubAsync(_stop.Token);
            await hub.WritingAt(ticket, _field);
        }
        catch (Exception error) when (error is OperationCanceledException or HubException or IOException or InvalidOperationException or WebSocketException)
        {
            // It is a courtesy, and said again soon.
        }
    }
}
