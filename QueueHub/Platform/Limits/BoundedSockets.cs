using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace QueueHub.Platform.Limits;

/// <summary>
/// Sockets that hold little for a peer that does not read, and not for long. Left alone, the kernel keeps up to four megabytes for each of them, and a peer
/// that vanished without a word is noticed after a quarter of an hour. Accepted connections inherit both settings from the socket that listens.
/// </summary>
internal static class BoundedSockets
{
    private const int Tcp = 6;
    private const int UserTimeout = 18;

    /// <summary>A bound socket to listen on.</summary>
    /// <param name="sendBuffer">Bytes kept for a peer; the kernel adds as much again for its own book-keeping.</param>
    /// <param name="unread">The kernel ends a connection whose peer has confirmed nothing, or taken nothing, for so long.</param>
    public static Socket Listen(EndPoint endpoint, int sendBuffer, TimeSpan unread)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = sendBuffer;
        if (OperatingSystem.IsLinux() && endpoint is IPEndPoint)
        {
            Span<byte> milliseconds = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(milliseconds, (int)unread.TotalMilliseconds);
            socket.SetRawSocketOption(Tcp, UserTimeout, milliseconds);
        }

        return socket;
    }
}
