using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient.Components;

/// <summary>The desk: puts the session on the screen and turns buttons, keys and answers into orders.</summary>
public sealed partial class DeskPage : IAsyncDisposable
{
    private static readonly int[] Places = [0, 1, 3, 5, 10];

    private DotNetObjectReference<DeskPage>? _self;
    private NowPanel? _now;
    private Question? _question;
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

    /// <summary>The clerk has just chosen this counter: it is opened without a further question.</summary>
    [Parameter] public bool OpenAtOnce { get; set; }

    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Parameter, EditorRequired] public required Func<Task<Problem?>> OnSignOut { get; set; }

    /// <summary>Back to the choice of counters, with what to say there.</summary>
    [Parameter] public EventCallback<Func<Texts, string>?> OnLeave { get; set; }

    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private Server Server { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;

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

        if (Session.Desk is not { } desk || Busy || Shortcuts.For(chord) is not { } action)
        {
            return Task.CompletedTask;
        }

        var offers = DeskActions.AtCounter(desk).Where(offer => offer.Action == action).ToList();
        return offers is [var offer] ? InvokeAsync(() => StrikeAsync(offer)) : Task.CompletedTask;
    }

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
        await Page.UnlistenAsync();
        _self?.Dispose();
        await Connection.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _openAtOnce = OpenAtOnce;
        Connection = new DeskConnection(Server.Address, new Station(Office, Counter, Texts.Language), Staff.IsSignedInAsync, Time);
        Session = new DeskSession(Connection, Person.Id, Counter, Time, RetryTimes.Default);
        Session.Changed += OnSessionChanged;
        Connection.Start();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.ListenAsync(_self, Shortcuts.Chords);
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
        if (_openAtOnce && Session.Desk is { } desk)
        {
            _openAtOnce = false;
            if (desk.Stage == DeskStage.Closed)
            {
                await Session.GiveAsync(new DeskOrder(DeskAction.Open));
            }
        }
    });

    // Another step of the visit: said to those who listen, and the focus of the button that is gone goes to the panel's heading,
    // where a second Enter does nothing.
    private void Notice()
    {
        if (Session.Desk is not { } desk || (desk.Stage == _stage && desk.Ticket?.Ordinal == _ticket))
        {
            return;
        }

        _announcement = _stage is null ? null : Texts.Announce(desk.Stage, desk.Ticket?.Number);
        (_stage, _ticket) = (desk.Stage, desk.Ticket?.Ordinal);
        _adoptFocus = true;
    }

    private async Task SpeakAsync(string language)
    {
        await OnLanguage.InvokeAsync(language);
        await Connection.SpeakAsync(language);
    }

    private Task PrintAsync() => Paper is null ? Task.CompletedTask : Page.PrintAsync();

    // A button renders its page again by itself; a key has to ask for it.
    private async Task StrikeAsync(Offer offer)
    {
        await PressAsync(offer);
        StateHasChanged();
    }

    private Task PressAsync(Offer offer) => PressOnAsync(offer, Session.Desk?.Ticket);

    private Task PressListedAsync((Offer Offer, DeskTicket Ticket) pressed) => PressOnAsync(pressed.Offer, pressed.Ticket);

    private Task PressOnAsync(Offer offer, DeskTicket? ticket)
    {
        var order = OfCounter(offer.Action) ? new DeskOrder(offer.Action) : new DeskOrder(offer.Action, ticket!.Ordinal);
        if (Busy)
        {
            return Task.CompletedTask;
        }

        if (!offer.Free)
        {
            Session.Refuse(order, Texts.BlockedReason(offer.Blocked));
            return Task.CompletedTask;
        }

        if (offer.Action is DeskAction.Call or DeskAction.Park or DeskAction.Pause or DeskAction.Transfer or DeskAction.Requeue or DeskAction.Cancel)
        {
            Ask(offer.Action, OfCounter(offer.Action) ? null : ticket);
            return Task.CompletedTask;
        }

        return GiveAsync(order);
    }

    private static bool OfCounter(DeskAction action) =>
        action is DeskAction.Open or DeskAction.Pause or DeskAction.Close or DeskAction.CallNext;

    private void Ask(DeskAction? action, DeskTicket? ticket)
    {
        Session.Dismiss();
        _question = new(action, ticket?.Ordinal, ticket?.Number);
    }

    private Task AnswerAsync(string? text) => GiveAsync(new DeskOrder(_question!.Action!.Value, _question.Ticket ?? 0, Text: text));

    private Task TransferAsync(string service) => GiveAsync(new DeskOrder(DeskAction.Transfer, _question!.Ticket!.Value, Service: service));

    private Task RequeueAsync(string places) =>
        GiveAsync(new DeskOrder(DeskAction.Requeue, _question!.Ticket!.Value, Places: int.Parse(places, CultureInfo.InvariantCulture)));

    // A question stays open until its order is done: what was typed is still there when it was refused.
    private async Task GiveAsync(DeskOrder order)
    {
        if (await Session.GiveAsync(order))
        {
            Answered();
        }
    }

    private void Answered()
    {
        if (_question is not null)
        {
            _question = null;
            _adoptFocus = true;
            Session.Dismiss();
        }
    }

    private Task AskToLeaveAsync(Leaving leaving)
    {
        if (Session.Desk is { IsMine: true } && !Session.Link.Ended)
        {
            Session.Dismiss();
            _question = new(null, null, null, leaving);
            return Task.CompletedTask;
        }

        return LeaveAsync(leaving);
    }

    private async Task CloseAndLeaveAsync(Leaving leaving)
    {
        if (!Busy && await Session.GiveAsync(new DeskOrder(DeskAction.Close)))
        {
            await LeaveAsync(leaving);
        }
    }

    private async Task LeaveAsync(Leaving leaving)
    {
        if (leaving == Leaving.Change)
        {
            await OnLeave.InvokeAsync(null);
        }
        else if (await OnSignOut() is { } problem)
        {
            Session.Refuse(new DeskOrder(DeskAction.Close), SignIn.Sentence(problem, Texts));
        }
    }

    private string Title(Question question) => question switch
    {
        { Leaving: not null } => Texts.AskLeave,
        { Action: DeskAction.Pause } => Texts.AskPause,
        { Action: DeskAction.Call, Number: { } number } => Texts.AskCall(number),
        { Action: DeskAction.Park, Number: { } number } => Texts.AskPark(number),
        { Action: DeskAction.Transfer, Number: { } number } => Texts.AskTransfer(number),
        { Action: DeskAction.Requeue, Number: { } number } => Texts.AskRequeue(number),
        { Action: DeskAction.Cancel, Number: { } number } => Texts.AskCancel(number),
        _ => Texts.TicketName(question.Number ?? 0),
    };

    private string ServiceChoice(DeskService service) => $"{service.Name.In(Texts.Language)} – {Texts.WaitingCount(service.Waiting)}";

    // Only a called ticket has a place to go back to; one that waits is there already.
    private IEnumerable<(string Value, string Label)> PlacesFor(DeskTicket ticket) =>
        Places.Where(places => places > 0 || ticket.State == TicketState.Called)
            .Select(places => (places.ToString(CultureInfo.InvariantCulture), Texts.Behind(places)));

    private enum Leaving
    {
        Change,
        SignOut,
    }

    /// <summary>What is being asked: about an action, about a ticket of the lists, or about leaving the counter.</summary>
    private sealed record Question(DeskAction? Action, long? Ticket, int? Number, Leaving? Leaving = null);
}
