using System.Net;
using System.Net.Sockets;

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
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        ConnectTimeout = options.Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectCallback = async (context, cancellation) => new NetworkStream(await ConnectAsync(context.DnsEndPoint, cancellation), ownsSocket: true),
    };

    private async Task<Socket> ConnectAsync(DnsEndPoint host, CancellationToken cancellation)
    {
        var addresses = (await Dns.GetHostAddressesAsync(host.Host, cancellation)).Where(Allows).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no address outside.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool Allows(IPAddress address) => PublicAddress.Is(address) || (options.AllowLoopback && IPAddress.IsLoopback(address));

    private bool OnThisMachine(Uri endpoint) => options.AllowLoopback && endpoint.IsLoopback && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps);

    private static bool Covers(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
