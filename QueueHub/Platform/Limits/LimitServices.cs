using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;

namespace QueueHub.Platform.Limits;

/// <summary>Beyond its limits the node refuses politely, before anything is done: 503 with <c>busy</c> and when to come back.</summary>
public static class LimitServices
{
    // A connection that has been given up may not have ended yet.
    private const int SpareUpgrades = 100;
    private const int MostHeaders = 60;

    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Admission>();
        services.AddSingleton<RequestPermits>();
        services.AddSingleton<StayingConnections>();
        services.AddSingleton<Refusals>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>, ILogger<Refusals>>(
            (kestrel, limits, logger) => Configure(kestrel.Limits, limits.Value, logger));
        services.AddOptions<SocketTransportOptions>().Configure<IOptions<LimitOptions>>((sockets, limits) =>
            sockets.CreateBoundListenSocket = endpoint => BoundedSockets.Listen(endpoint, limits.Value.SendBuffer, limits.Value.Unread));
        return services;
    }

    /// <summary>After routing and sign-in, since they decide whose share a request belongs to; both only look at memory.</summary>
    public static IApplicationBuilder UseLimits(this IApplicationBuilder app)
    {
        var admission = app.ApplicationServices.GetRequiredService<Admission>();
        var connections = app.ApplicationServices.GetRequiredService<StayingConnections>();
        var refusals = app.ApplicationServices.GetRequiredService<Refusals>();
        return app.Use(async (http, next) =>
        {
            var endpoint = http.GetEndpoint()?.Metadata;
            if (endpoint?.GetMetadata<AlwaysAnswered>() is not null)
            {
                await next(http);
            }
            else if (endpoint?.GetMetadata<StaysOpen>() is { Follower: var follower })
            {
                using var seat = connections.TryTake(follower, http);
                await (seat is null ? connections.RefuseAsync(follower, http) : next(http));
            }
            else if (!await admission.RunAsync(http, next))
            {
                refusals.Add("Request");
                await Failures.WriteAsync(http, ProblemCodes.Busy);
            }
        });
    }

    private static void Configure(KestrelServerLimits kestrel, LimitOptions limits, ILogger logger)
    {
        var connections = OpenFiles.Connections(limits.Connections);
        if (connections < limits.Connections)
        {
            logger.LogWarning(
                "The system lets this process have too few open files for {Wanted} connections: {Possible} are taken. Raise LimitNOFILE or ulimit -n.",
                limits.Connections, connections);
        }

        kestrel.MaxConcurrentConnections = connections;
        kestrel.MaxConcurrentUpgradedConnections = limits.Displays + limits.Consoles + SpareUpgrades;
        kestrel.MaxRequestBodySize = limits.Body;
        kestrel.MaxRequestHeaderCount = MostHeaders;
        kestrel.RequestHeadersTimeout = limits.Headers;
        kestrel.KeepAliveTimeout = limits.Idle;
        kestrel.MinRequestBodyDataRate = new MinDataRate(limits.SlowestBytesPerSecond, limits.Grace);
        kestrel.MinResponseDataRate = new MinDataRate(limits.SlowestBytesPerSecond, limits.Grace);
    }
}
