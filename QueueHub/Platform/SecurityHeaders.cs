namespace QueueHub.Platform;

/// <summary>Headers that every answer carries.</summary>
public static class SecurityHeaders
{
    // Blazor compiles WebAssembly; nothing else may evaluate anything, and no script or style stands inside a page.
    private const string Apps =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isApp = http.Request.Path.StartsWithSegments("/display") || http.Request.Path.StartsWithSegments("/counter");
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = isApp ? Apps : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    });
}
