using System.Net;
using System.Net.Sockets;

namespace QueueHub.Platform;

/// <summary>The address under which others in the network reach this machine.</summary>
internal static class LanAddress
{
    // An address for documentation (RFC 5737): nothing is sent to it, since "connecting" a datagram socket only chooses the route.
    private static readonly IPEndPoint Anywhere = new(IPAddress.Parse("192.0.2.1"), 9);

    /// <summary>The address of the interface that leads out.</summary>
    /// <exception cref="StartException">There is none.</exception>
    public static string Find()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(Anywhere);
            return ((IPEndPoint)socket.LocalEndPoint!).Address.ToString();
        }
        catch (SocketException error)
        {
            throw new StartException("--lan found no network: connect this machine to one, or start without --lan.", error);
        }
    }
}
