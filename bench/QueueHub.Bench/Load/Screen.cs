using System.Diagnostics;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Bench.Servers;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;

namespace QueueHub.Bench.Load;

/// <summary>A display or a console, which knows when it has seen a version of its office.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly Lock _gate = new();
    private readonly List<(long Version, TaskCompletionSource<long> Seen)> _awaited = [];

    private Screen(HubConnection connection) => _connection = connection;

    public static async Task<Screen> DisplayAsync(Hub hub, string office)
    {
        var screen = new Screen(Connection(hub, Routes.DisplayHub));
        screen._connection.On<Board>(nameof(IDisplayClient.ShowBoard), board => screen.See(board.Version));
        await screen._connection.StartAsync();
        await screen._connection.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), office);
        return screen;
    }

    public static async Task<Screen> ConsoleAsync(Hub hub, string office, int counter)
    {
        var screen = new Screen(Connection(hub, Routes.CounterHub));
        screen._connection.On<DeskBoard>(nameof(ICounterClient.ShowDesk), desk => screen.See(desk.Version));
        await screen._connection.StartAsync();
        await screen._connection.InvokeAsync<DeskBoard?>(nameof(ICounterHub.Attach), office, $"{counter}", "ko");
        return screen;
    }

    /// <summary>The moment (a Stopwatch timestamp) at which this version, or a later one, is here.</summary>
    public Task<long> SeesAsync(long version)
    {
        lock (_gate)
        {
            var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((version, seen));
            return seen.Task;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static HubConnection Connection(Hub hub, string route) => new HubConnectionBuilder()
        .WithUrl(new Uri(hub.Url, route), options =>
        {
            options.Headers["Cookie"] = hub.Cookie;
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
        })
        .WithKeepAliveInterval(TimeSpan.FromSeconds(2))
        .Build();

    private void See(long version)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            foreach (var (_, seen) in _awaited.Where(awaited => awaited.Version <= version))
            {
                seen.SetResult(now);
            }

            _awaited.RemoveAll(awaited => awaited.Version <= version);
        }
    }
}
