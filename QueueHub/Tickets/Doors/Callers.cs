using System.Security.Claims;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Staff;
using QueueHub.Tickets.Commands;

namespace QueueHub.Tickets.Doors;

/// <summary>Who stands behind an HTTP request.</summary>
public static class Callers
{
    /// <summary>The signed-in clerk of this office, or else the citizen behind the device cookie (behind the address, for a caller that keeps no cookies).</summary>
    public static Caller Of(HttpContext http, OfficeDocument office)
    {
        var language = RequestLanguage.Of(http);
        if (StaffAccess.May(http.User, office.Slug, StaffRole.Clerk))
        {
            var staff = StaffAccess.StaffId(http.User);
            return new Caller($"staff:{staff}", staff, Channels.Clerk, language);
        }

        return new Caller("citizen", DeviceCookie.Of(http) ?? $"address:{http.Connection.RemoteIpAddress}", Channels.Phone, language);
    }
}
