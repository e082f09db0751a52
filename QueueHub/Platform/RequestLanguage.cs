namespace QueueHub.Platform;

/// <summary>The reader's language: chosen by <c>?lang=</c>, kept in a cookie, else the browser's; Korean when none fits.</summary>
public static class RequestLanguage
{
    /// <summary>Cookie that keeps a choice.</summary>
    public const string CookieName = "qh.lang";

    /// <summary>Languages that have all texts, each with its own name, in the order of their buttons.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Languages =
        [("ko", "한국어"), ("en", "English"), ("zh", "中文"), ("vi", "Tiếng Việt"), ("ja", "日本語")];

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

        // Of Chinese there is one: who reads zh-TW or zh-HK reads it better than Korean.
        return http.Request.GetTypedHeaders().AcceptLanguage
            .Where(entry => entry.Quality is not 0)
            .OrderByDescending(entry => entry.Quality ?? 1)
            .Select(entry => Known(entry.Value.Value?.Split('-')[0]))
            .FirstOrDefault(language => language is not null) ?? "ko";
    }

    /// <summary>The language's code as we write it; null for one that is not offered.</summary>
    public static string? Known(string? language) =>
        Languages.FirstOrDefault(known => known.Code.Equals(language, StringComparison.OrdinalIgnoreCase)).Code;

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string language) => Languages.First(known => known.Code == language).Name;
}
