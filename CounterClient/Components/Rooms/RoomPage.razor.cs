using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components.Rooms;

/// <summary>The supervisor's room of one office: puts the session on the screen and turns buttons and answers into orders.</summary>
public sealed partial class RoomPage : IAsyncDisposable
{
    private DotNetObjectReference<RoomPage>? _self;
    private RoomBar? _bar;
    private Question? _question;
    private string? _incident;
    private string _warned = "";
    private bool _writing;
    private Problem? _problem;
    private bool _adoptFocus;
    private bool _left;

    [CascadingParameter] public required Texts Texts { get; set; }
    [CascadingParameter] public required RoomTexts Words { get; set; }
    [Parameter, EditorRequired] public required SignedIn Person { get; set; }
    [Parameter, EditorRequired] public required StaffOffice Office { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private Server Server { get; set; } = null!;
    [Inject] private RoomApi Api { get; set; } = null!;
    [Inject] private IProtectionApi Protection { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;
    [Inject] private Drafts Drafts { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    private DeskConnection Connection { get; set; } = null!;
    private RoomSession Session { get; set; } = null!;
    private AlarmDesk Alarms { get; set; } = null!;
    private IncidentDesk Record { get; set; } = null!;
    private RecoveryWatch Recovery { get; set; } = null!;
    private bool Busy => Session.InFlight is not null;

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

    /// <summary>Somebody is here: the socket does not count as use of the session.</summary>
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
        Session.Changed -= OnRoomChanged;
        Session.Dispose();
        Alarms.Dispose();
        Record.Dispose();
        Recovery.Dispose();
        await Page.UnlistenAsync();
        _self?.Dispose();
        await Connection.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        Connection = new DeskConnection(Server.Address, new Station(Office.Slug, null, Texts.Language), Staff.IsSignedInAsync, Time);
        Session = new RoomSession(Connection, Api, Office.Slug, Time) { Language = Texts.Language };
        Alarms = new AlarmDesk(Connection, Api, Office.Slug, Time)
        {
            Language = Texts.Language,
            IsOwn = alarm => Person.Desk is { } desk && Session.Room?.Counter(alarm.Counter)?.Desk == desk,
        };
        Record = new IncidentDesk(Protection, Office.Slug, Time) { Language = Texts.Language };
        Recovery = new RecoveryWatch(Protection, Office.Slug, Time) { Language = Texts.Language };
        Session.Changed += OnRoomChanged;
        Alarms.Changed += OnAlarmsChanged;
        Record.Changed += OnSessionChanged;
        Recovery.Changed += OnSessionChanged;
        Connection.Start();
        _ = Session.FollowLedgerAsync();
        _ = Record.FollowAsync();
        _ = Recovery.FollowAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.ListenAsync(_self, []);
        }

        if (_adoptFocus && _question is null && _incident is null && !_writing && _bar is not null)
        {
            _adoptFocus = false;
            await Page.AdoptFocusAsync(_bar.Heading);
        }

        var lost = Session.Link.Phase == LinkPhase.Lost;
        var waiting = Session.Room is { } room ? $"({room.Board.WaitingTotal}) " : "";
        var alarm = Alarms.Standing is [var first, ..] ? $"‼ {Words.Guard.AlarmTab} {Texts.CounterName(first.Counter)} · " : "";
        await Page.ShowTabAsync($"{alarm}{(lost ? $"! {Texts.LostTab} · " : waiting)}{Words.Room} · {Office.Name.In(Texts.Language)}", alarm.Length > 0 ? "alarm" : lost ? "lost" : "desk");
    }

    private void OnSessionChanged() => InvokeAsync(async () =>
    {
        if (_left)
        {
            return;
        }

        // Refused: the person's rights have changed since they came in, which ends the session as well.
        if (Session.SignedOut || Record.SignedOut || Session.Link.Phase is LinkPhase.SignedOut or LinkPhase.Refused)
        {
            await OnSignedOut.InvokeAsync();
            return;
        }

        StateHasChanged();
    });

    private void OnAlarmsChanged()
    {
        Record.Look();
        OnSessionChanged();
    }

    private void OnRoomChanged()
    {
        if (Session.Room?.Warned is { } warned && warned != _warned)
        {
            _warned = warned;
            Record.Look();
        }

        OnSessionChanged();
    }

    private string RecordTitle(Incident incident) => string.Join(
        " · ", new[] { Words.Guard.Record, Texts.CounterName(incident.Counter), incident.Number is { } number ? Words.Guard.Ticket(number) : null }.OfType<string>());

    private void LeaveRecord()
    {
        (_incident, _writing, _adoptFocus) = (null, false, true);
        Record.Dismiss();
    }

    private async Task SpeakAsync(string language)
    {
        await OnLanguage.InvokeAsync(language);
        Session.Language = language;
        (Alarms.Language, Record.Language, Recovery.Language) = (language, language, language);
    }

    private async Task SignOutAsync() => _problem = await OnSignOut();

    private Task AskAsync(Question question)
    {
        Session.Dismiss();
        _question = question;
        return Drafts.BeginAsync($"room {question.Action} {question.Counter}");
    }

    private Task AnsweredAsync()
    {
        Session.Dismiss();
        return DoneAsync();
    }

    private Task DoneAsync()
    {
        (_question, _adoptFocus) = (null, true);
        return Drafts.EndAsync();
    }

    // The question that leads there; a pause is looked at first, for its reason stands there.
    private Task RelieveAsync((DeskRelief Relief, string Service) asked) => AskAsync(asked.Relief.Kind switch
    {
        ReliefKind.Open => new(RoomAction.Open, asked.Relief.Counter),
        ReliefKind.Resume => new(null, asked.Relief.Counter),
        var kind => new(RoomAction.Services, asked.Relief.Counter, Relief: kind, Service: asked.Service),
    });

    private static DeskCounter Wanted(Question question, DeskCounter counter) =>
        question is { Relief: { } kind, Service: { } service } ? Room.Relieved(counter, kind, service) : counter;

    private Task ChooseAsync(RoomAction action, DeskCounter counter)
    {
        var question = new Question(action, counter.Id, counter.Ticket?.Ordinal, counter.Ticket?.Number);
        if (action != RoomAction.Reopen)
        {
            return AskAsync(question);
        }

        // Who opens names the services: those that it had before its pause.
        return GiveAsync(Order(question) with { Primary = new(counter.Primary), Helping = new(counter.Helping) });
    }

    private async Task PutBackAsync(DeskTicket ticket) => await Session.GiveAsync(Order(Of(RoomActions.Back(ticket), ticket)));

    private Task AskToCancelAsync(DeskTicket ticket) => AskAsync(Of(RoomAction.Cancel, ticket));

    private async Task GiveAsync(RoomOrder order)
    {
        if (await Session.GiveAsync(order))
        {
            await DoneAsync();
        }
    }

    private async Task AgainAsync(RoomFailure failure)
    {
        if (await Session.AgainAsync(failure))
        {
            await DoneAsync();
        }
    }

    private Question Of(RoomAction action, DeskTicket ticket) => new(action, Session.Room!.CounterFor(ticket), ticket.Ordinal, ticket.Number, Aside: true);

    private RoomOrder Order(Question question) => new(question.Action!.Value, question.Counter, question.Ticket ?? 0, Subject(question));

    private string Subject(Question question) =>
        question is { Number: { } number } && IsOfTicket(question) ? Texts.TicketName(number) : question.Counter is { } counter ? Texts.CounterName(counter) : "";

    private static bool IsOfTicket(Question question) =>
        question.Aside || question.Action is RoomAction.Complete or RoomAction.NoShow or RoomAction.Park;

    // Meanwhile others work, too: a question about what is no more is not asked any longer.
    private bool IsGone(Question question, Room room) => !Busy && question switch
    {
        { Aside: true, Ticket: { } ticket } => room.Aside(ticket) is null,
        { Counter: { } counter, Action: var action } => room.Counter(counter) is not { } now
            || (action is { } asked && !RoomActions.AtCounter(now, room.Board.DayOpen).Contains(asked))
            || (IsOfTicket(question) && now.Ticket?.Ordinal != question.Ticket),
        _ => false,
    };

    private string Title(Question question) => question.Action switch
    {
        RoomAction.Notice => Words.WriteNotice,
        RoomAction.Open => Words.AskOpen(Subject(question)),
        RoomAction.Services => Words.AskServices(Subject(question)),
        RoomAction.Pause => Words.AskPause(Subject(question)),
        RoomAction.Close => Words.AskClose(Subject(question)),
        RoomAction.Cancel => Texts.AskCancel(question.Number ?? 0),
        { } action => $"{Subject(question)} · {Words.Action(action)}",
        null => Words.ManageCounter(Subject(question)),
    };

    private string Hint(RoomAction action) => action switch
    {
        RoomAction.Close => Words.CloseHint,
        RoomAction.Complete => Words.CompleteHint,
        RoomAction.NoShow => Words.NoShowHint,
        _ => Words.CancelHint,
    };

    /// <param name="Action">Null: what can be ordered at the counter is shown.</param>
    /// <param name="Aside">The ticket is parked or absent, not at the counter.</param>
    /// <param name="Relief">Proposed for the line of <paramref name="Service"/>.</param>
    private sealed record Question(
        RoomAction? Action, string? Counter = null, long? Ticket = null, int? Number = null, bool Aside = false, ReliefKind? Relief = null, string? Service = null);
}
