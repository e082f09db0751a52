using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>Where a screen keeps its token: no script reads it, no other site sends it. One for each kind, as one machine may carry both.</summary>
internal static class ScreenCookie
{
    // The longest that a browser keeps one. Each start of the page begins it anew.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static string Name(ScreenKind kind) => $"qh.{ScreenKinds.Word(kind)}";

    /// <summary>The token sent; null when there is none, or something that is none.</summary>
    public static string? Read(HttpContext http, ScreenKind kind) =>
        http.Request.Cookies[Name(kind)] is { } token && ScreenSecrets.IsOne(token) ? token : null;

    public static void Write(HttpContext http, ScreenKind kind, string token) => http.Response.Cookies.Append(Name(kind), token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = Kept,
        Path = "/",
    });
}
