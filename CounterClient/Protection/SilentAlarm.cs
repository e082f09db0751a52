using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>How far the silent alarm has come.</summary>
public enum AlarmPhase
{
    /// <summary>None was raised, or it is over.</summary>
    Quiet,
    /// <summary>Pressed, and not taken yet.</summary>
    Sending,
    /// <summary>The office has it.</summary>
    Arrived,
    /// <summary>The office has said no.</summary>
    Refused,
}

/// <summary>
/// The silent alarm of the counter. It waits for no order and is sent until it is taken, however long that is. A press is never lost: pressed while an alarm
/// stands it is sent as well, and the server takes it for the same.
/// </summary>
public sealed class SilentAlarm : IDisposable
{
    // Right after attaching the server tells which alarms stand. Where it tells of none, what stood before the line was lost is over.
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IDeskLink _link;
    private readonly RetryingCommand _retrying;
    private readonly ServerClock _clock;
    private readonly TimeProvider _time;
    private readonly Action _changed;
    private readonly CancellationTokenSource _stop = new();
    private AlarmView _view;
    private Taken? _taken;
    private bool _told;

    /// <param name="changed">Something here is another one.</param>
    public SilentAlarm(IDeskLink link, RetryingCommand retrying, string counter, ServerClock clock, TimeProvider time, Action changed)
    {
        (_link, _retrying, _clock, _time, _changed, _view) = (link, retrying, clock, time, changed, new AlarmView(counter));
        link.AlarmsShown += OnShown;
        link.Shown += OnAttached;
        link.Changed += OnLink;
    }

    /// <summary>Request id of the alarm that is not taken yet: kept through a reload, it goes on after it.</summary>
    public string? Pending { get; private set; }

    /// <summary>The server's sentence, when it has said no.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The alarm that stands, with its answers; null also for the moment between its being taken and the news of it.</summary>
    public Alarm? Standing => _view.Standing;

    public AlarmPhase Phase => Pending is not null && (!_told || (Standing is null && _taken is null)) ? AlarmPhase.Sending
        : Standing is not null || _taken is not null ? AlarmPhase.Arrived
        : Refusal is not null ? AlarmPhase.Refused
        : AlarmPhase.Quiet;

    /// <summary>When it was raised.</summary>
    public DateTimeOffset? At => Standing?.At ?? _taken?.At;

    /// <summary>What switches it off; null while that is not known.</summary>
    public long? Id => Standing?.Id ?? (_taken is { Id: > 0 } taken ? taken.Id : null);

    /// <summary>One is being switched off.</summary>
    public bool Ending { get; private set; }

    /// <summary>Why it could not be switched off; empty when no answer came.</summary>
    public string? EndFailure { get; private set; }

    /// <summary>Raises it; while one is being sent that one is enough.</summary>
    /// <param name="requestId">Of one that a reload has interrupted.</param>
    public void Raise(string? requestId = null)
    {
        if (Pending is null)
        {
            (Pending, Refusal, EndFailure) = (requestId ?? DeskOrder.NewRequestId(), null, null);
            _link.TryNow();
            _changed();
            _ = SendAsync(Pending);
        }
    }

    /// <summary>Switches an alarm off. Another one that stands by then goes on standing.</summary>
    public async Task EndAsync(long alarm)
    {
        if (Ending)
        {
            return;
        }

        (Ending, EndFailure) = (true, null);
        _changed();
        var request = new AlarmRequest(DeskOrder.NewRequestId(), alarm);
        CommandReply? reply = null;
        try
        {
            reply = await AskAsync(hub => hub.EndAlarm(request));
        }
        catch (OperationCanceledException)
        {
            // The link has ended; it stands, and is there again after the next sign-in.
        }

        Ending = false;
        if (reply is { Problem: null } or { Problem.Code: ProblemCodes.AlarmOver })
        {
            _view = _view.Without(alarm);
            Settle();
        }
        else
        {
            EndFailure = reply?.Problem?.Sentence ?? "";
        }

        _changed();
    }

    /// <summary>The clerk has read why it was refused.</summary>
    public void Dismiss()
    {
        Refusal = null;
        _changed();
    }

    public void Dispose()
    {
        _link.AlarmsShown -= OnShown;
        _link.Shown -= OnAttached;
        _link.Changed -= OnLink;
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task SendAsync(string requestId)
    {
        var stop = _stop.Token;
        try
        {
            CommandReply? reply;
            while ((reply = await AskAsync(hub => hub.RaiseAlarm(new CounterRequest(requestId)))) is null || MayStillBeTaken(reply))
            {
                await Task.Delay(Pause, _time, stop);
            }

            Pending = null;
            if (reply.Problem is { } problem)
            {
                Refusal = problem.Sentence;
            }
            else if (reply.Version > 0 || Standing is null)
            {
                // An alarm is named by the version that raised it; without one, an earlier alarm stands that the next message names.
                _taken = new(reply.Version, _clock.Now);
                Settle();
            }

            _changed();
        }
        catch (OperationCanceledException)
        {
            // Signed out, or the page has gone: it stays pending, and goes on when the clerk is back.
        }
    }

    // Only what no repetition changes ends it: the counter is closed, or another's.
    private static bool MayStillBeTaken(CommandReply reply) =>
        reply.Problem is { } problem && problem.Code is not (ProblemCodes.CounterNotOpen or ProblemCodes.NotYourCounter or ProblemCodes.Forbidden);

    private async Task<CommandReply?> AskAsync(Func<ICounterHub, Task<CommandReply>> ask)
    {
        try
        {
            return await _retrying.RunAsync(ask, _stop.Token);
        }
        catch (HubException)
        {
            return null;
        }
    }

    private void OnShown(AlarmBoard board)
    {
        _told = true;
        _view = _view.Fold(board);
        _taken = _taken is { Id: 0 } ? null : _taken;
        Settle();
        _changed();
    }

    private async void OnAttached(DeskBoard board, bool attached)
    {
        if (!attached || _told)
        {
            return;
        }

        var (view, taken, stop) = (_view, _taken, _stop.Token);
        try
        {
            await Task.Delay(Telling, _time, stop);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (!_told && _link.State.Phase == LinkPhase.Up)
        {
            _view = _view == view ? new AlarmView(_view.Counter) : _view;
            _taken = _taken == taken ? null : _taken;
            _changed();
        }
    }

    private void OnLink() => _told &= _link.State.Phase == LinkPhase.Up;

    // A new alarm can be raised only when the one before is over, whatever a late message says; and one that the messages know needs no memory of its reply.
    private void Settle()
    {
        if (_taken is { Id: > 0 } taken)
        {
            _view = Standing is { } older && older.Id < taken.Id ? _view.Without(older.Id) : _view;
            _taken = Standing is not null || _view.IsOver(taken.Id) ? null : taken;
        }
    }

    private sealed record Taken(long Id, DateTimeOffset At);
}
