using QueueHub.Contracts.Tickets;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Intake.Endpoints;

/// <summary>A ticket on paper, for those without a phone: printed by a helper, a clerk or a kiosk, in the ticket's language.</summary>
internal static class SlipEndpoints
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/{office}/t/{token}/slip", Slip);

    private static IResult Slip(string office, string token, string? paper, IOffices offices, IOfficeStates states, TimeProvider time, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states);
        if (place is null)
        {
            return ProblemPages.Of(http, code, document);
        }

        var row = place.Row;
        return Answers.Page<SlipPage>(
            new
            {
                Reader = new Reader(RequestLanguage.Known(row.Language) ?? "en", $"{place.Address}/slip"),
                place.Office,
                place.Service,
                place.Ticket,
                Class = row.Class == PriorityClass.Standard ? null : place.Office.Class(row.Class)?.Name,
                Issued = OfficeClock.Local(place.Office, DateTimeOffset.FromUnixTimeMilliseconds(row.Issued)),
                Printed = OfficeClock.Local(place.Office, time.GetUtcNow()),
                Link = place.Address,
                A4 = paper == "a4",
            },
            row.Living ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
    }
}
