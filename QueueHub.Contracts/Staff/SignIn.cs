using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Staff;

/// <summary>Credentials of a member of staff.</summary>
public sealed record SignInRequest(string Name, string Password);

/// <summary>Credentials of a member of staff, and the password that is to take the place of theirs.</summary>
public sealed record PasswordRequest(string Name, string Password, string NewPassword);

/// <summary>The ways to sign in.</summary>
/// <param name="Password">By name and password.</param>
/// <param name="OpenId">At the organisation's provider: what stands on the button to there; null where there is none.</param>
public sealed record SignInOptions(bool Password, LocalText? OpenId);

/// <summary>Who is signed in and where they may work.</summary>
/// <param name="Id">Stands as the holder of a counter.</param>
/// <param name="Offices">All of the district's for a person with a district role.</param>
/// <param name="DistrictRole">The role at every office; null for who works at some only.</param>
/// <param name="IdleSeconds">After so long without a request the session is over: time to warn before it; 0 when it is not said.</param>
/// <param name="Desk">Names this sign-in where others may see it: at the counter that it holds.</param>
public sealed record SignedIn(
    string Id, string Name, string DisplayName, IReadOnlyList<StaffOffice> Offices, StaffRole? DistrictRole = null, int IdleSeconds = 0, string? Desk = null);

/// <summary>An office where the person works, as what, and its counters.</summary>
public sealed record StaffOffice(string Slug, LocalText Name, StaffRole Role, IReadOnlyList<string> Counters);

/// <summary>What a member of staff may do in an office; each role includes the ones before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffRole>))]
public enum StaffRole
{
    [JsonStringEnumMemberName("clerk")] Clerk,
    [JsonStringEnumMemberName("supervisor")] Supervisor,
    [JsonStringEnumMemberName("administrator")] Administrator,
}
