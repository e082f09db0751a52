using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace QueueHub.TestSupport;

/// <summary>
/// A link that can be slow, cut, dead without a word, or lose its replies: a TCP proxy before a hub, a Redis or a PostgreSQL.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private const bool Stranded = true;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = [];
    private readonly Task _accepting;
    private volatile EndPoint _target;
    private volatile bool _cut;
    private volatile TaskCompletionSource _speaking = Completed();
    private volatile bool _dropReplies;
    private long _delayTicks;

    public FaultProxy(EndPoint target)
    {
        _target = target;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>Where new connections lead: another one after a failover.</summary>
    public EndPoint Target
    {
        get => _target;
        set => _target = value;
    }

    /// <summary>How long each piece of data waits, in either direction.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>Requests arrive, their replies do not: the caller cannot know what happened.</summary>
    public bool DropReplies
    {
        get => _dropReplies;
        set => _dropReplies = value;
    }

    /// <summary>Half-open: connections stay, and new ones are taken, but nothing passes in either direction until <see cref="Restore"/>, nor is an end told.</summary>
    public void Silence()
    {
        if (_speaking.Task.IsCompleted)
        {
            _speaking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>
    /// Nothing passes on the connections of now, for ever and without an end being told; new ones are taken as usual. So it is for a device that slept: the
    /// network between has forgotten its connections.
    /// </summary>
    public void Strand()
    {
        foreach (var socket in _open.Keys)
        {
            _open[socket] = Stranded;
        }
    }

    /// <summary>Breaks all connections and refuses new ones.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    /// <summary>Lets new connections through again, and what <see cref="Silence"/> held back.</summary>
    public void Restore()
    {
        _cut = false;
        _speaking.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Cut();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var links = new List<Task>();
        try
        {
            while (true)
            {
                links.Add(LinkAsync(await _listener.AcceptAsync(_stop.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(links);
        }
    }

    private async Task LinkAsync(Socket client)
    {
        using var server = new Socket(_target.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            _open[client] = _open[server] = !Stranded;
            try
            {
                if (!_cut)
                {
                    await server.ConnectAsync(_target, _stop.Token);
                    await Task.WhenAny(PumpAsync(client, server, isReply: false), PumpAsync(server, client, isReply: true));
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The target is away, or the link was cut: to the client both are a closed connection.
            }
            finally
            {
                _open.TryRemove(client, out _);
                _open.TryRemove(server, out _);
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isReply)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
            {
                await _speaking.Task.WaitAsync(_stop.Token);
                await StrandedAsync(from);
                if (Delay > TimeSpan.Zero)
                {
                    await Task.Delay(Delay, _stop.Token);
                }

                for (var sent = 0; sent < count && !(isReply && _dropReplies);)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _stop.Token);
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut: the other direction ends with the sockets.
        }

        await _speaking.Task.WaitAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StrandedAsync(from).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task StrandedAsync(Socket from) =>
        _open.GetValueOrDefault(from) == Stranded ? Task.Delay(Timeout.Infinite, _stop.Token) : Task.CompletedTask;

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
