using System.Text;

namespace QueueHub.Bench.Load;

/// <summary>How a phone of one of the servers talks.</summary>
internal abstract class Protocol
{
    /// <summary>What it sends when it has connected.</summary>
    public abstract byte[] Opening(string path);

    /// <summary>Stands in every message that tells the phone something.</summary>
    public abstract byte[] News { get; }

    /// <summary>What is to be answered at once; empty when nothing.</summary>
    public virtual ReadOnlySpan<byte> Answer(ReadOnlySpan<byte> received) => [];
}

/// <summary>Server-sent events, as the hub's phones read them.</summary>
internal sealed class EventStream : Protocol
{
    public override byte[] News { get; } = "event: ticket"u8.ToArray();

    public override byte[] Opening(string path) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
}

/// <summary>Engine.IO over a WebSocket, as socket.io's browser client speaks it once it has upgraded.</summary>
internal sealed class SocketIo : Protocol
{
    // Frames of a client are masked; a mask of zeros leaves the text as it is.
    private static readonly byte[] Connect = [0x81, 0x82, 0, 0, 0, 0, (byte)'4', (byte)'0'];
    private static readonly byte[] Pong = [0x81, 0x81, 0, 0, 0, 0, (byte)'3'];
    private static readonly byte[] Ping = [0x81, 0x01, (byte)'2'];
    private static readonly byte[] Open = "\"upgrades\""u8.ToArray();

    public override byte[] News { get; } = "42[\"ticket\""u8.ToArray();

    public override byte[] Opening(string path) => Encoding.ASCII.GetBytes(
        $"GET /socket.io/?EIO=4&transport=websocket&ticket={path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

    public override ReadOnlySpan<byte> Answer(ReadOnlySpan<byte> received) =>
        received.IndexOf(Open) >= 0 ? Connect : received.IndexOf(Ping) >= 0 ? Pong : [];
}
