using QueueHub.Engines;
using QueueHub.Tickets.Files;

namespace QueueHub.Tickets;

/// <summary>Step ②: the queue that decides.</summary>
public static class TicketServices
{
    /// <summary>Registers the queue. Needs an <see cref="StackExchange.Redis.IConnectionMultiplexer"/> that fails fast.</summary>
    public static WebApplicationBuilder AddTickets(this WebApplicationBuilder builder)
    {
        LuaScripts.EnsureLoaded();
        builder.Services.AddSingleton<ITicketQueue, RedisTicketQueue>();
        builder.Services.AddHostedService(services =>
            ActivatorUtilities.CreateInstance<AppendFileRewriter>(services, services.GetRequiredService<EngineSet>().RedisConfiguration));
        return builder;
    }
}
