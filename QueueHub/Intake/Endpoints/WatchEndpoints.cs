using System.Text;
using QueueHub.Intake.Pages;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Intake.Endpoints;

/// <summary>The ticket for relatives: they see where it stands, and can do nothing.</summary>
internal static class WatchEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{office}/w/{token}", Watch);
        pages.MapGet("/{office}/w/{token}/qr.svg", Qr);
    }

    private static IResult Watch(string office, string token, IOffices offices, IOfficeStates states, TimeProvider time, HttpContext http)
    {
        var (place, document, code) = WatchPlace.Find(office, token, offices, states, time);
        return place is null
            ? ProblemPages.Of(http, code, document)
            : Answers.Page<WatchPage>(new { Reader = Reader.Of(http, place.Address), place.Office, place.Service, place.Ticket });
    }

    private static IResult Qr(string office, string token, IOffices offices, IOfficeStates states, TimeProvider time, HubOptions options, HttpContext http)
    {
        var (place, document, code) = WatchPlace.Find(office, token, offices, states, time);
        return place is null
            ? ProblemPages.Of(http, code, document)
            : Results.Text(QrCodes.Svg(new Uri(options.PublicUrl, place.Address).AbsoluteUri), "image/svg+xml", Encoding.UTF8);
    }
}
