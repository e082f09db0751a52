using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform.Database;

namespace QueueHub.Staff;

/// <summary>Turns a name and a password into a principal, and a principal into what its person may know of it.</summary>
internal sealed class SignIns(
    StaffDirectory directory, Passwords passwords, IOffices offices, IOptions<StaffOptions> options, TimeProvider time, ILogger<SignIns> logger)
{
    private const int LongestName = 64;
    private const int LongestPassword = 256;

    /// <summary>The new principal, or the code of the refusal.</summary>
    public async Task<(ClaimsPrincipal? Principal, string? Code)> SignInAsync(SignInRequest request)
    {
        if (!IsSound(request.Name, request.Password))
        {
            return (null, ProblemCodes.InvalidRequest);
        }

        try
        {
            // What becomes of it later does no harm: a session whose cookie nobody has.
            return await CheckAsync(request.Name, request.Password).WaitAsync(StaffSessions.Patience);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("Nobody can sign in: {Reason}", error.Message);
            return (null, ProblemCodes.Unavailable);
        }
    }

    /// <summary>False for what cannot be a name and a password, and is not worth a look at the database.</summary>
    public static bool IsSound(string? name, string? password) =>
        name is { Length: > 0 and <= LongestName } && password is { Length: > 0 and <= LongestPassword } && !name.Any(char.IsControl);

    /// <summary>Whose name and password these are, or the code of the refusal. Every try is counted.</summary>
    public async Task<(StaffRow? Staff, string? Code)> ProveAsync(string name, string password)
    {
        var now = time.GetUtcNow();
        var (outcome, staff) = await directory.TryAsync(name.Trim().ToLowerInvariant(), options.Value.FailuresBeforeLock, now, now + options.Value.LockFor);
        if (staff is null)
        {
            passwords.Pretend(password);
            return (null, outcome == SignInTry.Locked ? ProblemCodes.SignInLocked : ProblemCodes.SignInFailed);
        }

        return passwords.Fits(staff.PasswordHash, password) ? (staff, null) : (null, ProblemCodes.SignInFailed);
    }

    /// <summary>What the signed-in person may know of themselves; offices that this hub does not serve (any more) are left out.</summary>
    public SignedIn Describe(ClaimsPrincipal user) => new(
        StaffAccess.StaffId(user),
        user.FindFirstValue(StaffAccess.NameClaim)!,
        user.FindFirstValue(ClaimTypes.Name)!,
        [.. from office in offices.All
            let role = StaffAccess.RoleAt(user, office.Slug)
            where role is not null
            select new StaffOffice(office.Slug, office.Name, role.Value, [.. office.Counters.Select(counter => counter.Id)])],
        StaffAccess.DistrictRole(user),
        (int)options.Value.IdleTimeout.TotalSeconds);

    private async Task<(ClaimsPrincipal? Principal, string? Code)> CheckAsync(string name, string password)
    {
        var (staff, code) = await ProveAsync(name, password);
        if (staff is null)
        {
            return (null, code);
        }

        if (staff.MustChangePassword)
        {
            await directory.ForgiveAsync(staff);
            return (null, ProblemCodes.PasswordChangeRequired);
        }

        var now = time.GetUtcNow();
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var roles = await directory.BeginAsync(staff, session, now);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, staff.Id),
                new Claim(StaffAccess.NameClaim, staff.Name),
                new Claim(ClaimTypes.Name, staff.DisplayName),
                new Claim(StaffAccess.SessionClaim, session),
                new Claim(StaffAccess.StartedClaim, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
                .. roles.Claims,
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return (new ClaimsPrincipal(identity), null);
    }
}
