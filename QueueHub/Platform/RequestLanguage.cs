namespace QueueHub.Platform;

/// <summary>The reader's language: chosen by <c>?lang=</c>, kept in a cookie, else the browser's; Korean when none fits.</summary>
public static class RequestLanguage
{
    /// <summary>Cookie that keeps a choice.</summary>
    public const string CookieName = "qh.lang";

    /// <summary>Languages that have all texts.</summary>
    public static readonly IReadOnlyList<string> Supported = ["ko", "en"];

    /// <summary>The language of this request, two letters.</summary>
    public static string Of(HttpContext http)
    {
        if (Known(http.Request.Query["lang"]) is { } asked)
        {
            return asked;
        }

        if (Known(http.Request.Cookies[CookieName]) is { } kept)
        {
            return kept;
        }

        return http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(entry => entry.Quality ?? 1)
            .Select(entry => Known(entry.Value.Value is { Length: >= 2 } tag ? tag[..2] : null))
            .FirstOrDefault(language => language is not null) ?? "ko";
    }

    private static string? Known(string? language) =>
        language is not null && Supported.Contains(language, StringComparer.OrdinalIgnoreCase) ? language.ToLowerInvariant() : null;
}
