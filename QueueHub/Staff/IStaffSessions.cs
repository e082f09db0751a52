using System.Security.Claims;

namespace QueueHub.Staff;

/// <summary>Tells which sign-ins have ended, on whatever node it happened, so that open connections do not outlive them.</summary>
public interface IStaffSessions
{
    /// <summary>A session was signed out, or all sessions of a person were revoked. Called on any thread; must not block.</summary>
    event Action<EndedSession>? Ended;
}

/// <summary>What ended: one session, or (when <paramref name="Session"/> is null) all of a person's.</summary>
public sealed record EndedSession(string Staff, string? Session)
{
    /// <summary>True when the principal's session is one of those that ended.</summary>
    public bool Covers(ClaimsPrincipal user) =>
        StaffAccess.StaffId(user) == Staff && (Session is null || user.FindFirstValue(StaffAccess.SessionClaim) == Session);
}
