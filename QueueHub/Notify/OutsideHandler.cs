using System.Net;
using System.Net.Sockets;
using QueueHub.Notify.Push;

namespace QueueHub.Notify;

/// <summary>
/// Connects to addresses of the public internet alone, follows no redirect and keeps no cookie. The address is looked at when the connection is made: a name
/// may mean something else by then than it did when it was checked.
/// </summary>
internal static class OutsideHandler
{
    /// <param name="allowLoopback">Lets it connect to this machine: for tests.</param>
    public static SocketsHttpHandler Of(TimeSpan patience, bool allowLoopback) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        ConnectTimeout = patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectCallback = async (context, cancellation) =>
            new NetworkStream(await ConnectAsync(context.DnsEndPoint, allowLoopback, cancellation), ownsSocket: true),
    };

    private static async Task<Socket> ConnectAsync(DnsEndPoint host, bool allowLoopback, CancellationToken cancellation)
    {
        var addresses = (await Dns.GetHostAddressesAsync(host.Host, cancellation))
            .Where(address => PublicAddress.Is(address) || (allowLoopback && IPAddress.IsLoopback(address))).ToArray();
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
}
