using System.Diagnostics;
using System.Net.Sockets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>A Redis of its own on a unix socket in a temporary folder.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qh-redis-").FullName;
    private Process? _server;

    public IConnectionMultiplexer Redis { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var socket = Path.Combine(_folder, "redis.sock");
        _server = Process.Start(new ProcessStartInfo("redis-server", ["--port", "0", "--unixsocket", socket, "--dir", _folder, "--save", ""])
        {
            RedirectStandardOutput = true,
        });
        var options = new ConfigurationOptions { AbortOnConnectFail = false, BacklogPolicy = BacklogPolicy.FailFast, AllowAdmin = true };
        options.EndPoints.Add(new UnixDomainSocketEndPoint(socket));
        while (!File.Exists(socket))
        {
            await Task.Delay(10);
        }

        Redis = await ConnectionMultiplexer.ConnectAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync();
        _server!.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
