using System.Security.Claims;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Staff;
using QueueHub.Tickets.Arrival;
using QueueHub.Tickets.Commands;

namespace QueueHub.Tickets.Doors;

/// <summary>Who stands behind an HTTP request.</summary>
public static class Callers
{
    /// <summary>The signed-in clerk of this office, or else the citizen.</summary>
    public static Caller Of(HttpContext http, OfficeDocument office)
    {
        if (StaffAccess.May(http.User, office.Slug, StaffRole.Clerk))
        {
            var staff = StaffAccess.StaffId(http.User);
            return new Caller($"staff:{staff}", staff, Channels.Clerk, RequestLanguage.Of(http));
        }

        return Citizen(http);
    }

    /// <summary>
    /// The citizen behind the device cookie (behind the address, for a caller that keeps no cookies): also when the same browser has a clerk signed in.
    /// </summary>
    public static Caller Citizen(HttpContext http)
    {
        var device = DeviceCookie.Of(http);
        return new("citizen", device ?? $"address:{http.Connection.RemoteIpAddress}", Channels.Phone, RequestLanguage.Of(http), device,
            http.RequestServices.GetRequiredService<HereCookie>().OfficeOf(http));
    }
}
