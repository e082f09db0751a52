using DisplayClient.Announcing;
using DisplayClient.Boards;
using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Panels;

/// <summary>
/// All that one panel knows and does: joins connection, panel, editor, signing and voice. One counter, one thread. The form is in memory only while the
/// <see cref="Lease"/> holds.
/// </summary>
public sealed partial class PanelSession
{
    /// <summary>A warning stands in full words so long; then its title is enough.</summary>
    public static readonly TimeSpan WarningInFull = TimeSpan.FromMinutes(2);

    /// <summary>How often the clerk's console is told again where the citizen writes.</summary>
    public static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PanelConnection _connection;
    private readonly ISound _sound;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SpokenWarnings _spoken = new();
    private readonly ServerClock _clock;
    private readonly long _start;
    private TimeSpan _asked = -Lease.AskEvery;
    private bool _reading;
    private bool _readAgain;
    private (long Ticket, string Field)? _said;
    private TimeSpan _saidAt;

    /// <summary>Joins the parts; nothing runs yet.</summary>
    public PanelSession(PanelConnection connection, ISound sound, TimeProvider time, ILogger<PanelSession> log)
    {
        (_connection, _sound, _time, _log, _clock, _start) = (connection, sound, time, log, new ServerClock(time), time.GetTimestamp());
        Editor = new PanelEditor(() => Panel.Form, SendAsync, ReadAsync, Show);
        Signing = new PanelSigning(() => Panel.Form, SignAsync, ReadAsync, Show);
        connection.Arrived += Take;
        connection.FormChanged += ticket => _ = ticket == Panel.Served ? ReadAsync() : Task.CompletedTask;
        connection.OtherAt += (ticket, field) => Become(Panel.WithOtherAt(ticket, field));
        connection.StateChanged += () =>
        {
            Become(connection.State switch { PanelLinkState.Unpaired => Panel.Empty, PanelLinkState.Live => Panel, _ => Panel.Blank() });
            Show();
        };
    }

    /// <summary>Something that is shown has changed; also once a second.</summary>
    public event Action? Changed;

    public Panel Panel { get; private set; } = Panel.Empty;

    public PanelEditor Editor { get; }

    public PanelSigning Signing { get; }

    public PanelLinkState Link => _connection.State;

    /// <summary>For how long what is shown of a form may stay.</summary>
    public TimeSpan LeaseLeft => Panel.Form is null ? TimeSpan.Zero : Panel.Lease.Left(Now);

    /// <summary>The warning to be shown; null when there is none.</summary>
    public PanelWarning? Warning => Panel.Board?.Ticket?.Warning;

    /// <summary>The warning was given just now: it stands in full words.</summary>
    public bool WarnsInFull => Warning is { } warning && (_clock.Now ?? warning.At) - warning.At < WarningInFull;

    /// <summary>A time of the server as the office's wall clock shows it.</summary>
    public DateTimeOffset AtOffice(DateTimeOffset at) => at.ToOffset(TimeSpan.FromMinutes(Panel.Board?.UtcOffsetMinutes ?? 0));

    /// <summary>The device was paired.</summary>
    public void Paired() => _connection.Renew();

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(_connection.RunAsync(cancellation), WatchAsync(cancellation));

    /// <summary>The citizen touches a field: what was masked is to be read, and it can be written.</summary>
    public void Touch(string key)
    {
        Become(Panel.Touch(key));
        Editor.Begin(key);
    }

    /// <summary>The citizen touches a masked answer to read it.</summary>
    public void Reveal(string key) => Become(Panel.Touch(key));

    /// <summary>The citizen chooses a language.</summary>
    public void Speak(string language) => Become(Panel.Speaking(language));

    private TimeSpan Now => _time.GetElapsedTime(_start);

    private async Task WatchAsync(CancellationToken cancellation)
    {
        var (ticked, woken) = (Now, _time.GetUtcNow());
        using var timer = new PeriodicTimer(Step, _time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            // Timers of a page stand still while the machine sleeps; the link is gone by then, which its own time-outs would tell late.
            if ((_time.GetUtcNow() - woken).Duration() > Lobby.Slept)
            {
                _connection.Renew();
            }

            woken = _time.GetUtcNow();
            Become(Panel.At(Now));
            if (Panel.Served is { } ticket && Now - _asked >= Lease.AskEvery && _connection.Link is { } link)
            {
                _asked = Now;
                _ = AskAsync(link, ticket);
            }

            Say();
            if (Now - ticked >= Second)
            {
                ticked = Now;
                Show();
            }
        }
    }

    private async Task AskAsync(IPanelLink link, long ticket)
    {
        var asked = Now;
        try
        {
            var serves = await link.ServesAsync(ticket).WaitAsync(Panel.LeaseLength, _time);
            Become(Panel.Answered(ticket, serves, asked));
            if (serves && Panel is { Form: null, Board.Ticket.HasForm: true } && Panel.Served == ticket)
            {
                await ReadAsync();
            }
        }
        catch (Exception failure)
        {
            // No answer is not a yes: the lease runs out by itself.
            LogUnanswered(failure.Message);
        }
    }

    // One reading at a time; what changes meanwhile is read after it, so that the last one that counts is never older than the last change.
    private async Task ReadAsync()
    {
        _readAgain = _reading;
        if (_reading)
        {
            return;
        }

        _reading = true;
        try
        {
            do
            {
                _readAgain = false;
                if (Panel.Served is not { } ticket || _connection.Link is not { } link)
                {
                    return;
                }

                var asked = Now;
                var view = await link.SubmissionAsync(ticket).WaitAsync(Live.BoardConnection.AnswerWithin, _time);
                Become(Panel.Reading(ticket, view, asked).At(Now));
            }
            while (_readAgain);
        }
        catch (Exception failure)
        {
            LogUnanswered(failure.Message);
        }
        finally
        {
            _reading = false;
        }
    }

    private void Take(PanelBoard board)
    {
        Become(Panel.With(board));
        _clock.Learn(board.At);
        if (_spoken.Clips(Panel.Board?.Ticket, Panel.Language, _clock.Now ?? board.At) is { Count: > 0 } clips)
        {
            _ = SpeakAsync(clips);
        }
    }

    private async Task SpeakAsync(IReadOnlyList<string> clips)
    {
        try
        {
            await _sound.PlayAsync(clips, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // It stands there to be read all the same.
            LogUnanswered(failure.Message);
        }
    }

    private void Become(Panel panel)
    {
        if (ReferenceEquals(panel, Panel))
        {
            return;
        }

        var before = Panel;
        Panel = panel;
        if (panel.Form is null)
        {
            Editor.Forget();
            Signing.Forget();
        }
        else if (!ReferenceEquals(panel.Form, before.Form))
        {
            Editor.Meet(panel.Form);
            Signing.Meet(panel.Form);
        }

        Show();
    }

    // Where the citizen is: told when it changes, and again as long as it stays so.
    private void Say()
    {
        (long, string)? here = Panel.Served is { } ticket && Editor.Edit is { } edit ? (ticket, edit.Key) : null;
        if (_connection.Link is { } link && (here != _said || (here is not null && Now - _saidAt >= SayEvery)))
        {
            if ((here ?? _said) is var (of, _))
            {
                _ = SayAsync(link, of, here is var (_, field) ? field : null);
            }

            (_said, _saidAt) = (here, Now);
        }
    }

    private async Task SayAsync(IPanelLink link, long ticket, string? field)
    {
        try
        {
            await link.WritingAtAsync(ticket, field);
        }
        catch (Exception failure)
        {
            LogUnanswered(failure.Message);
        }
    }

    private async Task<FormEditReply?> SendAsync(FieldChange change) => Panel.Served is { } ticket && _connection.Link is { } link
        ? await AnswerAsync(link.EditFormAsync(new EditFormRequest(ticket, [change]), Panel.Language))
        : null;

    private async Task<CommandReply?> SignAsync(IReadOnlyDictionary<string, int> seen, SignatureDrawing? drawing) =>
        Panel.Served is { } ticket && _connection.Link is { } link
        ? await AnswerAsync(link.SignAsync(new SignRequest(PanelSigning.NewRequestId(), ticket, seen, drawing, Panel.Language)))
        : null;

    private async Task<T?> AnswerAsync<T>(Task<T> answer)
        where T : class
    {
        try
        {
            return await answer.WaitAsync(Live.BoardConnection.OpenWithin, _time);
        }
        catch (Exception failure)
        {
            LogUnanswered(failure.Message);
            return null;
        }
    }

    private void Show() => Changed?.Invoke();

    [LoggerMessage(Level = LogLevel.Information, Message = "Not answered: {Reason}")]
    private partial void LogUnanswered(string reason);
}
