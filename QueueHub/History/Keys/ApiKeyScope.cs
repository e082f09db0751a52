using System.Security.Claims;
using QueueHub.Contracts.Staff;
using QueueHub.Staff;

namespace QueueHub.History.Keys;

/// <summary>What a key may read: one office's history, or all of the district's. Never more than reading.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Office">Null: all offices.</param>
public sealed record ApiKeyScope(string Key, string? Office)
{
    // Claims of its own, not roles: no policy of the staff's could ever take a key for a person.
    private const string KeyClaim = "queuehub:api-key";
    private const string OfficeClaim = "queuehub:api-key-office";

    /// <summary>The scope of the key that asks; null when it is no key that does.</summary>
    public static ApiKeyScope? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(KeyClaim) is { } key ? new ApiKeyScope(key, user.FindFirstValue(OfficeClaim)) : null;

    /// <summary>True when the asker, a supervisor or a key, may read this office's history.</summary>
    public static bool MayRead(ClaimsPrincipal user, string office) =>
        Of(user) is { } scope ? scope.Covers(office) : StaffAccess.May(user, office, StaffRole.Supervisor);

    public bool Covers(string office) => Office is null || Office == office;

    internal IEnumerable<Claim> Claims() => Office is null ? [new Claim(KeyClaim, Key)] : [new Claim(KeyClaim, Key), new Claim(OfficeClaim, Office)];
}
