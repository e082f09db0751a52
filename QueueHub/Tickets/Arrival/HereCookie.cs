using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace QueueHub.Tickets.Arrival;

/// <summary>
/// Says that a phone was in the lobby of an office a little while ago. Encrypted, so that only a node can have written it; of one office; at an end after a
/// quarter of an hour, by the hub's clock and not by the phone's.
/// </summary>
public sealed class HereCookie(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Its name.</summary>
    public const string Name = "qh.here";

    /// <summary>How long a phone counts as being there: long enough to choose a service and write a form.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("QueueHub.Here");

    /// <summary>Writes it.</summary>
    public void Write(HttpContext http, string office) => http.Response.Cookies.Append(Name, Seal(office), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = Life,
        Path = "/",
    });

    /// <summary>The office (slug) in whose lobby this phone is; null when it has not shown to be in one, or not lately.</summary>
    public string? OfficeOf(HttpContext http) => http.Request.Cookies[Name] is { Length: > 0 } value ? Open(value) : null;

    internal string Seal(string office) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() + Life).ToUnixTimeMilliseconds()}:{office}"));

    internal string? Open(string value)
    {
        try
        {
            return _protector.Unprotect(value).Split(':', 2) is [var until, var office]
                && time.GetUtcNow().ToUnixTimeMilliseconds() < long.Parse(until, CultureInfo.InvariantCulture)
                ? office
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
