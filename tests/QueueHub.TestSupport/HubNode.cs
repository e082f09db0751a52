using System.Net;

namespace QueueHub.TestSupport;

/// <summary>One node of a <see cref="Cluster"/>: its process changes, its data folder stays.</summary>
public sealed class HubNode(string dataFolder, Balancer balancer, IReadOnlyList<string> arguments) : IAsyncDisposable
{
    private ChildHub? _process;
    private volatile Uri? _url;

    /// <summary>Where it listens now; null while it is down.</summary>
    public Uri? Url => _url;

    /// <summary>What its first start has printed: with the passwords of the demo staff, if this node made them.</summary>
    public string Banner { get; private set; } = "";

    /// <summary>All that its present process has printed.</summary>
    public string Output => _process?.Output ?? "";

    /// <summary>Starts it on another port; returns when it listens and the balancer knows.</summary>
    public async Task StartAsync()
    {
        _process = ChildHub.Start(dataFolder, arguments);
        var url = await _process.ListensAsync();
        if (Banner.Length == 0)
        {
            await Eventually.TrueAsync(() => Output.Contains("  Data ", StringComparison.Ordinal), "the banner is printed", TimeSpan.FromSeconds(60));
            Banner = Output;
        }

        _url = url;
        balancer.Add(EndPoint(url));
    }

    /// <summary>Ends it without a warning; the balancer finds out by itself.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Asks it to end, as an operator does.</summary>
    public Task StopAsync() => EndAsync("TERM");

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }
    }

    private async Task EndAsync(string signal)
    {
        var (process, url) = (_process!, _url!);
        _url = null;
        await process.SignalGroupAsync(signal);
        await process.EndsAsync();
        balancer.Remove(EndPoint(url));
        await process.ForgetAsync();
        _process = null;
    }

    private static IPEndPoint EndPoint(Uri url) => new(IPAddress.Loopback, url.Port);
}
