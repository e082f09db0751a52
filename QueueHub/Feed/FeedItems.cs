using System.Globalization;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Feed;

/// <summary>What the national feed says of an office. Pure; numbers only.</summary>
public static class FeedItems
{
    /// <summary>The item of <c>cso_info_v2</c>; null of an office that is not in the feed.</summary>
    public static FeedItem? Info(OfficeDocument office, DateTimeOffset now)
    {
        if (office.Feed is not { } feed)
        {
            return null;
        }

        var hours = FeedHours.Of(office.Hours);
        return new FeedItem(feed.StdgCd,
        [
            ("totCrtrYmd", OfficeClock.Local(office, now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            ("stdgCd", feed.StdgCd),
            ("csoSn", feed.CsoSn),
            ("csoNm", office.Name.Ko),
            ("roadNmAddr", feed.RoadNmAddr ?? office.Address.Ko),
            ("lotnoAddr", feed.LotnoAddr),
            ("lat", Degrees(feed.Lat)),
            ("lot", Degrees(feed.Lot)),
            ("wkdyOperBgngTm", hours.WeekdayOpen),
            ("wkdyOperEndTm", hours.WeekdayClose),
            ("nghtOperYn", hours.Night is null ? "N" : "Y"),
            ("nghtDowExpln", hours.Night),
            ("wkndOperYn", hours.Weekend is null ? "N" : "Y"),
            ("wkndDowExpln", hours.Weekend),
        ]);
    }

    /// <summary>The items of <c>cso_realtime_v2</c>: one a service, in the order of the document.</summary>
    /// <param name="asOf">When the counts were so.</param>
    public static IEnumerable<FeedItem> Realtime(OfficeDocument office, OfficeState state, DateTimeOffset asOf)
    {
        if (office.Feed is not { } feed)
        {
            return [];
        }

        var at = OfficeClock.Local(office, asOf).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var called = LastCalled(state);
        return office.Services.Select((service, index) =>
        {
            var call = called.GetValueOrDefault(service.Id);
            return new FeedItem(feed.StdgCd,
            [
                ("totDt", at),
                ("stdgCd", feed.StdgCd),
                ("csoSn", feed.CsoSn),
                ("csoNm", office.Name.Ko),
                ("taskNo", Number(index + 1)),
                ("taskNm", service.Name.Ko),
                ("clotNo", Number(call?.Number ?? 0)),
                ("clotCnterNo", string.IsNullOrEmpty(call?.Counter) ? null : call.Counter),
                ("wtngCnt", Number(state.Line(service.Id).Count)),
            ]);
        });
    }

    // Not from the announcements that the state keeps for screens: of a quiet service, beside a busy one, the last is none of them.
    private static Dictionary<string, TicketRow> LastCalled(OfficeState state)
    {
        var called = new Dictionary<string, TicketRow>();
        foreach (var ticket in state.Tickets.Values.Where(ticket => ticket.CallId > 0))
        {
            if (!called.TryGetValue(ticket.Service, out var other) || other.CallId < ticket.CallId)
            {
                called[ticket.Service] = ticket;
            }
        }

        return called;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Degrees(decimal degrees) => degrees.ToString(CultureInfo.InvariantCulture);
}
