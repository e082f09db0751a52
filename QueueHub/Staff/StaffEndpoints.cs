using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Platform;
using QueueHub.Platform.Limits;

namespace QueueHub.Staff;

/// <summary>Signing in and out.</summary>
public static class StaffEndpoints
{
    public static void MapStaff(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<StaffOptions>>().Value;
        var limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
            AddressKey.Of(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));

        var staff = app.MapGroup("").WithTags("Staff");
        staff.MapPost(Routes.SignIn, SignInAsync).AllowAnonymous().WithMetadata(new SignsIn()).AddEndpointFilter(async (context, next) =>
        {
            using var lease = limiter.AttemptAcquire(context.HttpContext);
            return lease.IsAcquired ? await next(context) : Problems.Of(context.HttpContext, ProblemCodes.RateLimited);
        });
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

    private static async Task<NoContent> SignOutAsync(HttpContext http, StaffSessions sessions)
    {
        await sessions.EndAsync(http.User);
        await http.SignOutAsync();
        return TypedResults.NoContent();
    }
}
