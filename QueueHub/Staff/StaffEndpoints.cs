using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Platform;
using QueueHub.Platform.Limits;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff;

/// <summary>Signing in and out.</summary>
public static class StaffEndpoints
{
    public static void MapStaff(this WebApplication app)
    {
        var staff = app.MapGroup("").WithTags("Staff");
        staff.MapPost(Routes.SignIn, SignInAsync).AllowAnonymous().WithMetadata(new SignsIn()).AddEndpointFilter<SignInPermitFilter>();
        staff.MapPost(Routes.Password, ChangePasswordAsync).AllowAnonymous().WithMetadata(new SignsIn()).AddEndpointFilter<SignInPermitFilter>();
        staff.MapPost(Routes.SignOut, SignOutAsync).RequireAuthorization();
        staff.MapGet(Routes.WhoAmI, (ClaimsPrincipal user, SignIns signIns) => TypedResults.Ok(signIns.Describe(user))).RequireAuthorization();
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> SignInAsync(
        SignInRequest request, HttpContext http, SignIns signIns, StaffSessions sessions)
    {
        var (principal, code) = await signIns.SignInAsync(request);
        if (principal is null)
        {
            return Problems.Of(http, code!);
        }

        if (http.User.Identity is { IsAuthenticated: true })
        {
            // One browser, one session: nobody could sign the earlier one out any more.
            await sessions.EndAsync(http.User);
        }

        await http.SignInAsync(principal);
        return TypedResults.Ok(signIns.Describe(principal));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(PasswordRequest request, HttpContext http, PasswordChanges changes) =>
        await changes.ChangeAsync(request) is { } code ? Problems.Of(http, code) : TypedResults.NoContent();

    private static async Task<NoContent> SignOutAsync(HttpContext http, StaffSessions sessions)
    {
        await sessions.EndAsync(http.User);
        await http.SignOutAsync();
        return TypedResults.NoContent();
    }
}
