using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>What only a paired screen may use.</summary>
public static class ScreenPolicies
{
    /// <summary>Only for a paired screen of this kind: <see cref="IScreens.Of"/> tells which it is. Nobody of the staff gets in.</summary>
    public static TBuilder RequireScreen<TBuilder>(this TBuilder endpoint, ScreenKind kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(ScreenScheme.Name(kind));

    internal static void AddScreenPolicies(this IServiceCollection services)
    {
        var schemes = services.AddAuthentication();
        var policies = services.AddAuthorizationBuilder();
        foreach (var kind in ScreenKinds.All)
        {
            var name = ScreenScheme.Name(kind);
            schemes.AddScheme<ScreenSchemeOptions, ScreenScheme>(name, options => options.Kind = kind);
            policies.AddPolicy(name, policy => policy.AddAuthenticationSchemes(name).RequireAuthenticatedUser());
        }
    }
}
