using Microsoft.AspNetCore.Components;

namespace CounterClient.Components;

/// <summary>The clerk's present step: what is at the counter, and what can be done about it, the next action the biggest.</summary>
public sealed partial class NowPanel
{
    // The answers to the question of the moment; everything else an action offers stands below them, smaller.
    private static readonly DeskAction[] Steps = [DeskAction.Start, DeskAction.Recall, DeskAction.NoShow, DeskAction.Complete];

    private ElementReference _heading;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required Desk Desk { get; set; }
    [Parameter, EditorRequired] public required ServerClock Clock { get; set; }

    /// <summary>The order under way.</summary>
    [Parameter] public DeskOrder? InFlight { get; set; }

    [Parameter] public EventCallback<Offer> OnPress { get; set; }
    [Parameter] public EventCallback OnChange { get; set; }

    /// <summary>Takes the focus that a vanished button has left.</summary>
    public ElementReference Heading => _heading;

    private IReadOnlyList<Offer> Offers => DeskActions.AtCounter(Desk);

    private RenderFragment Button(DeskAction action, string @class) => builder =>
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
        builder.CloseComponent();
    };

    private string Names(IReadOnlyList<string> services) => string.Join(" · ", services.Select(id => Desk.ServiceName(id, Texts.Language)));
}
