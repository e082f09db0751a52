using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff;

/// <summary>What the signed-in principal says of a person: the claims that the sign-in writes and everything else reads.</summary>
public static class StaffAccess
{
    /// <summary>One per role: <c>role:slug,slug,…</c>. A claim per office would make the cookie of who works at hundreds of them too large to send.</summary>
    public const string OfficesClaim = "queuehub:offices";

    /// <summary>The role at every office of the district; none for most.</summary>
    public const string DistrictClaim = "queuehub:district";

    /// <summary>Random id of this sign-in. Named anew when the other claims change, so that a cookie of before is no longer a session.</summary>
    public const string SessionClaim = "queuehub:sign-in";

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

    /// <summary>The claims for a role at every office, if any, and roles at some.</summary>
    public static IEnumerable<Claim> Roles(StaffRole? district, IEnumerable<(string Office, StaffRole Role)> offices) =>
    [
        .. district is null ? Array.Empty<Claim>() : [new Claim(DistrictClaim, $"{district}")],
        .. offices.GroupBy(office => office.Role, office => office.Office).Select(role => new Claim(OfficesClaim, $"{role.Key}:{string.Join(',', role)}")),
    ];

    /// <summary>The person's role at every office of the district; null when they have none.</summary>
    public static StaffRole? DistrictRole(ClaimsPrincipal user) => Role(user.FindFirstValue(DistrictClaim));

    /// <summary>The person's role at the office; null when they do not work there.</summary>
    public static StaffRole? RoleAt(ClaimsPrincipal user, string office) => Highest(user, offices => Holds(offices, office));

    /// <summary>True when the person works at the office in this role or a higher one.</summary>
    public static bool May(ClaimsPrincipal user, string office, StaffRole atLeast) => RoleAt(user, office) >= atLeast;

    /// <summary>True when the person works in this role or a higher one at any office at all.</summary>
    public static bool MaySomewhere(ClaimsPrincipal user, StaffRole atLeast) => Highest(user, offices => offices.Length > 0) >= atLeast;

    private static StaffRole? Highest(ClaimsPrincipal user, Func<ReadOnlySpan<char>, bool> among)
    {
        var highest = DistrictRole(user);
        foreach (var claim in user.FindAll(OfficesClaim))
        {
            var value = claim.Value.AsSpan();
            var colon = value.IndexOf(':');
            if (colon > 0 && Role(value[..colon]) is { } role && !(highest >= role) && among(value[(colon + 1)..]))
            {
                highest = role;
            }
        }

        return highest;
    }

    private static StaffRole? Role(ReadOnlySpan<char> name) =>
        Enum.TryParse<StaffRole>(name, out var role) && Enum.IsDefined(role) ? role : null;

    private static bool Holds(ReadOnlySpan<char> offices, string office)
    {
        foreach (var range in offices.Split(','))
        {
            if (office.Length > 0 && offices[range].SequenceEqual(office))
            {
                return true;
            }
        }

        return false;
    }
}
