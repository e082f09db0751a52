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
        app.MapGet("/healthz", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new { State = "alive" });
        }).WithMetadata(new AlwaysAnswered()).ExcludeFromDescription();
        app.MapGet("/ready", (Readiness readiness, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var health = readiness.Now();
            return TypedResults.Json(
                health, statusCode: health.State == NodeState.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).WithMetadata(new AlwaysAnswered()).ExcludeFromDescription();
    }
}
