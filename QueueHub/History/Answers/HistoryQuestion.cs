using System.Globalization;
using System.Security.Claims;
using QueueHub.Contracts;
using QueueHub.History.Keys;
using QueueHub.Offices;

namespace QueueHub.History.Answers;

/// <summary>Which offices, and which days: what every question to history begins with.</summary>
/// <param name="Slug">The one office of the route; null: all that the asker may see.</param>
public sealed record HistoryQuestion(string? Slug, IReadOnlyList<OfficeDocument> Offices, DateOnly From, DateOnly To)
{
    /// <summary>The days of the range.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    public IReadOnlyList<string> Slugs => field ??= [.. Offices.Select(office => office.Slug)];

    /// <summary>Reads the question; or the code of what is wrong with it. Without days it is about today.</summary>
    /// <param name="office">Of the route, whose policy has let the person in; null: the offices whose history they may read.</param>
    public static (HistoryQuestion? Question, string? Problem) Read(
        string? office, string? from, string? to, ClaimsPrincipal user, IOffices offices, TimeProvider time)
    {
        IReadOnlyList<OfficeDocument> asked = office is null
            ? [.. offices.All.Where(document => ApiKeyScope.MayRead(user, document.Slug))]
            : offices.Find(office) is { } one ? [one] : [];
        if (asked.Count == 0)
        {
            return (null, ProblemCodes.UnknownOffice);
        }

        var today = OfficeClock.Date(asked[0], time.GetUtcNow());
        return Day(from, today) is not { } first || Day(to, today) is not { } last ? (null, ProblemCodes.InvalidRequest)
            : last < first ? (null, ProblemCodes.RangeReversed)
            : (new HistoryQuestion(office is null ? null : asked[0].Slug, asked, first, last), null);
    }

    /// <summary>False of what no service can be called: Postgres would refuse it as no text at all.</summary>
    public static bool IsKey(string? service) => service?.Any(char.IsControl) != true;

    private static DateOnly? Day(string? day, DateOnly today) =>
        day is null ? today
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2200 ? date
        : null;
}
