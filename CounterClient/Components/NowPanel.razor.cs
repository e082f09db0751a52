using Microsoft.AspNetCore.Components;

namespace CounterClient.Components;

/// <summary>The clerk's present step: what is at the counter, and what can be done about it, the next action the biggest.</summary>
public sealed partial class NowPanel : IDisposable
{
    // The answers to "did they come?", in whatever order they are offered.
    private static readonly DeskAction[] Answers = [DeskAction.Start, DeskAction.Recall, DeskAction.NoShow];

    // The answers to the question of the moment; everything else an action offers stands below them, smaller.
    private static readonly DeskAction[] Steps = [.. Answers, DeskAction.Complete];

    private ElementReference _heading;
    private bool _pauseOver;
    private int _lockSeconds;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required Desk Desk { get; set; }
    [Parameter, EditorRequired] public required ServerClock Clock { get; set; }

    /// <summary>What is to be said of a clerk who is away.</summary>
    [Parameter] public RenderFragment? Away { get; set; }

    /// <summary>The order under way.</summary>
    [Parameter] public DeskOrder? InFlight { get; set; }

    [Parameter] public EventCallback<Offer> OnPress { get; set; }
    [Parameter] public EventCallback<DeskView> OnView { get; set; }
    [Parameter] public EventCallback OnChange { get; set; }
    [Inject] private Ticker Ticker { get; set; } = null!;

    /// <summary>Takes the focus that a vanished button has left.</summary>
    public ElementReference Heading => _heading;

    private IReadOnlyList<Offer> Offers => DeskActions.AtCounter(Desk, Clock.Now);

    private int LockSeconds => (int)Math.Ceiling(Desk.RecallLock(Clock.Now).TotalSeconds);

    private bool PauseOver => Desk.Counter.PauseUntil is { } until && Clock.Now >= until;

    // Whoever has left for a while comes back; the board does not tell why they left.
    private bool IsAway => Desk.Counter is { PauseUntil: not null, PauseReason: not { Length: > 0 } };

    private string Left() => Desk.Counter.PauseUntil is { } until && until > Clock.Now ? Texts.Protection.Left(Durations.Timer(until - Clock.Now)) : "";

    public void Dispose() => Ticker.Ticked -= OnTick;

    protected override void OnInitialized() => Ticker.Ticked += OnTick;

    protected override void OnParametersSet() => (_lockSeconds, _pauseOver) = (LockSeconds, PauseOver);

    // Two things change by the clock alone: a number may be called again, and a pause is over.
    private void OnTick() => InvokeAsync(() =>
    {
        if (LockSeconds != _lockSeconds || PauseOver != _pauseOver)
        {
            (_lockSeconds, _pauseOver) = (LockSeconds, PauseOver);
            StateHasChanged();
        }
    });

    private RenderFragment Button(DeskAction action, string @class, string? label = null) => builder =>
    {
        var offer = Offers.FirstOrDefault(offer => offer.Action == action, new Offer(action, Blocked.CounterNotOpen));
        builder.OpenComponent<ActionButton>(0);

        // Another action is another button: one that changed under a finger would be pressed for what it was.
        builder.SetKey(action);
        builder.AddComponentParameter(1, nameof(ActionButton.Offer), offer);
        builder.AddComponentParameter(2, nameof(ActionButton.Class), @class);
        builder.AddComponentParameter(3, nameof(ActionButton.WithKey), true);
        builder.AddComponentParameter(4, nameof(ActionButton.Busy), InFlight is not null);
        builder.AddComponentParameter(5, nameof(ActionButton.Pending), InFlight?.Action == action && (InFlight.Ticket == 0 || InFlight.Ticket == Desk.Ticket?.Ordinal));
        builder.AddComponentParameter(6, nameof(ActionButton.OnPress), OnPress);
        builder.AddComponentParameter(7, nameof(ActionButton.Label), label);
        builder.CloseComponent();
    };
}
