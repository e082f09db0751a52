using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Staff;
using QueueHub.Live.Counters;
using QueueHub.Live.Displays;
using QueueHub.Live.Panels;
using QueueHub.Live.Phones;
using QueueHub.Live.Rooms;
using QueueHub.Platform.Limits;
using QueueHub.Screens;
using QueueHub.Staff.Policies;

namespace QueueHub.Live;

/// <summary>Steps ③ and ④: follow the log, push to screens.</summary>
public static class LiveServices
{
    // A display notices a dead link by missing pings, so they are frequent; a silent client is dropped before its buffer matters.
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    // A browser lets the timers of a tab behind other windows run once a minute, and with them a console's pings.
    private static readonly TimeSpan HiddenSilence = TimeSpan.FromMinutes(3);

    // What a peer that does not answer may hold up a closing.
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1);

    // A form that is read or saved slowly must not hold up the question whether it may still be shown.
    private const int PanelCalls = 4;

    public static void AddLive(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = Ping;
            hub.ClientTimeoutInterval = Silence;
            hub.EnableDetailedErrors = false;
        }).AddHubOptions<CounterHub>(hub => hub.ClientTimeoutInterval = HiddenSilence).AddHubOptions<PanelHub>(hub => hub.MaximumParallelInvocationsPerClient = PanelCalls);
        services.AddOptions<HubOptions>().Configure<IOptions<LimitOptions>>((hub, limits) => hub.MaximumReceiveMessageSize = limits.Value.HubMessage);
        services.AddSingleton<OfficeLog>();
        services.AddSingleton<OfficeFollowers>();
        services.AddSingleton<IOfficeStates>(provider => provider.GetRequiredService<OfficeFollowers>());
        services.AddHostedService(provider => provider.GetRequiredService<OfficeFollowers>());
        services.AddSingleton<Boards.Boards>();
        services.AddSingleton<Boards.WaitForecasts>();
        services.AddSingleton<DisplayWatchers>();
        services.AddSingleton<CounterWatchers>();
        services.AddSingleton<PanelBoards>();
        services.AddSingleton<PanelSight>();
        services.AddSingleton<PanelDoor>();
        services.AddSingleton<PanelWatchers>();
        services.AddSingleton<FormFollowers>();
        services.AddHostedService<FormBells>();
        services.AddSingleton<Presence>();
        services.AddHostedService(provider => provider.GetRequiredService<Presence>());
        services.AddSingleton<PhoneSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<PhoneSweep>());
    }

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        var unread = app.ServiceProvider.GetRequiredService<IOptions<LimitOptions>>().Value.MessageUnread;
        app.MapHub<DisplayHub>(Routes.DisplayHub, WebSocketsOnly).AllowAnonymous().WithMetadata(new StaysOpen(Follower.Display));
        app.MapHub<CounterHub>(Routes.CounterHub, WebSocketsOnly).RequireStaff(StaffRole.Clerk).WithMetadata(new StaysOpen(Follower.Console));
        app.MapHub<PanelHub>(Routes.PanelHub, WebSocketsOnly).RequireScreen(ScreenKind.Panel).WithMetadata(new StaysOpen(Follower.Panel));
        PhoneStream.MapPhoneStream(app);
        app.MapRoomViews();

        // Other transports need sticky sessions behind a balancer.
        void WebSocketsOnly(HttpConnectionDispatcherOptions options)
        {
            options.Transports = HttpTransportType.WebSockets;
            options.CloseOnAuthenticationExpiration = true;
            options.TransportSendTimeout = unread;
            options.WebSockets.CloseTimeout = CloseLimit;
        }
    }
}
