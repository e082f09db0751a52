using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient.Components;

/// <summary>The desk: puts the session on the screen and turns buttons, keys and answers into orders.</summary>
public sealed partial class DeskPage : IAsyncDisposable
{
    private const string SoundKey = "queuehub.sound";
    private const string Off = "off";
    private static readonly int[] Places = [0, 1, 3, 5, 10];

    private DotNetObjectReference<DeskPage>? _self;
    private NowPanel? _now;
    private IssueQuestion? _issue;
    private Question? _question;
    private readonly Chime _chime = new();
    private bool _sound = true;
    private bool _restored;
    private DeskStage? _stage;
    private long? _ticket;
    private string? _announcement;
    private bool _adoptFocus;
    private bool _openAtOnce;
    private bool _left;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter, EditorRequired] public required string Office { get; set; }
    [Parameter, EditorRequired] public required string Counter { get; set; }

    /// <summary>Names of this screen's sign-ins, see <see cref="Desk.MyDesks"/>.</summary>
    [Parameter] public IReadOnlyList<string> Desks { get; set; } = [];

    /// <summary>The clerk has just chosen this counter: it is opened without a further question, or taken from whoever holds it.</summary>
    [Parameter] public bool OpenAtOnce { get; set; }

    /// <summary>The clerk was asked about a counter that is held, and takes it.</summary>
    [Parameter] public bool TakeOver { get; set; }

    [Parameter] public EventCallback OnIdle { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }

    /// <summary>Back to the choice of counters, with what to say there.</summary>
    [Parameter] public EventCallback<Func<Texts, string>?> OnLeave { get; set; }

    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private Server Server { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private IProtectionApi Protection { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;
    [Inject] private Drafts Drafts { get; set; } = null!;

    private DeskConnection Connection { get; set; } = null!;
    private DeskSession Session { get; set; } = null!;
    private FormSheet? Paper => Session is { Desk: { IsMine: true, Ticket: not null }, Form: { Phase: FormPhase.Shown, View: { } view } }
        ? FormSheet.Of(view.Template, view.Answers.Values, Texts.Language)
        : null;

    private bool Busy => Session.InFlight is not null;

    /// <summary>A key of <see cref="Shortcuts"/> was struck outside fields and dialogs.</summary>
    [JSInvokable]
    public Task OnChord(string chord)
    {
        if (chord == Shortcuts.Print.Chord)
        {
            return InvokeAsync(PrintAsync);
        }

        if (chord == Shortcuts.Lists.Chord)
        {
            return Page.FocusAsync(".list .row");
        }

        if (Session.Desk is not { } desk || Busy)
        {
            return Task.CompletedTask;
        }

        if (ViewOf(chord) is { } view)
        {
            return InvokeAsync(() => StrikeAsync(() => ShowAsync(view)));
        }

        if (Shortcuts.For(chord) is not { } action)
        {
            return Task.CompletedTask;
        }

        if (action == DeskAction.Undo)
        {
            return InvokeAsync(() => StrikeAsync(UndoAsync));
        }

        var offers = DeskActions.AtCounter(desk, Session.Clock.Now).Concat(DeskActions.Protection(desk)).Where(offer => offer.Action == action).ToList();
        return offers is [var offer] ? InvokeAsync(() => StrikeAsync(() => PressAsync(offer))) : Task.CompletedTask;
    }

    /// <summary>A code reader has read something, wherever the focus was.</summary>
    [JSInvokable]
    public Task OnScanned(string text) => InvokeAsync(() => StrikeAsync(() => ScannedAsync(text)));

    /// <summary>The computer has slept: whatever the connection was, nothing is known of it now.</summary>
    [JSInvokable]
    public void OnSlept() => Connection.Renew();

    /// <summary>The network or the screen has come back.</summary>
    [JSInvokable]
    public void OnWake()
    {
        if (Session.Link.Phase == LinkPhase.Lost)
        {
            Connection.TryNow();
        }
    }

    /// <summary>
    /// Somebody works here. The desk speaks over its socket, which does not count as use of the session: without a request now and then
    /// the server would sign a busy clerk out as idle.
    /// </summary>
    [JSInvokable]
    public async Task OnActive()
    {
        if (!await Staff.IsSignedInAsync(CancellationToken.None) && !_left)
        {
            await InvokeAsync(OnSignedOut.InvokeAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        Session.Changed -= OnSessionChanged;
        Session.Dispose();
        EndProtection();
        await Page.UnlistenAsync();
        _self?.Dispose();
        await Connection.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        _openAtOnce = OpenAtOnce;
        Connection = new DeskConnection(Server.Address, new Station(Office, Counter, Texts.Language), Staff.IsSignedInAsync, Time);
        Session = new DeskSession(Connection, Person.Id, Counter, Time, RetryTimes.Default, Desks);
        Session.Changed += OnSessionChanged;
        BeginProtection();
        await Drafts.LoadAsync();
        _sound = await Page.ReadAsync(SoundKey) != Off;
        await RecallAsync();
        if (!_left)
        {
            Connection.Start();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.ListenAsync(_self, Shortcuts.Chords, scans: true, Shortcuts.Alarm.Chord);
        }

        var (title, icon) = TabTitle.Of(Session.Desk, Session.Link.Phase, Texts);
        await Page.ShowTabAsync(title, icon);
        if (_adoptFocus && _now is not null && _question is null)
        {
            _adoptFocus = false;
            await Page.AdoptFocusAsync(_now.Heading);
        }
    }

    private void OnSessionChanged() => InvokeAsync(async () =>
    {
        if (_left)
        {
            return;
        }

        switch (Session.Link.Phase)
        {
            case LinkPhase.SignedOut:
                await OnSignedOut.InvokeAsync();
                return;
            case LinkPhase.Refused:
                await OnLeave.InvokeAsync(texts => texts.CounterRefused);
                return;
        }

        Notice();
        StateHasChanged();
        await KeepAlarmAsync();
        if (Session.Desk is not { } desk)
        {
            return;
        }

        await FollowVisitAsync(desk);
        await FollowRecoveryAsync(desk);

        if (_chime.Hears(desk) && _sound)
        {
            await Page.ChimeAsync();
        }

        if (_openAtOnce)
        {
            _openAtOnce = false;
            if (desk.Stage == DeskStage.Closed || (desk.Stage == DeskStage.Taken && TakeOver))
            {
                await Session.GiveAsync(Opening(desk, TakeOver));
            }
        }
    });

    // Another step of the visit: said to those who listen, and the focus of the button that is gone goes to the panel's heading,
    // where a second Enter does nothing.
    private void Notice()
    {
        if (Session.Desk is not { } desk)
        {
            return;
        }

        Restore(desk);
        if (desk.Stage == _stage && desk.Ticket?.Ordinal == _ticket)
        {
            return;
        }

        if (desk.Stage == DeskStage.Taken && _question is { View: not (DeskView.TakeOver or DeskView.Issue or DeskView.Record) })
        {
            // Somebody else has the counter: nothing can be answered for it here any more.
            _question = null;
        }

        _announcement = _stage is null ? null : Texts.Announce(desk.Stage, desk.Ticket?.Number);
        (_stage, _ticket) = (desk.Stage, desk.Ticket?.Ordinal);
        _adoptFocus = true;
    }

    private async Task SpeakAsync(string language)
    {
        await OnLanguage.InvokeAsync(language);
        (Recovery.Language, Notes.Language) = (language, language);
        await Connection.SpeakAsync(language);
    }

    private Task PrintAsync() => Paper is null ? Task.CompletedTask : Page.PrintAsync();

    // A button renders its page again by itself; a key has to ask for it.
    private async Task StrikeAsync(Func<Task> act)
    {
        await act();
        StateHasChanged();
    }

    private async Task SwitchSoundAsync()
    {
        _sound = !_sound;
        await Page.WriteAsync(SoundKey, _sound ? null : Off);
        if (_sound)
        {
            await Page.ChimeAsync();
        }
    }

    private Task PressAsync(Offer offer) => PressOnAsync(offer, Session.Desk?.Ticket);

    private Task PressListedAsync((Offer Offer, DeskTicket Ticket) pressed) => PressOnAsync(pressed.Offer, pressed.Ticket);

    private async Task PressOnAsync(Offer offer, DeskTicket? ticket)
    {
        if (Busy || Session.Desk is not { } desk)
        {
            return;
        }

        var order = offer.Action == DeskAction.Open ? Opening(desk, takeOver: false)
            : OfCounter(offer.Action) ? new DeskOrder(offer.Action)
            : new DeskOrder(offer.Action, ticket?.Ordinal ?? 0);
        if (!offer.Free)
        {
            Session.Refuse(order, Texts.BlockedReason(offer.Blocked));
        }
        else if (offer.Action == DeskAction.Call ? desk.PassesOthers(ticket!) : Asks(offer.Action))
        {
            await AskAsync(offer.Action, OfCounter(offer.Action) ? null : ticket);
        }
        else
        {
            await GiveAsync(order);
        }
    }

    // What a counter serves stays as it is when it goes on, also at another screen or with somebody else; a closed one opens as the office has configured it.
    private static DeskOrder Opening(Desk desk, bool takeOver) => desk.Counter is { State: not CounterState.Closed } counter
        ? new DeskOrder(DeskAction.Open, Services: new IdList(counter.Primary), Helping: new IdList(counter.Helping), TakeOver: takeOver || desk.IsMine)
        : new DeskOrder(DeskAction.Open);

    private Task UndoAsync() => Session is { Undoable: { } undoable, Desk.IsMine: true } && !Busy && undoable.SecondsLeft(Session.Clock.Now) > 0
        ? GiveAsync(new DeskOrder(DeskAction.Undo, undoable.Ticket, undoable.Number))
        : Task.CompletedTask;

    // A question stays open until its order is done: what was typed is still there when it was refused.
    private async Task GiveAsync(DeskOrder order)
    {
        if (await Session.GiveAsync(order))
        {
            await AnsweredAsync();
            await AfterAsync(order);
        }
        else if (order.Action == DeskAction.Call && Session.Failure?.Code == ProblemCodes.ReasonRequired && Session.Desk?.Find(order.Ticket) is { } ticket)
        {
            await AskAsync(DeskAction.Call, ticket);
        }
    }

    private Task AskToLeaveAsync(DeskView leaving) =>
        Session.Desk is { IsMine: true } && !Session.Link.Ended ? AskAsync(leaving) : LeaveAsync(leaving);

    private async Task CloseAndLeaveAsync(DeskView leaving)
    {
        if (!Busy && await Session.GiveAsync(new DeskOrder(DeskAction.Close)))
        {
            await LeaveAsync(leaving);
        }
    }

    private async Task LeaveAsync(DeskView leaving)
    {
        await Drafts.EndAsync();
        if (leaving == DeskView.Change)
        {
            await OnLeave.InvokeAsync(null);
        }
        else if (await OnSignOut() is { } problem)
        {
            Session.Refuse(new DeskOrder(DeskAction.Close), SignIn.Sentence(problem, Texts));
        }
    }
}
