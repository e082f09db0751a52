using Microsoft.AspNetCore.HttpOverrides;

namespace QueueHub.Platform;

/// <summary>
/// Behind a balancer every request comes from the balancer. Those that were named are believed whom they speak for, so that rates are counted by the citizen's
/// address, cookies are <c>Secure</c>, and the origin is compared with the right host; what anybody else says of himself is not read.
/// </summary>
public static class Proxies
{
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        var proxies = app.ApplicationServices.GetRequiredService<HubOptions>().Proxies;
        if (proxies.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,

            // As many as are known: the first address that is not a proxy's is the citizen's.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        return app.UseForwardedHeaders(options);
    }
}
