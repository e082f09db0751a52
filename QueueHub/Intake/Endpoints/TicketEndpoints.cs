using QueueHub.Contracts;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Moves;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>The ticket page, and giving the ticket up.</summary>
internal static class TicketEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{office}/t/{token}", TicketAsync);
        pages.MapGet("/{office}/t/{token}/cancel", AskCancel);
        pages.MapPost("/{office}/t/{token}/cancel", CancelAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
    }

    private static async Task<IResult> TicketAsync(
        string office, string token, IOffices offices, IOfficeStates states, MovedLinks moves, TimeProvider time, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states, time);
        if (place is null)
        {
            return ProblemPages.Of(http, code, document);
        }

        var moved = await moves.ReadAsync(place.Office.Slug, place.Row);
        return Answers.Page<TicketPage>(new
        {
            Reader = Reader.Of(http, place.Address),
            place.Office,
            place.Service,
            place.Ticket,
            Moved = moved,
            Control = ControlView.Of(http, place),
            Nearby = NearbyOffices.Offer(offices, place.Office, place.Service.Id),
        });
    }

    private static IResult AskCancel(string office, string token, IOffices offices, IOfficeStates states, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states);
        return place is null ? ProblemPages.Of(http, code, document)
            : place.Ticket.Cancellable ? Page(http, place)
            : Answers.SeeOther(http, place.Address);
    }

    private static async Task<IResult> CancelAsync(
        string office, string token, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (place, sent, refusal) = await TicketPlace.SentAsync(office, token, offices, states, http);
        if (place is null || sent is null)
        {
            return refusal!;
        }

        if (!sent.Genuine || sent.RequestId is null)
        {
            return Page(http, place, ProblemCodes.AntiForgery, sent.RequestId);
        }

        // In the wrong state there is nothing to cancel (any more): the ticket page says what is.
        var outcome = await commands.CancelAsync(place.Office, place.Row, sent.RequestId, Callers.Citizen(http));
        return outcome.Code is null or ProblemCodes.WrongState
            ? Answers.SeeOther(http, place.Address)
            : Page(http, place, outcome.Code, sent.RequestId);
    }

    private static IResult Page(HttpContext http, TicketPlace place, string? code = null, string? requestId = null)
    {
        var reader = Reader.Of(http, $"{place.Address}/cancel");
        return Answers.Page<CancelPage>(
            new
            {
                Reader = reader,
                place.Office,
                place.Ticket.Number,
                Keys = FormKeys.For(http, requestId),
                Ticket = place.Address,
                WithForm = place.Ticket.FormReady,
                Alert = reader.Alert(code),
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}
