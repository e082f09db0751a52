using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QueueHub.TestSupport;

/// <summary>Somebody else's server on this machine, a push service or a message gateway: keeps what it is sent and answers as the test wishes.</summary>
public sealed class OtherServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _over = new();

    private OtherServer(WebApplication app) => _app = app;

    /// <summary>All that arrived, in order.</summary>
    public ConcurrentQueue<Arrival> Arrivals { get; } = [];

    /// <summary>What it answers; by default 201 without a body. It may take its time until the token is cancelled.</summary>
    public Func<Arrival, HttpResponse, CancellationToken, Task> Answer { get; set; } = (_, response, _) =>
    {
        response.StatusCode = StatusCodes.Status201Created;
        return Task.CompletedTask;
    };

    public Uri Url => new(_app.Urls.First());

    public static async Task<OtherServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new OtherServer(builder.Build());
        server._app.Run(server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    public IEnumerable<Arrival> At(string path) => Arrivals.Where(arrival => arrival.Path == path);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var path = http.Request.Path.Value!;
        var arrival = new Arrival(
            path, At(path).Count() + 1, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        Arrivals.Enqueue(arrival);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, http.RequestAborted);
        try
        {
            await Answer(arrival, http.Response, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The sender has given up, or the test is over.
        }
    }
}

/// <summary>One request.</summary>
/// <param name="Nth">How many came to its path, with this one.</param>
public sealed record Arrival(string Path, int Nth, IReadOnlyDictionary<string, string> Headers, byte[] Body);
