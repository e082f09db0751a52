using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Platform.KeyRing;

namespace QueueHub.IntegrationTests.Database;

/// <summary>A node with only the features under test, on a port of its own.</summary>
internal sealed class DataNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DataNode(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;
    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();
    public IOffices Offices => Services.GetRequiredService<IOffices>();
    public string Address => _app.Urls.First();

    /// <summary>Starts a node with the database, the key ring and the offices, and what <paramref name="more"/> adds. It has <see cref="OnlyNotices"/>.</summary>
    public static async Task<DataNode> StartAsync(
        string connectionString, string dataFolder, Action<WebApplicationBuilder>? more = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new HubOptions { DataFolder = dataFolder });
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.AddDatabase();
        builder.AddKeyRing();
        builder.AddOffices();
        OnlyNotices.Into(builder.Services);
        more?.Invoke(builder);
        var app = builder.Build();
        map?.Invoke(app);
        await app.StartAsync();
        return new DataNode(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
