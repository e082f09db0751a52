using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Intake;

/// <summary>
/// What the ticket page says in one situation. The page holds all of them, one visible: the module only moves <c>hidden</c> and fills
/// in numbers, so no word of the page exists twice.
/// </summary>
/// <param name="Key">
/// The state's name on the wire; of those who wait, <c>next</c> has nobody ahead, <c>near</c> a few, and <c>unserved</c> waits while no counter is open.
/// </param>
/// <param name="Headline">The large sentence; <c>{counter}</c> and <c>{ahead}</c> stand for numbers.</param>
/// <param name="Brief">For the page's title, without the number; the same placeholders.</param>
public sealed record TicketView(string Key, string Icon, LocalText Headline, LocalText Help, LocalText Brief)
{
    public const string Counter = "{counter}";
    public const string Ahead = "{ahead}";
    public const string Open = "{open}";
    public const string Asked = "{asked}";
    public const string Onward = "{onward}";
    public const string Low = "{low}";
    public const string High = "{high}";

    /// <summary>With so many ahead it is almost one's turn.</summary>
    public const int Near = 3;

    /// <summary>All situations.</summary>
    public static readonly IReadOnlyList<TicketView> All =
    [
        new("waiting", "person", Texts.AheadLabel, Texts.WaitNear, Texts.AheadBrief(Ahead)),
        new("near", "person", Texts.NearTitle, Texts.NearHelp, Texts.AheadBrief(Ahead)),
        new("next", "person", Texts.NextTitle, Texts.NextHelp, Texts.NextTitle),
        new("unserved", "clock", Texts.UnservedTitle, Texts.UnservedHelp, Texts.UnservedTitle),
        new("called", "bell", Texts.GoToCounter(Counter), Texts.CalledHelp, Texts.GoToCounter(Counter)),
        new("serving", "check", Texts.ServingTitle, Texts.AtCounter(Counter), Texts.ServingTitle),
        new("parked", "pause", Texts.ParkedTitle, Texts.ParkedHelp, Texts.ParkedTitle),
        new("noShow", "clock", Texts.NoShowTitle, Texts.NoShowHelp, Texts.NoShowTitle),
        new("onTheWay", "clock", Texts.OnTheWayTitle, Texts.OnTheWayHelp, Texts.OnTheWayTitle),
        new("done", "check", Texts.DoneTitle, Texts.DoneHelp, Texts.DoneTitle),
        new("moved", "arrow", MovedTexts.Title, MovedTexts.Help, MovedTexts.Title),
        new("cancelled", "ticket", Texts.CancelledTitle, Texts.CancelledHelp, Texts.CancelledTitle),
        new("expired", "clock", Texts.ExpiredTitle, Texts.ExpiredHelp, Texts.ExpiredTitle),
    ];

    /// <summary>The situation of a ticket.</summary>
    public static string KeyOf(PhoneTicket ticket) => ticket switch
    {
        { State: TicketState.Waiting, OpenCounters: 0 } => "unserved",
        { State: TicketState.Waiting, PeopleAhead: 0 } => "next",
        { State: TicketState.Waiting, PeopleAhead: <= Near } => "near",
        { State: TicketState.OnTheWay } => "onTheWay",
        { State: TicketState.Done, Moved: not null } => "moved",
        { State: TicketState.NoShow } => "noShow",
        _ => ticket.State.ToString().ToLowerInvariant(),
    };

    /// <summary>What the form's part of the page says: <c>asked</c>, <c>todo</c>, <c>edit</c>, <c>ready</c>, <c>clerk</c>, or nothing.</summary>
    public static string FormKeyOf(PhoneTicket ticket) => (ticket.FormReady, ticket.FormEditable) switch
    {
        _ when ticket.Corrections > 0 => "asked",
        (true, true) => "edit",
        (true, false) => Ended(ticket) ? "" : "ready",
        (false, true) => "todo",
        (false, false) when ticket.State is TicketState.Called or TicketState.Serving => "clerk",
        _ => "",
    };

    /// <summary>How the page says how long it still takes: <c>range</c>, <c>within</c> where it may be at once, or nothing.</summary>
    public static string BandKeyOf(PhoneTicket ticket) => ticket.Expect switch
    {
        null => "",
        { Low: 0 } => "within",
        _ => "range",
    };

    /// <summary>True when the ticket is to go to this counter, or is at it.</summary>
    public static bool IsAt(PhoneTicket ticket, string counter) => ticket.State is TicketState.Called or TicketState.Serving && ticket.Counter == counter;

    /// <summary>True when nothing will change any more.</summary>
    public static bool Ended(PhoneTicket ticket) => ticket.State is TicketState.Done or TicketState.Cancelled or TicketState.Expired;

    /// <summary>The text with its numbers filled in.</summary>
    public static string Fill(string text, PhoneTicket ticket) => text
        .Replace(Counter, ticket.Counter ?? "", StringComparison.Ordinal)
        .Replace(Onward, ticket.Onward ?? "", StringComparison.Ordinal)
        .Replace(Asked, Text(ticket.Corrections), StringComparison.Ordinal)
        .Replace(Low, Text(ticket.Expect?.Low), StringComparison.Ordinal)
        .Replace(High, Text(ticket.Expect?.High), StringComparison.Ordinal)
        .Replace(Ahead, Text(ticket.PeopleAhead), StringComparison.Ordinal);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
