using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace QueueHub.Staff;

/// <summary>The sign-in cookie: no script reads it, no other site sends it, and it is worth nothing once its session is over.</summary>
internal sealed class StaffCookie(StaffSessions sessions, IOptions<StaffOptions> options, TimeProvider time)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>
    /// Characters of roles that a cookie can carry: encrypted they are four thirds of that, and all headers of a request may be 32 KB, beyond which the server
    /// answers nothing but 431, to a browser that could not even sign out.
    /// </summary>
    public const int LongestRoles = 20_000;

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        cookie.TimeProvider = time;
        cookie.Cookie.Name = "qh.staff";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.Value.IdleTimeout;
        cookie.SlidingExpiration = true;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Unattended>() is null;
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            if (!sessions.IsLive(context.Principal!))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync();
            }
        };
    }

    public void Configure(CookieAuthenticationOptions cookie) => Configure(Options.DefaultName, cookie);
}
