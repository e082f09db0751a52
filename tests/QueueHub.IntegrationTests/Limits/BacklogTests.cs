using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Platform.Limits;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>What is not read is not kept. Alone, since it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(BacklogTests), DisableParallelization = true)]
[Collection(nameof(BacklogTests))]
public class BacklogTests(EngineFixture engines)
{
    private const int Idle = 100;
    private const int Rounds = 150;
    private const int BytesOfNoMessage = 100;

    [Fact]
    public async Task The_messages_that_frozen_screens_did_not_read_are_not_kept_for_them()
    {
        // They are not dropped while this looks.
        await using var hub = await new HubFactory(engines).With(Idler.MayStaySilent).WithSetting("Limits:SendBuffer", "4096")
            .WithSetting("Limits:Unread", "00:05:00").WithSetting("Limits:MessageUnread", "00:05:00").StartAsync();
        var open = hub.Services.GetRequiredService<StayingConnections>();
        var (kim, cookies) = await hub.SignInAsync("kim");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        var idle = new List<IDisposable>();
        for (var i = 0; i < Idle; i++)
        {
            idle.Add(await Idler.ConsoleAsync(hub, cookies, "1"));
        }

        await using var console = hub.CounterConnection(cookies);
        var (sent, bytes) = (0L, 0L);
        console.On<DeskBoard>(nameof(ICounterClient.ShowDesk), board =>
        {
            sent++;
            bytes += JsonSerializer.SerializeToUtf8Bytes(board, JsonSerializerOptions.Web).Length;
        });
        await console.StartAsync();
        Assert.NotNull(await new HubDoor(console).Attach(Seocho.Office, "1", "ko"));
        await ChangeAsync(counter, 20);
        var (before, sentBefore, bytesBefore) = (GC.GetTotalMemory(forceFullCollection: true), sent, bytes);

        await ChangeAsync(counter, Rounds);

        var (grown, unread) = (GC.GetTotalMemory(forceFullCollection: true) - before, (sent - sentBefore) * Idle);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{unread} boards of {(bytes - bytesBefore) * Idle / 1024} KB unread by {Idle} consoles, memory grown by {grown / 1024} KB");
        Assert.Equal(Idle + 1, open.Count(Follower.Console));

        // Not even a queue of references to one shared text could be so small.
        Assert.True(unread > Idle * Rounds, $"only {unread} boards were to be read");
        Assert.True(grown < unread * BytesOfNoMessage, $"memory grew by {grown} bytes for {unread} boards that were not read");
        idle.ForEach(one => one.Dispose());
        kim.Dispose();
    }

    private static async Task ChangeAsync(HttpDoor counter, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
            await counter.Pause(new PauseCounterRequest(Seocho.NewRequestId(), null));
        }
    }
}
