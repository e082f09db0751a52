using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>How far the form of the ticket at the counter has come to the screen.</summary>
public enum FormPhase
{
    /// <summary>No ticket here, or one for which no form was begun.</summary>
    None,
    Loading,
    Shown,
    /// <summary>The service has a form, and nothing is written on it: the clerk may.</summary>
    Unwritten,
    /// <summary>The server has none (any more) for this counter.</summary>
    Gone,
    /// <summary>It could not be fetched; it may be tried again.</summary>
    Failed,
}

/// <summary>The form of the ticket at the counter.</summary>
public sealed record DeskForm(FormPhase Phase, long Ticket = 0, SubmissionView? View = null)
{
    public static DeskForm None { get; } = new(FormPhase.None);
}

/// <summary>An order that was not carried out, or may not have been.</summary>
/// <param name="Sentence">The server's reason in the clerk's language; null when it gave none.</param>
/// <param name="Code">The server's problem code.</param>
/// <param name="Answered">False when no answer came: giving the same order again repeats the same request.</param>
public sealed record DeskFailure(DeskOrder Order, string? Sentence, bool Answered, string? Code = null);

/// <summary>
/// The work of one clerk at one counter: the desk as it is now, the order under way, the form. Holds no clock and no browser, so tests drive it.
/// </summary>
public sealed class DeskSession : IDisposable
{
    // A reply comes before the board that shows its effect. Until then the old buttons stand there, and must not be pressed again.
    private static readonly TimeSpan BoardPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FormPatience = TimeSpan.FromSeconds(8);

    private readonly IDeskLink _link;
    private readonly TimeProvider _time;
    private readonly RetryingCommand _retrying;
    private readonly string _me;
    private readonly string _counter;
    private readonly IReadOnlyList<string> _desks;
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Unanswered? _unanswered;
    private int _formReads;

    /// <param name="desks">Names of this screen's sign-ins.</param>
    public DeskSession(IDeskLink link, string me, string counter, TimeProvider time, RetryTimes times, IReadOnlyList<string>? desks = null)
    {
        (_link, _time, _me, _counter, _desks) = (link, time, me, counter, desks ?? []);
        _retrying = new RetryingCommand(link, time, times);
        Clock = new ServerClock(time);
        Editor = new FormEditor(link, _retrying, () => Form, () => ReadFormAsync(Form.Ticket), OnEdited);
        Presence = new Presence(link, time, OnPart);
        Alarm = new SilentAlarm(link, _retrying, counter, Clock, time, OnPart);
        link.Shown += OnShown;
        link.FormChanged += OnFormChanged;
        link.Changed += OnLinkChanged;
    }

    /// <summary>Null until the first board.</summary>
    public Desk? Desk { get; private set; }

    public ServerClock Clock { get; }

    public LinkState Link => _link.State;

    /// <summary>The order under way; no other is taken meanwhile.</summary>
    public DeskOrder? InFlight { get; private set; }

    /// <summary>Why the last order was not carried out.</summary>
    public DeskFailure? Failure { get; private set; }

    /// <summary>What the last order left to take back; gone with the next one.</summary>
    public Undoable? Undoable { get; private set; }

    public DeskForm Form { get; private set; } = DeskForm.None;

    /// <summary>Where the last order has sent a ticket, and its number there; gone with the next order.</summary>
    public (string Office, int Number)? MovedTo { get; private set; }

    /// <summary>What is changed on that form.</summary>
    public FormEditor Editor { get; }

    /// <summary>Where clerk and citizen are on it.</summary>
    public Presence Presence { get; }

    /// <summary>The counter's silent alarm; it goes its own way, whatever order is under way.</summary>
    public SilentAlarm Alarm { get; }

    /// <summary>Anything above is another one.</summary>
    public event Action? Changed;

    /// <summary>Carries an order out; true when the server did it. A second order while one is under way is ignored.</summary>
    public async Task<bool> GiveAsync(DeskOrder order)
    {
        if (InFlight is not null || Desk is not { } desk)
        {
            return false;
        }

        InFlight = order;
        Failure = null;
        Changed?.Invoke();
        try
        {
            return await CarryOutAsync(order, desk);
        }
        catch (HubException)
        {
            Failure = new(order, null, Answered: true);
            return false;
        }
        catch (OperationCanceledException)
        {
            // The link has ended (signed out, another counter): the page says so, and nothing waits for this order any more.
            return false;
        }
        finally
        {
            InFlight = null;
            Changed?.Invoke();
        }
    }

    /// <summary>Says why an order is not even sent.</summary>
    public void Refuse(DeskOrder order, string sentence)
    {
        Failure = new(order, sentence, Answered: true);
        Changed?.Invoke();
    }

    /// <summary>The clerk has read it.</summary>
    public void Dismiss()
    {
        Failure = null;
        Changed?.Invoke();
    }

    /// <summary>Where the ticket of a scanned code is in the lists; null when it is none of this office's today, or could not be asked for.</summary>
    public async Task<DeskTicket?> FindAsync(string code)
    {
        using var late = new CancellationTokenSource(FormPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stop.Token);
        try
        {
            var hub = await _link.HubAsync(either.Token);
            return await hub.FindTicket(code).WaitAsync(either.Token) is { } ordinal ? Desk?.Find(ordinal) : null;
        }
        catch (Exception error) when (error is OperationCanceledException or HubException or IOException or InvalidOperationException
            or System.Net.WebSockets.WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Fetches the form again after it failed.</summary>
    public Task ReloadFormAsync() => Desk?.Ticket is { } ticket ? LoadFormAsync(ticket.Ordinal) : Task.CompletedTask;

    public void Dispose()
    {
        _link.Shown -= OnShown;
        _link.FormChanged -= OnFormChanged;
        _link.Changed -= OnLinkChanged;
        Editor.Dispose();
        Presence.Dispose();
        Alarm.Dispose();
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<bool> CarryOutAsync(DeskOrder order, Desk desk)
    {
        // The same order in the same situation is the same wish: were the first one done unseen, a new id would do it twice.
        _unanswered = _unanswered is { } earlier && earlier.Order == order && earlier.Situation == desk.Situation
            ? earlier
            : new Unanswered(order, desk.Situation, DeskOrder.NewRequestId());
        var (requestId, sent) = (_unanswered.RequestId, Clock.Now);
        var reply = await _retrying.RunAsync(hub => order.SendAsync(hub, requestId), _stop.Token);
        if (reply is null || RetryingCommand.IsOpen(reply))
        {
            Failure = new(order, reply?.Problem?.Sentence, Answered: false);
            return false;
        }

        _unanswered = null;
        if (reply.Problem is { } problem)
        {
            Failure = new(order, problem.Sentence, Answered: true, problem.Code);
            Undoable = order.Action == DeskAction.Undo ? null : Undoable;
            return false;
        }

        Undoable = Undoable.Of(order, reply, sent, desk.Board.Rules);
        MovedTo = order.Action == DeskAction.Move && reply.NumberThere is { } there ? (order.Office!, there) : null;
        await ShowsAsync(reply, desk.Board.Epoch);
        return true;
    }

    private async Task ShowsAsync(CommandReply reply, string epoch)
    {
        using var late = new CancellationTokenSource(BoardPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stop.Token);
        try
        {
            while (Desk?.Shows(reply.Version, epoch) == false)
            {
                await _shown.Task.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // The board is late; the buttons are given back rather than held for ever.
        }
    }

    private void OnShown(DeskBoard board, bool attached)
    {
        if (attached)
        {
            Clock.Reset();
        }

        Clock.Learn(board.At);
        var (before, asked, form, signed) = (Desk?.Situation, Desk?.Ticket?.Corrections.Count, Desk?.Ticket?.FormTemplate, Desk?.Ticket?.SignedAt);
        Desk = Desk?.Fold(board) ?? new Desk(_me, _counter, board, _desks);
        if (before is not null && before != Desk.Situation && Failure is { Answered: false })
        {
            // What was not answered has been done, or is past: the sentence about it is wrong now.
            Failure = null;
        }

        Editor.Follow(Desk is { IsMine: true, Ticket: { } here } ? here : null);

        FollowPresence();

        // What the citizen submits comes with the board, which then asks for nothing any more; a signature is no field, and rings no bell of its own.
        FollowForm(
            attached || before != Desk.Situation || asked != Desk.Ticket?.Corrections.Count || form != Desk.Ticket?.FormTemplate || signed != Desk.Ticket?.SignedAt);
        var shown = _shown;
        _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        shown.TrySetResult();
        Changed?.Invoke();
    }

    private void OnLinkChanged() => Changed?.Invoke();

    private void OnPart() => Changed?.Invoke();

    private void OnEdited()
    {
        FollowPresence();
        Changed?.Invoke();
    }

    private void FollowPresence() => Presence.Follow(Desk is { IsMine: true, Ticket: { } ticket } ? ticket.Ordinal : null, Editor.At);

    // Whatever may have been missed: a change of the ticket, or a time without a connection, is also a time to read its form again.
    private void FollowForm(bool again)
    {
        if (Desk is not { IsMine: true, Ticket: { } ticket })
        {
            // Another's form must not stay in memory when its visit here is over.
            Form = DeskForm.None;
        }
        else if (Form.Ticket != ticket.Ordinal)
        {
            _ = LoadFormAsync(ticket.Ordinal);
        }
        else if (again)
        {
            _ = ReadFormAsync(ticket.Ordinal);
        }
    }

    private void OnFormChanged(long ticket)
    {
        if (Form.Ticket == ticket)
        {
            _ = ReadFormAsync(ticket);
        }
    }

    private async Task LoadFormAsync(long ticket)
    {
        Form = new(FormPhase.Loading, ticket);
        Changed?.Invoke();
        await ReadFormAsync(ticket);
    }

    // What is shown stays until the answer; of several answers only the newest question's counts.
    private async Task ReadFormAsync(long ticket)
    {
        var read = ++_formReads;
        var form = await FetchFormAsync(ticket);
        if (Form.Ticket == ticket && read == _formReads && !_stop.IsCancellationRequested)
        {
            Form = form.Phase == FormPhase.Failed && Form.View is not null ? Form : form;
            if (form.View is { } view)
            {
                Editor.Meet(view);
            }

            Changed?.Invoke();
        }
    }

    private async Task<DeskForm> FetchFormAsync(long ticket)
    {
        using var late = new CancellationTokenSource(FormPatience, _time);
        try
        {
            var hub = await _link.HubAsync(late.Token);
            var view = await hub.Submission(ticket).WaitAsync(late.Token);
            return new(
                view is { Submitted: false, Revisions.Count: 0 } ? FormPhase.Unwritten
                : view is not null ? FormPhase.Shown
                : Desk?.Ticket?.FormReady == true ? FormPhase.Gone : FormPhase.None, ticket, view);
        }
        catch (Exception error) when (error is OperationCanceledException or HubException or IOException or InvalidOperationException
            or System.Net.WebSockets.WebSocketException)
        {
            return new(FormPhase.Failed, ticket);
        }
    }

    private sealed record Unanswered(DeskOrder Order, DeskSituation Situation, string RequestId);
}
