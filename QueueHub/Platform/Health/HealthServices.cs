using QueueHub.Platform.Limits;

namespace QueueHub.Platform.Health;

/// <summary>For balancers and supervisors: <c>/healthz</c> the process is alive, <c>/ready</c> it wants requests. Both are answered whatever the load.</summary>
public static class HealthServices
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PostgresWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PostgresWatch>());
        builder.Services.AddSingleton<Readiness>();
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").AllowAnonymous().WithMetadata(new AlwaysAnswered()).ExcludeFromDescription();
        health.MapGet("/healthz", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new { State = "alive" });
        });
        health.MapGet("/ready", (Readiness readiness, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var now = readiness.Now();
            return TypedResults.Json(
                now, statusCode: now.State == NodeState.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
