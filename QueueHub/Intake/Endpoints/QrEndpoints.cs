using System.Text;
using QueueHub.Contracts;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Intake.Endpoints;

/// <summary>The QR codes: the office's for poster and lobby screen, and the ticket's own for a second phone.</summary>
internal static class QrEndpoints
{
    private const string Svg = "image/svg+xml";

    public static void Map(IEndpointRouteBuilder app)
    {
        var pictures = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pictures.MapGet("/qr/{office}.svg", (string office, IOffices offices, HubOptions options, HttpContext http) =>
            Picture(http, office, offices, options, address => Results.Text(QrCodes.Svg(address), Svg, Encoding.UTF8)));
        pictures.MapGet("/qr/{office}.png", (string office, IOffices offices, HubOptions options, HttpContext http) =>
            Picture(http, office, offices, options, address => Results.Bytes(QrCodes.Png(address), "image/png")));
        pictures.MapGet("/{office}/t/{token}/qr.svg", Ticket);
        pictures.MapGet("/{office}/poster", Poster);
    }

    private static IResult Picture(HttpContext http, string office, IOffices offices, HubOptions options, Func<string, IResult> draw)
    {
        if (offices.Find(office) is not { } document)
        {
            return ProblemPages.Of(http, ProblemCodes.UnknownOffice);
        }

        http.Response.Headers.CacheControl = "max-age=300";
        return draw(Address(options, document));
    }

    private static IResult Ticket(string office, string token, IOffices offices, IOfficeStates states, HubOptions options, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states);
        if (place is null)
        {
            return ProblemPages.Of(http, code, document);
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(QrCodes.Svg(new Uri(options.PublicUrl, place.Address).AbsoluteUri), Svg, Encoding.UTF8);
    }

    private static IResult Poster(string office, IOffices offices, HubOptions options, HttpContext http) => offices.Find(office) is { } document
        ? Answers.Page<PosterPage>(new { Office = document, Address = Address(options, document) })
        : ProblemPages.Of(http, ProblemCodes.UnknownOffice);

    private static string Address(HubOptions options, OfficeDocument office) => new Uri(options.PublicUrl, office.Slug).AbsoluteUri;
}
