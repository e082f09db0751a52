using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Boards;

/// <summary>What one panel shows besides the form: numbers only. Epoch and version order it as they do <see cref="Board"/>.</summary>
/// <param name="Stale">True while the node has lost Redis: the rest is the last known state.</param>
/// <param name="Services">What the counter serves, primary ones first.</param>
/// <param name="Next">The number it would call next; null when nobody waits for it.</param>
/// <param name="Waiting">How many wait for its services.</param>
/// <param name="Ticket">Called here or being served here.</param>
public sealed record PanelBoard(
    string Epoch,
    long Version,
    DateTimeOffset At,
    int UtcOffsetMinutes,
    bool Stale,
    string Office,
    LocalText OfficeName,
    bool DayOpen,
    Opening Opening,
    string Counter,
    CounterState State,
    IReadOnlyList<LocalText> Services,
    int? Next,
    int Waiting,
    PanelTicket? Ticket)
{
    /// <summary>For how long the form may be shown after the server was asked whether its ticket is still served here, and said yes.</summary>
    public int LeaseMilliseconds { get; init; }

    /// <summary>True when the other board, of another version, looks the same.</summary>
    public bool ShowsTheSame(PanelBoard other) =>
        this with { Version = other.Version, At = other.At, Services = other.Services } == other && Services.SequenceEqual(other.Services);
}

/// <summary>The ticket at the counter.</summary>
/// <param name="State">Called or Serving; the form is there only while it is being served.</param>
/// <param name="Language">The citizen's, two letters.</param>
/// <param name="HasForm">There is a form, or one to be written.</param>
/// <param name="Warning">The last one that was given.</param>
public sealed record PanelTicket(long Ordinal, int Number, TicketState State, LocalText Service, string Language, bool HasForm, PanelWarning? Warning);

/// <summary>A warning to be shown and said.</summary>
/// <param name="Kind">One of <see cref="Protection.WarningKind"/>.</param>
/// <param name="Count">How many there were, this one included: a further one of the same kind is said again.</param>
public sealed record PanelWarning(string Kind, DateTimeOffset At, int Count);
