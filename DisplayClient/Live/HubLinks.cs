using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace DisplayClient.Live;

/// <summary>How every screen reaches its hub: WebSockets at once, without negotiation, so that no sticky session is needed and one round trip is saved.</summary>
internal static class HubLinks
{
    /// <summary>A connection that is yet to be opened; the browser sends the screen's cookie with it.</summary>
    public static HubConnection Connection(Uri server, string route, JsonSerializerOptions json) => new HubConnectionBuilder()
        .WithUrl(new Uri(server, $"{route}?version={Uri.EscapeDataString(AppVersion.Text)}"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        })
        .AddJsonProtocol(options => options.PayloadSerializerOptions = json)
        .Build();

    /// <summary>Opens it; one that cannot be opened is let go.</summary>
    public static async Task StartAsync(HubConnection connection, CancellationToken cancellation)
    {
        try
        {
            await connection.StartAsync(cancellation);
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
