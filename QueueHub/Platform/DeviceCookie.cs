using System.Security.Cryptography;

namespace QueueHub.Platform;

/// <summary>
/// A random name for a phone, to bind its request ids and limit its rate; it says nothing about a person and is never stored with a ticket.
/// </summary>
public static class DeviceCookie
{
    public const string Name = "qh.device";
    private const int Digits = 32;

    /// <summary>The device of this request; null when it sent none, or something that is none.</summary>
    public static string? Of(HttpContext http) =>
        http.Request.Cookies[Name] is { Length: Digits } value && value.All(char.IsAsciiHexDigit) ? value : null;

    /// <summary>Gives pages read without one a device cookie, so that the form sent from them carries it.</summary>
    public static IApplicationBuilder UseDeviceCookie(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsGet(http.Request.Method) && Of(http) is null && Wants.Html(http.Request))
        {
            http.Response.Cookies.Append(Name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Digits / 2)), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(1),
                Path = "/",
            });
        }

        return next(http);
    });
}
