using QueueHub.Contracts;

namespace QueueHub.Platform;

/// <summary>
/// A browser sends cookies with a WebSocket from any site, and CORS does not hold it back: so hubs and cookie-carrying commands
/// are refused when the browser says that another site asks.
/// </summary>
public static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use((http, next) =>
        Guarded(http.Request) && FromElsewhere(http.Request) ? Failures.WriteAsync(http, ProblemCodes.Forbidden) : next(http));

    private static bool Guarded(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs")
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    private static bool FromElsewhere(HttpRequest request)
    {
        // What the browser itself says; it says nothing on a plain http address of the local network.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "cross-site" or "same-site";
        }

        // Programs send no Origin; a browser always does for a WebSocket and for a POST. A page with Referrer-Policy: no-referrer, as all of
        // ours are, sends its forms with Origin: null; they carry an anti-forgery token instead.
        var origin = request.Headers.Origin.ToString();
        if (origin == "null" && request.HasFormContentType)
        {
            return false;
        }

        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, Host(request), StringComparison.OrdinalIgnoreCase));
    }

    private static string Host(HttpRequest request) =>
        request.Host.Port is { } port && port != (request.IsHttps ? 443 : 80) ? request.Host.Value! : request.Host.Host;
}
