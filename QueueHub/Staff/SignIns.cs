using System.Diagnostics.CodeAnalysis;
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
        if (!options.Value.PasswordSignIn)
        {
            return (null, ProblemCodes.Forbidden);
        }

        return IsSound(request.Name, request.Password)
            ? await PatientlyAsync(() => CheckAsync(request.Name, request.Password))
            : (null, ProblemCodes.InvalidRequest);
    }

    /// <summary>The new principal of whom another authority has proved to be who bears this name, or the code of the refusal. Nobody is created.</summary>
    public Task<(ClaimsPrincipal? Principal, string? Code)> EnterAsync(string? name) => PatientlyAsync(async () =>
        IsName(name) && await directory.FindAsync(name.Trim().ToLowerInvariant()) is { } staff ? await BeginAsync(staff) : (null, ProblemCodes.NoAccount));

    /// <summary>False for what cannot be a name and a password, and is not worth a look at the database.</summary>
    public static bool IsSound(string? name, string? password) =>
        IsName(name) && password is { Length: > 0 and <= LongestPassword };

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
        (int)options.Value.IdleTimeout.TotalSeconds,
        StaffAccess.Desk(user));

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

        return await BeginAsync(staff);
    }

    private async Task<(ClaimsPrincipal? Principal, string? Code)> BeginAsync(StaffRow staff)
    {
        var now = time.GetUtcNow();
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var roles = await directory.BeginAsync(staff, session, now);
        var claims = roles.Claims.ToList();
        if (claims.Sum(claim => claim.Value.Length) > StaffCookie.LongestRoles)
        {
            logger.LogWarning("{Name} has roles at {Count} offices, too many for a cookie: a role of the district takes their place.", staff.Name, roles.Offices.Count);
            return (null, ProblemCodes.TooManyOffices);
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, staff.Id),
                new Claim(StaffAccess.NameClaim, staff.Name),
                new Claim(ClaimTypes.Name, staff.DisplayName),
                new Claim(StaffAccess.SessionClaim, session),
                new Claim(StaffAccess.StartedClaim, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
                .. claims,
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return (new ClaimsPrincipal(identity), null);
    }

    private async Task<(ClaimsPrincipal? Principal, string? Code)> PatientlyAsync(Func<Task<(ClaimsPrincipal? Principal, string? Code)>> begin)
    {
        try
        {
            // What becomes of it later does no harm: a session whose cookie nobody has.
            return await begin().WaitAsync(StaffSessions.Patience);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("Nobody can sign in: {Reason}", error.Message);
            return (null, ProblemCodes.Unavailable);
        }
    }

    private static bool IsName([NotNullWhen(true)] string? name) => name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);
}
