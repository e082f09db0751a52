using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Doors;

namespace QueueHub.Intake.Endpoints;

/// <summary>How the visit was: the first tap, on the ticket's page, chooses; the second sends.</summary>
internal static class RateEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{office}/t/{token}/rate", Ask);
        pages.MapPost("/{office}/t/{token}/rate", SendAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);
    }

    private static IResult Ask(string office, string token, string? how, IOffices offices, IOfficeStates states, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states);
        return place is null ? ProblemPages.Of(http, code, document)
            : IsOver(place) ? new Sheet(http, place, Reader.Of(http, Address(place)), Read(how) ?? place.Ticket.Rating, null).Page(FormKeys.For(http))
            : Answers.SeeOther(http, place.Address);
    }

    private static async Task<IResult> SendAsync(
        string office, string token, IOffices offices, IOfficeStates states, RateVisit visit, HttpContext http)
    {
        var (place, sent, refusal) = await TicketPlace.SentAsync(office, token, offices, states, http);
        if (place is null || sent is null)
        {
            return refusal!;
        }

        var reader = Reader.Of(http, Address(place));
        var chosen = sent.Fields["switch"].FirstOrDefault();
        reader = Choices.Take(http, reader, chosen) ?? reader;

        var (rating, comment) = (Read(sent.Fields["rating"].FirstOrDefault()), sent.Fields["comment"].FirstOrDefault());
        var sheet = new Sheet(http, place, reader, rating, comment);
        var keys = FormKeys.For(http, sent.RequestId);
        if (chosen is not null)
        {
            return sheet.Page(keys);
        }

        if (!sent.Genuine || sent.RequestId is null)
        {
            return sheet.Page(keys, ProblemCodes.AntiForgery, Texts.PressAgain);
        }

        if (rating is null)
        {
            return sheet.Page(keys, ProblemCodes.FormInvalid, Texts.AfterChoose);
        }

        // In the wrong state there is nothing to say (any more, or yet): the ticket page says what is.
        return await visit.SendAsync(place.Office, place.Row, new RateVisitRequest(sent.RequestId, rating.Value, comment), Callers.Citizen(http)) switch
        {
            null or ProblemCodes.WrongState => Answers.SeeOther(http, place.Address),
            ProblemCodes.InvalidRequest => sheet.Page(keys, ProblemCodes.FormInvalid, Texts.AfterTooLong),
            ProblemCodes.Unavailable when !string.IsNullOrWhiteSpace(comment) => sheet.Page(keys, ProblemCodes.Unavailable, Texts.AfterUnavailable),

            // Sent before with another answer: a new request id, so that pressing once more is a new wish.
            var refused => sheet.Page(FormKeys.For(http, refused == ProblemCodes.RequestIdConflict ? null : sent.RequestId), refused, ProblemTexts.All[refused]),
        };
    }

    private static bool IsOver(TicketPlace place) => place.Ticket is { State: TicketState.Done, Moved: null };

    private static string Address(TicketPlace place) => $"{place.Address}/rate";

    private static int? Read(string? rating) =>
        int.TryParse(rating, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1 and <= 5 ? given : null;

    private sealed record Sheet(HttpContext Http, TicketPlace Place, Reader Reader, int? Rating, string? Comment)
    {
        public IResult Page(FormKeys keys, string? code = null, LocalText? alert = null) => Answers.Page<RatePage>(
            new
            {
                Reader,
                Place.Office,
                Ticket = Place.Address,
                Keys = keys,
                Rating,
                Comment,
                Alert = alert is null ? null : Reader.Read(alert),
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}
