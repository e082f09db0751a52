using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Staff.Policies;

namespace QueueHub.History.Keys;

/// <summary>Who reads history: supervisors, and programs with a key. Nothing else in the hub looks at keys.</summary>
public static class HistoryPolicy
{
    internal const string Name = "history";

    /// <summary>Only for who may read the history of the office of the route; of any office, where the route names none.</summary>
    public static RouteGroupBuilder RequireHistoryReader(this RouteGroupBuilder group) => group
        .RequireAuthorization(Name)
        .RequireRateLimiting(RateLimits.ApiKey)
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static void AddHistoryPolicy(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, HistoryHandler>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(Name, policy => policy
            .AddAuthenticationSchemes(CookieAuthenticationDefaults.AuthenticationScheme, ApiKeyScheme.Name)
            .RequireAuthenticatedUser()
            .AddRequirements(new HistoryRequirement()));
    }
}

/// <summary>A supervisor, or a key that covers the office.</summary>
internal sealed record HistoryRequirement : IAuthorizationRequirement
{
    /// <summary>What a person must be.</summary>
    public static readonly StaffRequirement OfPeople = new(StaffRole.Supervisor, StaffPlace.Office);
}

/// <inheritdoc cref="HistoryRequirement"/>
internal sealed class HistoryHandler(IOffices offices) : AuthorizationHandler<HistoryRequirement>
{
    private readonly StaffHandler _people = new(offices);

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HistoryRequirement requirement)
    {
        var office = (context.Resource as HttpContext)?.GetRouteValue("office") as string;
        var code = ApiKeyScope.Of(context.User) is { } scope ? CodeOf(scope, office) : _people.CodeOf(context.User, HistoryRequirement.OfPeople, office);
        if (code is null)
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, code));
        }

        return Task.CompletedTask;
    }

    // That an office is not there is for those to know who may read of all.
    private string? CodeOf(ApiKeyScope scope, string? office) =>
        office is null ? null
        : offices.Find(office) is { } document ? scope.Covers(document.Slug) ? null : ProblemCodes.Forbidden
        : scope.Office is null ? ProblemCodes.UnknownOffice
        : ProblemCodes.Forbidden;
}
