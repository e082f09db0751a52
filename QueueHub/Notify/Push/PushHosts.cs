namespace QueueHub.Notify.Push;

/// <summary>
/// Where a push may be sent. A browser names the endpoint, and with it what this server connects to: so only known push services, by https, and never to an
/// address inside. That is looked at when the connection is made: a name may mean something else by then than it did when it was checked.
/// </summary>
internal sealed class PushHosts(NotifyOptions options)
{
    private readonly IReadOnlyList<string> _hosts = options.PushHosts;

    /// <summary>True when an endpoint may be sent to.</summary>
    public bool Allows(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
        && endpoint is { UserInfo: "", Fragment: "" }
        && (OnThisMachine(endpoint) || (endpoint.Scheme == Uri.UriSchemeHttps && endpoint.IsDefaultPort && _hosts.Any(host => Covers(host, endpoint.IdnHost))));

    /// <summary>A handler that connects nowhere else, follows no redirect and keeps no cookie.</summary>
    public SocketsHttpHandler Handler() => OutsideHandler.Of(options.Patience, options.AllowLoopback);

    private bool OnThisMachine(Uri endpoint) => options.AllowLoopback && endpoint.IsLoopback && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps);

    private static bool Covers(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
