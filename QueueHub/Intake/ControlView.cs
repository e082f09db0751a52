using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake;

/// <summary>What the ticket page knows besides the live ticket: the services of the visit, the link for relatives, and whether its phone is in the lobby.</summary>
/// <param name="Watch">Path of the page that may only look.</param>
/// <param name="Journey">Names of the visit's services, in order.</param>
/// <param name="Leg">Which of them is the present one.</param>
/// <param name="Arrive">For the button "I am here"; null: this phone has not shown to be.</param>
/// <param name="Credit">Minutes of the time since issue that count as waited, at most.</param>
public sealed record ControlView(string Watch, IReadOnlyList<LocalText> Journey, int Leg, FormKeys? Arrive, int Credit)
{
    internal static ControlView Of(HttpContext http, TicketPlace place)
    {
        var (office, row) = (place.Office, place.Row);
        var there = row.State == TicketState.OnTheWay && (!office.Rules.RequiresPresence || Callers.Citizen(http).Here == office.Slug);
        return new ControlView(
            place.WatchAddress,
            [.. row.Journey.Select(service => office.Service(service)?.Name ?? new LocalText(service, service))],
            row.Leg,
            there ? FormKeys.For(http) : null,
            office.Rules.ArrivalCreditMinutes);
    }
}
