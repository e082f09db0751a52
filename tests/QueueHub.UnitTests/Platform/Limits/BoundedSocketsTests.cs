using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using QueueHub.Platform.Limits;

namespace QueueHub.UnitTests.Platform.Limits;

public class BoundedSocketsTests
{
    private const int Tcp = 6;
    private const int UserTimeout = 18;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::")]
    public async Task Every_accepted_connection_has_a_small_buffer_and_a_limit_for_what_is_not_read(string address)
    {
        using var listener = BoundedSockets.Listen(new IPEndPoint(IPAddress.Parse(address), 0), 64 * 1024, TimeSpan.FromSeconds(30));
        listener.Listen();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)listener.LocalEndPoint!).Port);
        using var accepted = await listener.AcceptAsync();

        // The kernel doubles it for its own book-keeping.
        Assert.Equal(128 * 1024, accepted.SendBufferSize);
        var milliseconds = new byte[sizeof(int)];
        accepted.GetRawSocketOption(Tcp, UserTimeout, milliseconds);
        Assert.Equal(30_000, BinaryPrimitives.ReadInt32LittleEndian(milliseconds));
    }
}
