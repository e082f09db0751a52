using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Staff;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>The demo office on a real hub: citizens who issue, clerks who sign in.</summary>
public static class Seocho
{
    public const string Office = "seocho";
    public const string Service = "resident";

    public static string NewRequestId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static CounterRequest Request() => new(NewRequestId());

    public static CallNextRequest CallNext() => new(NewRequestId());
    public static TicketRequest Request(long ticket) => new(NewRequestId(), ticket);

    public static async Task<IssuedTicket> IssueAsync(this HttpClient client, string service = Service, string office = Office, FormAnswers? form = null)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{office}/tickets", new IssueRequest(NewRequestId(), service, Form: form));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<IssuedTicket>())!;
    }

    public static Task<Board?> BoardAsync(this HttpClient client, string office = Office) =>
        client.GetFromJsonAsync<Board>($"/api/offices/{office}/board");

    /// <summary>Gives what the hub knows once it has read all that Redis holds of the office now: a command may be answered before that.</summary>
    public static async Task<OfficeState> CaughtUpAsync(this RunningHub hub, string office = Office)
    {
        var held = (await hub.Services.GetRequiredService<OfficeLog>().PositionsAsync([office]))[0];
        var states = hub.Services.GetRequiredService<IOfficeStates>();
        await Eventually.TrueAsync(() => states.Current(office)?.Version >= held.Version, $"the hub has read all of {office}");
        return states.Current(office)!;
    }

    /// <summary>What one of the demo staff types to sign in.</summary>
    public static (string Name, string Password) Account(this RunningHub hub, string name)
    {
        var account = hub.Services.GetRequiredService<DemoStaff>().Accounts.Single(account => account.Name == name);
        return (account.Name, account.Password);
    }

    /// <summary>A complete form of <see cref="Service"/>.</summary>
    public static FormAnswers FilledForm(this RunningHub hub, string name = "홍길동") =>
        FormFiller.Fill(hub.Services.GetRequiredService<IOffices>().Form("resident-register")!, name);

    /// <summary>A browser in which one of the demo staff is signed in, and its cookies.</summary>
    /// <param name="founder">The node that made the demo staff, when it is another one.</param>
    public static async Task<(HttpClient Client, CookieContainer Cookies)> SignInAsync(this RunningHub hub, string name, RunningHub? founder = null)
    {
        var (_, password) = (founder ?? hub).Account(name);
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }, disposeHandler: true) { BaseAddress = hub.Url };

        // A hub would rather say that nobody can sign in now than wait for the database.
        await Eventually.TrueAsync(
            async () =>
            {
                using var response = await client.PostAsJsonAsync(Routes.SignIn, new SignInRequest(name, password));
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
                return response.StatusCode == HttpStatusCode.OK;
            },
            $"{name} is signed in");
        return (client, cookies);
    }

    public static HubConnection CounterConnection(this RunningHub hub, CookieContainer cookies) => new HubConnectionBuilder()
        .WithUrl(new Uri(hub.Url, Routes.CounterHub), options =>
        {
            options.Cookies = cookies;
            options.SkipNegotiation = true;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        })
        .Build();

    public static HubConnection DisplayConnection(this RunningHub hub) => new HubConnectionBuilder()
        .WithUrl(new Uri(hub.Url, Routes.DisplayHub), options =>
        {
            options.SkipNegotiation = true;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        })
        // The hub drops who is silent for fifteen seconds, which is also how seldom this client speaks of itself by default.
        .WithKeepAliveInterval(TimeSpan.FromSeconds(2))
        .Build();
}
