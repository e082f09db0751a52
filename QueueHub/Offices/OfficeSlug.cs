using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace QueueHub.Offices;

/// <summary>The first part of an office's addresses.</summary>
public static partial class OfficeSlug
{
    /// <summary>Words that are, or may become, paths of their own: no office and no service can bear them.</summary>
    public static readonly FrozenSet<string> Reserved = new[]
    {
        "about", "admin", "administrator", "api", "app", "assets", "auth", "board", "clerk", "clerks", "cms", "config", "console", "counter", "counters", "cso", "cso_v2", "css",
        "debug", "display", "displays", "district", "docs", "embed", "error", "events", "export", "favicon", "feed", "feeds", "fonts", "form", "forms", "health", "healthz", "help",
        "hub", "hubs", "images", "img", "js", "keys", "kiosk", "lib", "live", "login", "logout", "look", "metrics", "my-data", "new", "office", "offices", "openapi", "panel", "panels", "phone",
        "poster", "print", "privacy", "public", "qr", "queue", "ready", "report", "reports", "robots", "search", "service", "services", "settings", "sign-in",
        "sign-out", "static", "staff", "status", "supervisor", "support", "swagger", "t", "terms", "test", "ticket", "tickets", "tv", "well-known", "www",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for two to forty lower-case letters, digits and inner hyphens, beginning with a letter, that are not reserved.</summary>
    public static bool IsValid(string slug) => Shape().IsMatch(slug) && !Reserved.Contains(slug);

    [GeneratedRegex("^[a-z](?:[a-z0-9]|-(?!-)){0,38}[a-z0-9]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
