using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace QueueHub.TestSupport;

/// <summary>
/// A plain load balancer: every connection goes to the next node in turn, or to the one after when that one refuses. It knows no sessions and asks nobody
/// whether they are well.
/// </summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private ImmutableList<EndPoint> _nodes = [];
    private int _turn;

    public Balancer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients come.</summary>
    public Uri Url => new($"http://localhost:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");

    /// <summary>New connections may go to this node.</summary>
    public void Add(EndPoint node) => ImmutableInterlocked.Update(ref _nodes, nodes => nodes.Contains(node) ? nodes : nodes.Add(node));

    /// <summary>No new connection goes to this node; those it has stay.</summary>
    public void Remove(EndPoint node) => ImmutableInterlocked.Update(ref _nodes, nodes => nodes.Remove(node));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var links = new HashSet<Task>();
        try
        {
            while (true)
            {
                links.Add(LinkAsync(await _listener.AcceptAsync(_stop.Token)));
                links.RemoveWhere(link => link.IsCompleted);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(links);
        }
    }

    private async Task LinkAsync(Socket client)
    {
        try
        {
            using var near = new NetworkStream(client, ownsSocket: true);
            if (await NextAsync() is not { } server)
            {
                return;
            }

            using var far = new NetworkStream(server, ownsSocket: true);
            await await Task.WhenAny(near.CopyToAsync(far, _stop.Token), far.CopyToAsync(near, _stop.Token));
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One end is gone; the other one learns it by the end of its connection.
        }
    }

    // The node whose turn it is, or the first after it that takes the connection; null when none does.
    private async Task<Socket?> NextAsync()
    {
        var nodes = _nodes;
        var turn = (uint)Interlocked.Increment(ref _turn);
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[(int)((turn + i) % nodes.Count)];
            var socket = new Socket(node.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(node, _stop.Token);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
        }

        return null;
    }
}
