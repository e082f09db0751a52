using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using QueueHub.Platform.Limits;

namespace QueueHub.Platform;

/// <summary>What every feature stands on: failures as problems, limits, headers, compression, OpenAPI.</summary>
public static class PlatformServices
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddAntiforgery();
        builder.Services.AddLimits();
        builder.Services.AddOpenApi();

        // Compressing secrets beside reflected input leaks them (BREACH): anti-forgery tokens are masked anew each time, and pages with a ticket's
        // link reflect nothing from elsewhere.
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

        // A tenth of a millisecond more for a page that is an eighth smaller: mobile data is the dearer of the two.
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.AllowDuplicateProperties = false);

        // Also outside development: a malformed body must reach the one place that answers failures.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseFailures();

        // Before the rest, which the phones' streams pass by.
        app.UseRouting();
        app.UseSameOrigin();
        app.UseDeviceCookie();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimits();
        app.UseLimits();
        app.UseAntiforgery();
        app.UseWebSockets();
        app.MapOpenApi().AllowAnonymous();
    }
}
