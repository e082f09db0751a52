using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace QueueHub.Bench.Load;

/// <summary>
/// Thousands of phones on one thread: it reads whatever any of them is sent, and knows when each was last told something.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int EventsAtOnce = 512;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Protocol _protocol;
    private readonly IPEndPoint _server;
    private readonly int _epoll = Epoll.Create();
    private readonly Thread _reader;
    private readonly Lock _gate = new();
    private readonly List<Phone> _phones = [];
    private readonly List<Awaited> _awaited = [];
    private Round _round = new(int.MaxValue);
    private volatile bool _stopping;

    public Crowd(Protocol protocol, Uri server)
    {
        _protocol = protocol;
        _server = new IPEndPoint(IPAddress.Loopback, server.Port);
        _reader = new Thread(Read) { IsBackground = true, Name = "crowd" };
        _reader.Start();
    }

    /// <summary>Phones that were cut off by the server.</summary>
    public int Lost { get; private set; }

    public int Count => _phones.Count;

    /// <summary>Connects a phone for each path; returns when all have been told something. Gives the time each of them took, in milliseconds.</summary>
    public async Task<double[]> JoinAsync(IReadOnlyList<string> paths, TimeSpan within = default)
    {
        var began = Stopwatch.GetTimestamp();
        var round = Begin(paths.Count);
        for (var i = 0; i < paths.Count; i++)
        {
            var wait = within * i / paths.Count - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait);
            }

            Connect(paths[i]);
        }

        await AllToldAsync(round);
        lock (_gate)
        {
            return [.. _phones.TakeLast(paths.Count).Select(phone => Stopwatch.GetElapsedTime(phone.Asked, phone.Told).TotalMilliseconds)];
        }
    }

    /// <summary>Starts counting phones that are told something.</summary>
    public Round Begin(int? count = null)
    {
        lock (_gate)
        {
            return _round = new Round(count ?? _phones.Count);
        }
    }

    /// <summary>The moment (a Stopwatch timestamp) at which the last phone of a round was told.</summary>
    public async Task<long> AllToldAsync(Round round)
    {
        await Task.WhenAny(round.Done.Task, Task.Delay(Patience));
        return round.Done.Task.IsCompleted
            ? await round.Done.Task
            : throw new TimeoutException($"{round.Told} of {round.Count} phones were told, {Lost} were cut off.");
    }

    /// <summary>The moment (a Stopwatch timestamp) at which a phone receives something that contains <paramref name="text"/>.</summary>
    public Task<long> HearsAsync(int phone, byte[] text)
    {
        lock (_gate)
        {
            var awaited = new Awaited(phone, text);
            _awaited.Add(awaited);
            return awaited.Heard.Task;
        }
    }

    /// <summary>Cuts all phones off, as a lost network does.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            foreach (var phone in _phones)
            {
                phone.Socket.Dispose();
            }

            _phones.Clear();
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _reader.Join();
        Drop();
        _ = Epoll.Close(_epoll);
    }

    private void Connect(string path)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var phone = new Phone(socket, Stopwatch.GetTimestamp());
        socket.Connect(_server);
        socket.Send(_protocol.Opening(path));
        lock (_gate)
        {
            _phones.Add(phone);
            var @event = new Epoll.Event { Events = Epoll.Readable, Index = _phones.Count - 1 };
            if (Epoll.Control(_epoll, Epoll.Add, (int)socket.Handle, ref @event) != 0)
            {
                throw new InvalidOperationException("A phone's socket cannot be watched.");
            }
        }
    }

    private void Read()
    {
        var events = new Epoll.Event[EventsAtOnce];
        var buffer = new byte[BufferSize];
        while (!_stopping)
        {
            var ready = Epoll.Wait(_epoll, events, events.Length, milliseconds: 100);
            lock (_gate)
            {
                for (var i = 0; i < ready; i++)
                {
                    Receive(events[i].Index, buffer);
                }
            }
        }
    }

    private void Receive(int index, byte[] buffer)
    {
        if (index >= _phones.Count || _phones[index] is not { Gone: false } phone)
        {
            return;
        }

        var length = (int)Epoll.Receive((int)phone.Socket.Handle, buffer, buffer.Length, 0);
        if (length <= 0)
        {
            phone.Gone = true;
            phone.Socket.Dispose();
            Lost++;
            return;
        }

        var received = buffer.AsSpan(0, length);
        if (_protocol.Answer(received) is { IsEmpty: false } answer)
        {
            phone.Socket.Send(answer);
        }

        if (received.IndexOf(_protocol.News) < 0)
        {
            return;
        }

        phone.Told = Stopwatch.GetTimestamp();
        for (var i = _awaited.Count - 1; i >= 0; i--)
        {
            if (_awaited[i].Phone == index && received.IndexOf(_awaited[i].Text) >= 0)
            {
                _awaited[i].Heard.SetResult(phone.Told);
                _awaited.RemoveAt(i);
            }
        }

        if (phone.LastRound != _round)
        {
            phone.LastRound = _round;
            _round.Bytes = length;
            if (++_round.Told == _round.Count)
            {
                _round.Done.SetResult(phone.Told);
            }
        }
    }

    /// <summary>One change on its way to a number of phones.</summary>
    internal sealed class Round(int count)
    {
        public int Count { get; } = count;

        /// <summary>Phones told so far.</summary>
        public int Told { get; set; }

        /// <summary>Length of the last message, with its framing.</summary>
        public int Bytes { get; set; }

        /// <summary>The moment (a Stopwatch timestamp) at which the last one was told.</summary>
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Phone(Socket socket, long asked)
    {
        public Socket Socket { get; } = socket;
        public long Asked { get; } = asked;
        public long Told { get; set; }
        public Round? LastRound { get; set; }
        public bool Gone { get; set; }
    }

    private sealed record Awaited(int Phone, byte[] Text)
    {
        public TaskCompletionSource<long> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
