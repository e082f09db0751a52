using System.Globalization;

namespace QueueHub.Intake;

/// <summary>How somebody wants the pages to look: the phone keeps it in a cookie, so that every page comes in it at once, and without a script.</summary>
/// <param name="Size">Of letters, in percent of what the browser would take.</param>
/// <param name="Clear">More contrast: dark lines and letters, no tinted ground.</param>
public sealed record Look(int Size, bool Clear)
{
    /// <summary>Cookie that keeps a choice.</summary>
    public const string CookieName = "qh.look";

    /// <summary>What is chosen by <see cref="With"/> for more contrast.</summary>
    public const string MoreContrast = "clear";

    /// <summary>What is chosen for the ordinary contrast again.</summary>
    public const string PlainContrast = "plain";

    /// <summary>The steps of <see cref="Size"/>.</summary>
    public static readonly IReadOnlyList<int> Sizes = [90, 100, 110, 130, 150];

    /// <summary>As it looks to everybody who has chosen nothing.</summary>
    public static readonly Look Plain = new(100, false);

    /// <summary>The look of this request: what it asks for by <c>?look=</c>, upon what was kept.</summary>
    public static Look Of(HttpContext http) => Read(http.Request.Cookies[CookieName]).With(http.Request.Query["look"]);

    /// <summary>Out of a cookie; what it does not know it leaves out.</summary>
    public static Look Read(string? kept) => (kept ?? "").Split('.').Aggregate(Plain, (look, word) => look.With(word));

    /// <summary>For the cookie.</summary>
    public string Write() => string.Join('.', Words);

    /// <summary>For the style sheet; null where there is nothing to say.</summary>
    public string? Style => this == Plain ? null : string.Join(' ', Words);

    /// <summary>After a choice: a size, or one of the contrasts. Any other word changes nothing.</summary>
    public Look With(string? word) => word switch
    {
        MoreContrast => this with { Clear = true },
        PlainContrast => this with { Clear = false },
        _ => this with { Size = Sizes.FirstOrDefault(size => Digits(size) == word, Size) },
    };

    /// <summary>A size as it is chosen.</summary>
    public static string Digits(int size) => size.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Words => Clear ? [Digits(Size), MoreContrast] : [Digits(Size)];
}
