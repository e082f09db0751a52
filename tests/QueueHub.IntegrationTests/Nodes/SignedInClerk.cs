using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;

namespace QueueHub.IntegrationTests.Nodes;

/// <summary>A browser in which a clerk is signed in, at counter 1 of whatever node.</summary>
internal sealed class SignedInClerk(HttpClient client, CookieContainer cookies) : IDisposable
{
    private const string Counter = "1";
    private readonly List<HttpClient> _clients = [client];

    public static async Task<SignedInClerk> AtAsync(Uri node, string name, string password)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        using var response = await client.PostAsJsonAsync(new Uri(node, Routes.SignIn), new SignInRequest(name, password));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new SignedInClerk(client, cookies);
    }

    /// <summary>The HTTP door of a node.</summary>
    public HttpDoor Door(Uri node)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = node };
        _clients.Add(client);
        return new HttpDoor(client, Seocho.Office, Counter);
    }

    /// <summary>A connection to the counter hub of a node, attached.</summary>
    public async Task<HubConnection> ConsoleAsync(Uri node)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(node, Routes.CounterHub), options =>
            {
                options.Cookies = cookies;
                options.SkipNegotiation = true;
                options.Transports = HttpTransportType.WebSockets;
            })
            .Build();
        await connection.StartAsync();
        Assert.NotNull(await new HubDoor(connection).Attach(Seocho.Office, Counter, "ko"));
        return connection;
    }

    /// <summary>Signs out; gives how long that took.</summary>
    public async Task<TimeSpan> SignOutAsync(Uri node)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await client.PostAsync(new Uri(node, Routes.SignOut), null);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>The status of an address that only staff may read.</summary>
    public async Task<HttpStatusCode> StatusAsync(Uri address)
    {
        using var response = await client.GetAsync(address);
        return response.StatusCode;
    }

    public void Dispose() => _clients.ForEach(one => one.Dispose());
}
