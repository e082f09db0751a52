using QueueHub.Platform;

namespace QueueHub.Intake;

/// <summary>What is chosen in the head of every page and kept for a year: the language, and how it looks. Each choice is one word.</summary>
internal static class Choices
{
    private static readonly string[] Asking = ["lang", "look"];

    /// <summary>Keeps what an address asks for; false when it asks for nothing.</summary>
    public static bool KeepAsked(HttpContext http)
    {
        if (!Asking.Any(http.Request.Query.ContainsKey))
        {
            return false;
        }

        Keep(http, Reader.Of(http));
        return true;
    }

    /// <summary>The page's address without them: who comes back to it later must not be given an old choice again.</summary>
    public static string WithoutAsked(HttpContext http) => http.Request.Path.ToUriComponent()
        + QueryString.Create(http.Request.Query.Where(pair => !Asking.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The reader after the press of a button of the head, which is then kept; null for anything else.</summary>
    public static Reader? Take(HttpContext http, Reader reader, string? word)
    {
        var chosen = RequestLanguage.Known(word) is { } language ? reader with { Language = language } : reader with { Look = reader.Look.With(word) };
        if (chosen == reader)
        {
            return null;
        }

        Keep(http, chosen);
        return chosen;
    }

    private static void Keep(HttpContext http, Reader reader)
    {
        var kept = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        };
        http.Response.Cookies.Append(RequestLanguage.CookieName, reader.Language, kept);
        http.Response.Cookies.Append(Look.CookieName, reader.Look.Write(), kept);
    }
}
