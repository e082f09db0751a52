using QueueHub.Platform;

namespace QueueHub.Intake.Endpoints;

/// <summary>What every page does: it is never stored (it may hold a ticket's link or answers), and keeps a language that was chosen.</summary>
internal sealed class PageFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Query.ContainsKey("lang"))
        {
            Keep(http, RequestLanguage.Of(http));
        }

        return next(context);
    }

    /// <summary>Keeps the language for a year.</summary>
    public static void Keep(HttpContext http, string language) =>
        http.Response.Cookies.Append(RequestLanguage.CookieName, language, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
}
