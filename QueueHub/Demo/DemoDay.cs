using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Demo;

/// <summary>
/// Starts the simulator as a child process that knows the hub only by its public API, and keeps it running as long as the hub. The child ends when
/// its input does: so it also ends with a hub that was killed.
/// </summary>
internal sealed class DemoDay(
    HubOptions options, DemoClerks clerks, DatabaseStart database, IServer server, IHostApplicationLifetime lifetime, ILogger<DemoDay> logger)
    : BackgroundService
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        var backoff = new Backoff();
        var done = false;
        while (!done)
        {
            try
            {
                await (options.Demo is { } demo ? RunAsync(demo) : clerks.DismissAsync(stoppingToken));
                done = options.Demo is null || lifetime.ApplicationStopping.IsCancellationRequested;
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("The demo's clerks wait for Postgres: {Reason}", error.Message);
            }
            catch (Exception error) when (error is IOException or Win32Exception)
            {
                // A demo that cannot be started must not take the hub down.
                logger.LogError("The demo cannot be started: {Reason}", error.Message);
            }

            if (!done)
            {
                await backoff.WaitAsync(stoppingToken);
            }
        }
    }

    // Until the hub stops, or the simulator ends by itself, which it should not.
    private async Task RunAsync(DemoOptions demo)
    {
        var stopping = lifetime.ApplicationStopping;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stopping);
        var password = await clerks.AdmitAsync(stopping);
        using var simulator = Process.Start(Simulator(demo))!;
        await simulator.StandardInput.WriteLineAsync(password);
        await simulator.StandardInput.FlushAsync(stopping);
        try
        {
            await simulator.WaitForExitAsync(stopping);
            logger.LogError("The demo ended with code {Code} and is started again.", simulator.ExitCode);
        }
        catch (OperationCanceledException)
        {
            simulator.StandardInput.Close();
            await Task.WhenAny(simulator.WaitForExitAsync(CancellationToken.None), Task.Delay(Farewell, CancellationToken.None));
            if (!simulator.HasExited)
            {
                simulator.Kill();
            }

            await clerks.DismissAsync(CancellationToken.None);
        }
    }

    private ProcessStartInfo Simulator(DemoOptions demo)
    {
        var port = BindingAddress.Parse(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()).Port;
        var scheme = options.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        return new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Simulator.dll"),
                "--hub", new UriBuilder(scheme, "127.0.0.1", port).Uri.ToString(),
                "--speed", demo.Speed.ToString(CultureInfo.InvariantCulture),
                "--seed", demo.Seed.ToString(CultureInfo.InvariantCulture),
                .. options.Certificate is { } certificate ? (string[])["--certificate", certificate.Leaf.GetCertHashString(HashAlgorithmName.SHA256)] : [],
            ])
        {
            RedirectStandardInput = true,
        };
    }
}
