using QueueHub.Contracts.Boards;
using QueueHub.Offices;

namespace QueueHub.Intake;

/// <summary>An office that offers a service, and its line.</summary>
/// <param name="Line">Null while this node knows nothing of it.</param>
/// <param name="Open">It gives numbers now.</param>
public sealed record NearbyOffice(OfficeDocument Office, BoardService? Line, Opening Opening, bool Open);

/// <summary>Where else somebody could go for a service. Pure.</summary>
public static class NearbyOffices
{
    /// <summary>True when another office than this one offers the service.</summary>
    public static bool Offer(IOffices offices, OfficeDocument own, string service) =>
        offices.All.Any(office => office.Slug != own.Slug && office.Service(service) is not null);

    /// <summary>All offices that offer the service: first where the wait is short, then where nobody serves, then the closed ones.</summary>
    public static IReadOnlyList<NearbyOffice> Of(
        IOffices offices, OfficeDocument own, string service, Func<string, Board?> board, Func<OfficeDocument, Opening> hours)
    {
        var all = offices.All.Where(office => office.Slug == own.Slug || office.Service(service) is not null).Select(office =>
        {
            var (now, opening) = (board(office.Slug), hours(office));
            var line = now?.Services.FirstOrDefault(line => line.Id == service);
            return new NearbyOffice(office, line, opening, opening.Open && now is { Office.DayOpen: true, Stale: false });
        }).ToList();

        // One measure for all of them: minutes, where every office that serves can tell, otherwise the people for each counter.
        var told = all.Where(IsServed).All(office => office.Line!.Expect is not null);
        return [.. all.OrderBy(office => !office.Open ? 2 : IsServed(office) ? 0 : 1)
            .ThenBy(office => !IsServed(office) ? office.Line?.Waiting ?? 0
                : told ? office.Line!.Expect!.Low + office.Line.Expect.High
                : (double)office.Line!.Waiting / office.Line.OpenCounters.Count)
            .ThenBy(office => office.Line?.Waiting).ThenBy(office => office.Office.Slug, StringComparer.Ordinal)];
    }

    private static bool IsServed(NearbyOffice office) => office is { Open: true, Line.OpenCounters.Count: > 0 };
}
