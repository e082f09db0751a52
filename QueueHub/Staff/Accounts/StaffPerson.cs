using QueueHub.Contracts.Staff;

namespace QueueHub.Staff.Accounts;

/// <summary>An account as administrators see it.</summary>
public sealed record StaffPerson
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string DisplayName { get; init; }
    public string? District { get; init; }

    /// <summary><c>office:role</c>, as Postgres gathers them.</summary>
    public string[] Roles { get; init; } = [];

    public bool Disabled { get; init; }
    public bool MustChangePassword { get; init; }
    public DateTime? LockedUntil { get; init; }
    public DateTime? LastSignIn { get; init; }

    public StaffRole? DistrictRole => District is null ? null : Enum.Parse<StaffRole>(District, ignoreCase: true);

    public IReadOnlyList<StaffOfficeRow> Offices => [.. Roles.Select(role => role.Split(':')).Select(parts => new StaffOfficeRow(parts[0], parts[1]))];

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now.UtcDateTime;
}

/// <summary>A role at an office; no office is every office of the district.</summary>
public sealed record StaffGrant(string? Office, StaffRole Role);

/// <summary>A line of the log.</summary>
/// <param name="By">The person's display name, or the way it was done.</param>
public sealed record StaffLogLine(long Id, DateTime At, string By, string Staff, string Name, string DisplayName, string Action, string? Office, string? Role);

/// <summary>What the log calls what was done.</summary>
internal static class StaffAction
{
    public const string Created = "created";
    public const string Renamed = "renamed";
    public const string Disabled = "disabled";
    public const string Enabled = "enabled";
    public const string Granted = "granted";
    public const string Revoked = "revoked";
    public const string PasswordReset = "password-reset";
    public const string PasswordChanged = "password-changed";
    public const string Unlocked = "unlocked";
}
