using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff;

/// <summary>What the signed-in principal says of a person: the claims that the sign-in writes and everything else reads.</summary>
public static class StaffAccess
{
    /// <summary>One per office: <c>slug:role</c>.</summary>
    public const string OfficeClaim = "queuehub:office";

    /// <summary>Random id of this sign-in.</summary>
    public const string SessionClaim = "queuehub:session";

    /// <summary>When this sign-in began, Unix seconds.</summary>
    public const string StartedClaim = "queuehub:started";

    /// <summary>The name the person signs in with.</summary>
    public const string NameClaim = "queuehub:name";

    /// <summary>The person's id, which stands as the holder of a counter; empty for nobody.</summary>
    public static string StaffId(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>Id of the sign-in; empty for nobody.</summary>
    public static string Session(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim) ?? "";

    /// <summary>Names the sign-in where others may see it: from it the session cannot be told. Null for nobody.</summary>
    public static string? Desk(ClaimsPrincipal user) => Session(user) is { Length: > 0 } session
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("desk" + session)))[..16]
        : null;

    /// <summary>When the sign-in began.</summary>
    public static DateTimeOffset Started(ClaimsPrincipal user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.FindFirstValue(StartedClaim) ?? "0", CultureInfo.InvariantCulture));

    /// <summary>The claim for a role at an office.</summary>
    public static Claim Office(string slug, StaffRole role) => new(OfficeClaim, $"{slug}:{role}");

    /// <summary>The person's role at the office; null when they do not work there.</summary>
    public static StaffRole? RoleAt(ClaimsPrincipal user, string office) => user.FindAll(OfficeClaim)
        .Select(claim => claim.Value.Split(':', 2))
        .Where(parts => parts[0] == office)
        .Select(parts => Enum.TryParse<StaffRole>(parts[^1], out var role) ? role : (StaffRole?)null)
        .Max();

    /// <summary>True when the person works at the office in this role or a higher one.</summary>
    public static bool May(ClaimsPrincipal user, string office, StaffRole atLeast) => RoleAt(user, office) >= atLeast;
}
