using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Platform.Limits;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>A node may leave at any time, whoever is connected to it.</summary>
public class DrainTests(EngineFixture engines)
{
    // Far below the limits at which this hub would give up: whoever waits for one that does not read is found.
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_node_leaves_quickly_with_phones_and_screens_connected_also_with_some_that_do_not_read()
    {
        await using var hub = await new HubFactory(engines).With(Idler.MayStaySilent).WithSetting("Limits:SendBuffer", "4096")
            .WithSetting("Limits:Drain", "00:05:00").WithSetting("Limits:Grace", "00:05:00")
            .WithSetting("Limits:Unread", "00:05:00").WithSetting("Limits:MessageUnread", "00:05:00").StartAsync();
        using var citizen = hub.NewClient();
        using var idler = Idler.Browser(hub.Url);
        var ticket = await citizen.IssueAsync();
        var phones = new List<Stream>();
        for (var i = 0; i < 10; i++)
        {
            phones.Add(await citizen.GetStreamAsync($"{ticket.Url}/events"));
        }

        using var frozenPhone = await Idler.PhoneAsync(idler, ticket);
        using var frozenDisplay = await Idler.DisplayAsync(hub);
        await using var display = hub.DisplayConnection();
        var closed = new TaskCompletionSource();
        display.Closed += _ =>
        {
            closed.SetResult();
            return Task.CompletedTask;
        };
        await display.StartAsync();
        Assert.NotNull(await display.InvokeAsync<Board?>("Watch", Seocho.Office));
        var (kim, cookies) = await hub.SignInAsync("kim");
        using var frozenConsole = await Idler.ConsoleAsync(hub, cookies, "1");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        for (var i = 0; i < 40; i++)
        {
            await counter.Open(new(Seocho.NewRequestId()));
            await counter.Pause(new(Seocho.NewRequestId(), null));
        }

        Assert.Equal(11, hub.Services.GetRequiredService<StayingConnections>().Count(Follower.Phone));

        var began = Stopwatch.GetTimestamp();
        await hub.StopAsync();
        var took = Stopwatch.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper!.WriteLine($"{took}");

        Assert.True(took < Quickly, $"it took {took}");
        await closed.Task.WaitAsync(Quickly);
        foreach (var phone in phones)
        {
            using var reader = new StreamReader(phone);
            Assert.Contains("event: ticket", await reader.ReadToEndAsync().WaitAsync(Quickly), StringComparison.Ordinal);
        }

        kim.Dispose();
    }
}
