using QueueHub.Screens.Media;

namespace QueueHub.Screens;

/// <summary>Pairing of displays and panels.</summary>
public static class ScreenServices
{
    /// <summary>The paired screens, their schemes and policies, and the pairings under way.</summary>
    public static WebApplicationBuilder AddScreens(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ScreenStore>();
        builder.Services.AddSingleton<ScreenLists>();
        builder.Services.AddSingleton<MediaFolder>();
        builder.Services.AddSingleton<PairingStore>();
        builder.Services.AddSingleton<Pairings>();
        builder.Services.AddSingleton<PairingPermits>();
        builder.Services.AddSingleton<Screens>();
        builder.Services.AddSingleton<IScreens>(services => services.GetRequiredService<Screens>());
        builder.Services.AddHostedService(services => services.GetRequiredService<Screens>());
        builder.Services.AddSingleton<ScreenConnections>();
        builder.Services.AddSingleton<IScreenConnections>(services => services.GetRequiredService<ScreenConnections>());
        builder.Services.AddHostedService(services => services.GetRequiredService<ScreenConnections>());
        builder.Services.AddScreenPolicies();
        return builder;
    }

    public static void MapScreens(this IEndpointRouteBuilder app)
    {
        PairingEndpoints.Map(app);
        RoomScreenEndpoints.Map(app);
        VoiceEndpoints.Map(app);
        MediaEndpoint.Map(app);
    }
}
