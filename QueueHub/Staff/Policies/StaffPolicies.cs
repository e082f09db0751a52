using Microsoft.AspNetCore.Authorization;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff.Policies;

/// <summary>Who may use what: every endpoint says so, or it is refused.</summary>
public static class StaffPolicies
{
    /// <summary>Only for who has this role, or a higher one, at the office of the route; at any office, where the route names none.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoint, StaffRole atLeast)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Name(atLeast, StaffPlace.Office));

    /// <summary>Only for who has this role, or a higher one, at every office of the district.</summary>
    public static TBuilder RequireDistrictStaff<TBuilder>(this TBuilder endpoint, StaffRole atLeast)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Name(atLeast, StaffPlace.District));

    internal static void AddStaffPolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, StaffHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, StaffRefusals>();
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            foreach (var place in Enum.GetValues<StaffPlace>())
            {
                policies.AddPolicy(Name(role, place), policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(role, place)));
            }
        }

        // An endpoint that says nothing is nobody's: forgetting to say it must not open it. What no endpoint answers goes on to its 404, 405 or 415.
        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build());
    }

    internal static string Name(StaffRole role, StaffPlace place) => $"{place}:{role}";
}

/// <summary>On a method of a hub: only for who has this role, or a higher one, at the office where the connection is attached.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequireStaffAttribute(StaffRole atLeast) : AuthorizeAttribute(StaffPolicies.Name(atLeast, StaffPlace.Office))
{
    /// <summary>This role or a higher one.</summary>
    public StaffRole AtLeast => atLeast;
}
