using Microsoft.Extensions.Options;
using QueueHub.Notify.Gateways;
using QueueHub.Notify.Push;
using QueueHub.Platform;

namespace QueueHub.Notify;

/// <summary>Pocketed phones: Web Push and a message gateway behind one interface.</summary>
public static class NotifyServices
{
    /// <summary>Comes after the database and the key ring.</summary>
    public static void AddNotify(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<NotifyOptions>().BindConfiguration(NotifyOptions.Section)
            .PostConfigure<HubOptions>((notify, hub) =>
            {
                notify.PushHosts = notify.PushHosts.Count > 0 ? notify.PushHosts : NotifyOptions.KnownPushHosts;

                // A push service may refuse whom it cannot write to.
                notify.Contact ??= hub.PublicUrl.Scheme == Uri.UriSchemeHttps ? hub.PublicUrl.ToString() : "mailto:webmaster@localhost";
            })
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new PushHosts(provider.GetRequiredService<IOptions<NotifyOptions>>().Value));
        services.AddSingleton<PushKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<PushKeys>());
        services.AddSingleton<INotifier, PushNotifier>();
        if (builder.Configuration.GetSection(NotifyOptions.Section)[nameof(NotifyOptions.Gateway)] is not (null or NotifyOptions.NoGateway))
        {
            services.AddSingleton<INotifier>(provider => GatewayNotifier.Of(provider));
        }

        services.AddSingleton<Subscriptions>();
        services.AddSingleton<Claims>();
        services.AddSingleton<Deliveries>();
        services.AddHostedService<NotifyWatch>();
    }

    public static void MapNotify(this IEndpointRouteBuilder app) => NotifyEndpoints.Map(app);
}
