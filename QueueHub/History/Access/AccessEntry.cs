using QueueHub.History.Chains;
using QueueHub.Tickets.Rows;
using static System.FormattableString;

namespace QueueHub.History.Access;

/// <summary>That a clerk had a citizen's form before them: numbers and names of staff, never what the form says.</summary>
/// <param name="Version">Of the event that says so.</param>
/// <param name="Day">Business day, yyyy-MM-dd.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Template">Null while the form was not submitted yet.</param>
/// <param name="Action"><see cref="Opened"/> or <see cref="Asked"/>.</param>
public sealed record AccessEntry(
    string Office, long Version, string Day, long At, string Staff, string Counter, long Ordinal, int Number, string Service, string? Template, string Action)
    : IChainable
{
    /// <summary>The clerk has read it.</summary>
    public const string Opened = "opened";

    /// <summary>The clerk has asked the citizen to correct it.</summary>
    public const string Asked = "asked";

    /// <summary>What an event says of a form's being read; null for any other.</summary>
    public static AccessEntry? Of(string office, OfficeEvent @event)
    {
        if (@event.Tickets is not [var ticket, ..] || ActionOf(@event.Type, ticket) is not { } action)
        {
            return null;
        }

        var staff = @event.By[(@event.By.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return new AccessEntry(
            office, @event.Version, @event.Day, @event.At, staff, ticket.Counter ?? "", ticket.Ordinal, ticket.Number, ticket.Service,
            ticket.Form?.Template, action);
    }

    public IReadOnlyList<string> Parts() =>
    [
        Office, Invariant($"{Version}"), Day, Invariant($"{At}"), Staff, Counter, Invariant($"{Ordinal}"), Invariant($"{Number}"), Service, Template ?? "", Action,
    ];

    private static string? ActionOf(EventType type, TicketRow ticket) => type switch
    {
        EventType.FormOpened => Opened,
        EventType.CorrectionsAsked when ticket.Corrections is not null => Asked,
        _ => null,
    };
}
