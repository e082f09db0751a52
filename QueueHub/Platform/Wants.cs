namespace QueueHub.Platform;

/// <summary>What kind of answer a request wants.</summary>
internal static class Wants
{
    /// <summary>True for a person's browser outside the API: errors become pages, not JSON.</summary>
    public static bool Html(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
