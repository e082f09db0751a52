using QueueHub.Contracts;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>What a citizen does with the own number besides cancelling: saying "I am here", and letting others go first.</summary>
internal static class ControlEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/{office}/t/{token}/arrive", ArriveAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
        pages.MapGet("/{office}/t/{token}/later", AskLater);
        pages.MapPost("/{office}/t/{token}/later", LaterAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
    }

    private static async Task<IResult> ArriveAsync(
        string office, string token, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (place, sent, refusal) = await TicketPlace.SentAsync(office, token, offices, states, http);
        if (place is null || sent is null)
        {
            return refusal!;
        }

        if (!sent.Genuine || sent.RequestId is null)
        {
            return ProblemPages.Of(http, ProblemCodes.AntiForgery, place.Office);
        }

        // In the wrong state it has arrived already, or needs to no more: the ticket page says what is.
        var outcome = await commands.ArriveAsync(place.Office, place.Row, sent.RequestId, Callers.Citizen(http));
        return outcome.Code is null or ProblemCodes.WrongState
            ? Answers.SeeOther(http, place.Address)
            : ProblemPages.Of(http, outcome.Code, place.Office);
    }

    private static IResult AskLater(string office, string token, IOffices offices, IOfficeStates states, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states);
        return place is null ? ProblemPages.Of(http, code, document)
            : place.Ticket.LetsOthersFirst ? LaterPage(http, place, states)
            : Answers.SeeOther(http, place.Address);
    }

    private static async Task<IResult> LaterAsync(
        string office, string token, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (place, sent, refusal) = await TicketPlace.SentAsync(office, token, offices, states, http);
        if (place is null || sent is null)
        {
            return refusal!;
        }

        if (!sent.Genuine || sent.RequestId is null || !int.TryParse(sent.Fields["places"], out var places))
        {
            return LaterPage(http, place, states, sent.Genuine ? ProblemCodes.InvalidRequest : ProblemCodes.AntiForgery, sent.RequestId);
        }

        // Called meanwhile: where to go now is what matters.
        var outcome = await commands.LetOthersFirstAsync(place.Office, place.Row, sent.RequestId, places, Callers.Citizen(http));
        return outcome.Code is null or ProblemCodes.WrongState
            ? Answers.SeeOther(http, place.Address)
            : LaterPage(http, place, states, outcome.Code, sent.RequestId);
    }

    private static IResult LaterPage(HttpContext http, TicketPlace place, IOfficeStates states, string? code = null, string? requestId = null)
    {
        var reader = Reader.Of(http, $"{place.Address}/later");
        var behind = states.Current(place.Office.Slug)!.Line(place.Row.Line).Count - 1 - (place.Ticket.PeopleAhead ?? 0);
        return Answers.Page<LaterPage>(
            new
            {
                Reader = reader,
                place.Office,
                place.Ticket.Number,
                Ticket = place.Address,
                Keys = FormKeys.For(http, requestId),
                Behind = behind,
                Choices = LaterChoices.Of(place.Office.Rules.LetOthersFirstPlaces, behind),
                Left = place.Office.Rules.RequeueLimit - place.Row.Requeued,
                Alert = reader.Alert(code),
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}
