using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QueueHub.IntegrationTests.Limits;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Privacy;

/// <summary>Hears everything that a hub says while it lives: its log at every level, Redis's channels, and each byte of the connections that it listens on.</summary>
internal sealed class Eavesdropper : ILoggerProvider, ILogger, IAsyncDisposable
{
    public const string Log = "log";
    public const string Channels = "channels of Redis";

    private readonly ConcurrentDictionary<string, MemoryStream> _tapes = [];
    private readonly CancellationTokenSource _over = new();
    private readonly List<Task> _listening = [];
    private readonly List<IAsyncDisposable> _links = [];

    /// <summary>What was heard, place by place.</summary>
    public IReadOnlyList<(string Place, byte[] Content)> Heard => [.. _tapes.Select(tape => (tape.Key, Copy(tape.Value)))];

    /// <summary>What was heard at one place so far.</summary>
    public byte[] HeardAt(string place) => _tapes.TryGetValue(place, out var tape) ? Copy(tape) : [];

    /// <summary>The hub's log is heard, whatever its settings leave out.</summary>
    public void Into(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddProvider(this).AddFilter<Eavesdropper>(null, LogLevel.Trace));

    public void Write(string place, string text) => Write(place, Encoding.UTF8.GetBytes(text));

    public async Task SubscribeAsync(RunningHub hub)
    {
        var redis = await ConnectionMultiplexer.ConnectAsync(hub.RedisConnectionString);
        _links.Add(redis);
        await redis.GetSubscriber().SubscribeAsync(RedisChannel.Pattern("*"), (channel, message) =>
        {
            Write(Channels, $"{channel}\n");
            Write(Channels, (byte[])message!);
        });
    }

    /// <summary>Somebody's hub connection, which has asked for one thing; the hub must keep who <see cref="Idler.MayStaySilent"/>.</summary>
    public async Task<ClientWebSocket> SocketAsync(string place, RunningHub hub, string route, CookieContainer cookies, string invocation)
    {
        var socket = await Idler.ConnectAsync(hub, route, cookies, invocation);
        _listening.Add(ReadAsync(place, async buffer => (await socket.ReceiveAsync(buffer, _over.Token)).Count, socket));
        return socket;
    }

    /// <summary>Somebody's event stream.</summary>
    public async Task StreamAsync(string place, HttpClient client, string path)
    {
        var stream = await client.GetStreamAsync(path);
        _listening.Add(ReadAsync(place, async buffer => await stream.ReadAsync(buffer, _over.Token), stream));
    }

    /// <summary>What a page answers.</summary>
    public async Task PageAsync(string place, HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
        Write(place, $"{response.Headers}{response.Content.Headers}");
        Write(place, await response.Content.ReadAsByteArrayAsync());
    }

    public ILogger CreateLogger(string categoryName) => this;
    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        WriteState(state);
        return null;
    }

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Write(Log, $"{formatter(state, exception)} {exception}\n");
        WriteState(state);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAll(_listening);
        foreach (var link in _links)
        {
            await link.DisposeAsync();
        }

        _over.Dispose();
    }

    void IDisposable.Dispose()
    {
    }

    // A sink keeps the values apart from the sentence, and what they hold.
    private void WriteState(object? state) => Write(Log, state switch
    {
        IEnumerable<KeyValuePair<string, object?>> values => string.Concat(values.Select(value => $"{value.Key}={Text(value.Value)}\n")),
        _ => $"{state}\n",
    });

    private static string Text(object? value) =>
        value is System.Collections.IEnumerable many and not string ? string.Join(',', many.Cast<object?>()) : $"{value}";

    private async Task ReadAsync(string place, Func<Memory<byte>, Task<int>> read, IDisposable source)
    {
        using (source)
        {
            var buffer = new byte[8192];
            try
            {
                while (await read(buffer) is > 0 and var count)
                {
                    Write(place, buffer.AsSpan(0, count));
                }
            }
            catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
            {
                // The hub or the test is over.
            }
        }
    }

    private void Write(string place, ReadOnlySpan<byte> bytes)
    {
        var tape = _tapes.GetOrAdd(place, _ => new MemoryStream());
        lock (tape)
        {
            tape.Write(bytes);
        }
    }

    private static byte[] Copy(MemoryStream tape)
    {
        lock (tape)
        {
            return tape.ToArray();
        }
    }
}
