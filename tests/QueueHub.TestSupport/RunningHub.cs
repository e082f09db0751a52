using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Engines;
using QueueHub.Platform;

namespace QueueHub.TestSupport;

/// <summary>A hub that listens; disposing drains and stops it.</summary>
public sealed class RunningHub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly EngineSet _engines;
    private readonly TestFolder _folder;
    private bool _started;

    internal RunningHub(WebApplication app, EngineSet engines, TestFolder folder)
    {
        _app = app;
        _engines = engines;
        _folder = folder;
    }

    /// <summary>Base of all its addresses.</summary>
    public Uri Url => Services.GetRequiredService<HubOptions>().OwnUrl;

    /// <summary>Its services, to look behind the doors.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Its data folder.</summary>
    public string DataFolder => _app.Services.GetRequiredService<HubOptions>().DataFolder;

    /// <summary>Its Redis.</summary>
    public string RedisConnectionString => _engines.RedisConfiguration.ToString(includePassword: true);

    /// <summary>Its database.</summary>
    public string PostgresConnectionString => _engines.PostgresConnectionString;

    /// <summary>A browser without history: its own cookies, follows no redirects.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }, disposeHandler: true)
    {
        BaseAddress = Url,
    };

    internal async Task StartAsync()
    {
        await HubProcess.StartAsync(_app, CancellationToken.None);
        _started = true;
    }

    /// <summary>Drains and stops it; its engines go on.</summary>
    public async Task StopAsync()
    {
        if (_started)
        {
            _started = false;
            await _app.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        await _engines.DisposeAsync();
        _folder.Dispose();
    }
}
