using Microsoft.Extensions.Options;
using QueueHub.Engines;
using QueueHub.History.CommandLine;
using QueueHub.Platform.Limits;
using QueueHub.Staff.CommandLine;

namespace QueueHub.Platform;

/// <summary>The life of a hub: options, engines, host, and all of it stopped in the opposite order.</summary>
internal static class HubProcess
{
    private const int Failed = 1;

    /// <summary>Runs the hub until it is told to stop; gives the process's exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args is ["staff", .. var words])
            {
                await StaffCommand.RunAsync(words, Console.Out);
                return 0;
            }

            if (args is ["history", .. var what])
            {
                return await HistoryCommand.RunAsync(what, Console.Out);
            }

            var options = HubOptions.Parse(args);
            if (options.Help)
            {
                await Console.Out.WriteLineAsync(HubOptions.Usage);
                return 0;
            }

            await RunAsync(options);
            return 0;
        }
        catch (Exception error) when (error is StartException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"QueueHub: {error.Message}");
            return Failed;
        }
    }

    /// <summary>A host that is not yet composed.</summary>
    public static WebApplicationBuilder CreateBuilder(HubOptions options)
    {
        // The program's own folder, not the caller's: ./run may be called from anywhere.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.Settings],
            ApplicationName = typeof(HubProcess).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => HubServer.Configure(kestrel, options));
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<LimitOptions>>((host, limits) => host.ShutdownTimeout = limits.Value.Drain);
        builder.Services.AddSingleton(options);
        return builder;
    }

    /// <summary>Puts the features together.</summary>
    /// <param name="overrides">What a test replaces: its clock, its sender of messages.</param>
    public static WebApplication Compose(WebApplicationBuilder builder, EngineSet engines, Action<WebApplicationBuilder>? overrides = null)
    {
        builder.AddEngines(engines);
        Program.AddFeatures(builder);
        overrides?.Invoke(builder);
        var app = builder.Build();
        Program.MapFeatures(app);
        return app;
    }

    /// <summary>Returns when the hub listens and knows its port.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        await app.StartAsync(cancellation);
        app.Services.GetRequiredService<HubOptions>().BoundPort = BindingAddress.Parse(app.Urls.First()).Port;
    }

    private static async Task RunAsync(HubOptions options)
    {
        using var signals = new StopSignals();
        try
        {
            HubServer.RequireFreePort(options);
            var builder = CreateBuilder(options);
            using var loggers = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
            await using var engines = await EngineSet.StartAsync(Engines(options, builder.Configuration), loggers, signals.Token);
            await using var app = Compose(builder, engines);
            await StartAsync(app, signals.Token);
            await StartBanner.PrintAsync(app, Console.Out);
            await app.WaitForShutdownAsync(signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            // Interrupted while starting: what had started has been stopped on the way here.
        }
    }

    /// <summary>The engines that the command line and the configuration name.</summary>
    public static EngineOptions Engines(HubOptions options, ConfigurationManager configuration) => new(options.DataFolder)
    {
        Redis = configuration.GetConnectionString("Redis"),
        Postgres = configuration.GetConnectionString("Postgres"),
    };
}
