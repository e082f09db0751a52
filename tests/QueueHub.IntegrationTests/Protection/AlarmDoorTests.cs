using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Protection;

/// <summary>The silent alarm over the real hub: who is told, who may answer and switch it off.</summary>
public class AlarmDoorTests(EngineFixture engines)
{
    [Fact]
    public async Task An_alarm_reaches_its_clerk_and_every_supervisor_and_nobody_else_until_it_is_switched_off()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, kims) = await hub.SignInAsync("kim");
        var (lee, lees) = await hub.SignInAsync("lee");
        var (choi, chois) = await hub.SignInAsync("choi");
        using var citizen = hub.NewClient();
        var door = new HttpDoor(kim, Seocho.Office, "1");
        await door.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await new HttpDoor(choi, Seocho.Office, "2").Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await citizen.IssueAsync();
        await door.CallNext(Seocho.CallNext());
        await using var clerk = await ConsoleAsync(hub, kims, "1");
        await using var sameElsewhere = await ConsoleAsync(hub, kims, "3");
        await using var colleague = await ConsoleAsync(hub, lees, "1");
        await using var room = await ConsoleAsync(hub, chois, null);
        await using var attached = await ConsoleAsync(hub, chois, "2");

        Assert.True((await clerk.Hub.RaiseAlarm(Seocho.Request())).Ok);
        Assert.True((await clerk.Hub.RaiseAlarm(Seocho.Request())).Ok);
        foreach (var console in new[] { clerk, room, attached })
        {
            await Eventually.TrueAsync(() => console.Alarms is [{ Counter: "1", StaffName: "김서연", Number: 1, Answers: [] }], "the alarm is known");
        }

        var id = clerk.Alarms![0].Id;
        await using (var late = await ConsoleAsync(hub, chois, null))
        {
            await Eventually.TrueAsync(() => late.Alarms is [{ Id: var seen }] && seen == id, "who comes in later is told at once");
        }

        await Eventually.TrueAsync(
            async () => (await choi.GetAsync<RoomList>("../../rooms")).Offices is [{ Office: Seocho.Office, Alarms: 1 }, ..], "the office with an alarm comes first");
        Assert.Equal(ProblemCodes.Forbidden, await kim.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/answer", new AlarmAnswerRequest(Seocho.NewRequestId(), id)));
        Assert.Equal(ProblemCodes.Forbidden, await kim.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/end", new AlarmRequest(Seocho.NewRequestId(), id)));
        Assert.Equal(ProblemCodes.Forbidden, (await colleague.Hub.EndAlarm(new AlarmRequest(Seocho.NewRequestId(), id))).Problem?.Code);
        Assert.Equal(ProblemCodes.Forbidden, (await colleague.Hub.RaiseAlarm(Seocho.Request())).Problem?.Code is ProblemCodes.NotYourCounter ? ProblemCodes.Forbidden : null);
        using (var stranger = hub.NewClient())
        {
            Assert.Equal(ProblemCodes.SignInRequired, await stranger.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/end", new AlarmRequest(Seocho.NewRequestId(), id)));
        }

        Assert.Null(await choi.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/answer", new AlarmAnswerRequest(Seocho.NewRequestId(), id)));
        Assert.Null(await choi.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/answer", new AlarmAnswerRequest(Seocho.NewRequestId(), id, "청원경찰")));
        await Eventually.TrueAsync(
            () => clerk.Alarms is [{ Answers: [{ From: null, StaffName: "최하늘" or not null }, { From: "청원경찰" }] }], "the clerk knows that help is coming");
        Assert.Equal(
            ProblemCodes.AlarmOver, await choi.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/answer", new AlarmAnswerRequest(Seocho.NewRequestId(), id + 1)));
        Assert.Null(await choi.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/end", new AlarmRequest(Seocho.NewRequestId(), id)));
        foreach (var console in new[] { clerk, room, attached })
        {
            await Eventually.TrueAsync(() => console.Alarms is [], "it is over");
        }

        Assert.Equal(ProblemCodes.AlarmOver, await choi.RefusalAsync(HttpMethod.Post, "room/counters/1/alarm/end", new AlarmRequest(Seocho.NewRequestId(), id)));
        Assert.Equal(ProblemCodes.AlarmOver, (await clerk.Hub.EndAlarm(new AlarmRequest(Seocho.NewRequestId(), id))).Problem?.Code);
        foreach (var console in new[] { colleague, sameElsewhere })
        {
            Assert.All(console.Boards, board => Assert.Empty(board.Alarms));
        }

        kim.Dispose();
        lee.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task Whoever_raised_it_switches_it_off_and_a_connection_that_goes_to_another_counter_knows_no_more_of_it()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, kims) = await hub.SignInAsync("kim");
        await new HttpDoor(kim, Seocho.Office, "1").Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await using var clerk = await ConsoleAsync(hub, kims, "1");
        await clerk.Hub.RaiseAlarm(Seocho.Request());
        await Eventually.TrueAsync(() => clerk.Alarms is [{ Number: null }], "the alarm is known");

        Assert.NotNull(await clerk.Hub.Attach(Seocho.Office, "3", "ko"));
        await Eventually.TrueAsync(() => clerk.Alarms is [], "not at another counter");
        Assert.NotNull(await clerk.Hub.Attach(Seocho.Office, "1", "ko"));
        await Eventually.TrueAsync(() => clerk.Alarms is [_], "but back at this one");
        Assert.True((await clerk.Hub.EndAlarm(new AlarmRequest(Seocho.NewRequestId(), clerk.Alarms![0].Id))).Ok);
        await Eventually.TrueAsync(() => clerk.Alarms is [], "it is over");
        kim.Dispose();
    }

    private static async Task<AlarmConsole> ConsoleAsync(RunningHub hub, CookieContainer cookies, string? counter)
    {
        var console = new AlarmConsole(hub.CounterConnection(cookies));
        await console.BeginAsync(counter);
        return console;
    }

    private sealed class AlarmConsole(HubConnection connection) : IAsyncDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<AlarmBoard> _boards = [];

        public HubDoor Hub { get; } = new(connection);
        public IReadOnlyCollection<AlarmBoard> Boards => _boards;
        public IReadOnlyList<Alarm>? Alarms => _boards.LastOrDefault()?.Alarms;

        public async Task BeginAsync(string? counter)
        {
            connection.On<AlarmBoard>(nameof(ICounterClient.ShowAlarms), _boards.Enqueue);
            await connection.StartAsync();
            Assert.NotNull(counter is null ? await Hub.Watch(Seocho.Office) : await Hub.Attach(Seocho.Office, counter, "ko"));
            await Eventually.TrueAsync(() => Alarms is not null, "the first board");
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
