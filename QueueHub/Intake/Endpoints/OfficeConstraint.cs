using QueueHub.Offices;

namespace QueueHub.Intake.Endpoints;

/// <summary>Lets <c>/{office}</c> match what can be an office only: <c>/display</c>, <c>/counter</c> and files stay with their owners.</summary>
internal sealed class OfficeConstraint : IRouteConstraint
{
    public const string Name = "office";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string slug && OfficeSlug.IsValid(slug);
}
