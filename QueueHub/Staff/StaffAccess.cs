using System.Security.Claims;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff;

/// <summary>What the signed-in principal says of a person: the claims that the sign-in writes and everything else reads.</summary>
public static class StaffAccess
{
    /// <summary>One per office: <c>slug:role</c>.</summary>
    public const string OfficeClaim = "queuehub:office";

    /// <summary>Random id of this sign-in.</summary>
    public const string SessionClaim = "queuehub:session";

    /// <summary>The person's id, which stands as the holder of a counter; empty for nobody.</summary>
    public static string StaffId(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>The claim for a role at an office.</summary>
    public static Claim Office(string slug, StaffRole role) => new(OfficeClaim, $"{slug}:{role}");

    /// <summary>True when the person works at the office in this role or a higher one.</summary>
    public static bool May(ClaimsPrincipal user, string office, StaffRole atLeast) => user.FindAll(OfficeClaim)
        .Select(claim => claim.Value.Split(':', 2))
        .Any(parts => parts is [var slug, var name] && slug == office && Enum.TryParse<StaffRole>(name, out var role) && role >= atLeast);
}
