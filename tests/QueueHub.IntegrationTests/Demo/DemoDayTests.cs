using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Demo;
using QueueHub.Live;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Counter;
using QueueHub.Tickets.Rows;
using Simulator.Plan;
using Simulator.Running;
using Pace = Simulator.Running.Pace;

namespace QueueHub.IntegrationTests.Demo;

/// <summary>A whole simulated day at a small office against a real hub, as fast as the hub answers.</summary>
public class DemoDayTests(EngineFixture engines)
{
    private const string Office = "naegok";

    [Fact]
    public async Task A_day_ends_with_everybody_served_once_or_gone_home()
    {
        await using var hub = await Hasty(engines).StartAsync();
        var events = new ConcurrentQueue<OfficeEvent>();
        hub.Services.GetRequiredService<IOfficeStates>().Changed += (state, news) =>
        {
            foreach (var one in state.Office == Office ? news : [])
            {
                events.Enqueue(one);
            }
        };
        using var doors = new HubDoors(hub.Url, lobby: 1);
        using var door = new SemaphoreSlim(1);
        var password = await hub.Services.GetRequiredService<DemoClerks>().AdmitAsync(CancellationToken.None);
        var said = new ConcurrentQueue<string>();

        var run = new OfficeRun(Office, doors, new SignInRequest($"demo-{Office}", password), seed: 3, new Hurry(), door, said.Enqueue);
        var issued = await run.DayAsync(0, CancellationToken.None);

        Assert.Empty(said);
        Assert.InRange(issued, 50, 400);
        var state = hub.Services.GetRequiredService<IOfficeStates>().Current(Office)!;
        Assert.Equal(issued, state.Tickets.Count);
        Assert.All(state.Tickets.Values, ticket => Assert.True(ticket.State is TicketState.Done or TicketState.Cancelled, $"{ticket.Number} is {ticket.State}"));
        Assert.Contains(state.Tickets.Values, ticket => ticket.Form is not null);
        Assert.Contains(state.Tickets.Values, ticket => ticket.Class != "standard");

        // Served once: completed once, and never at two counters at a time.
        var completed = events.Where(one => one.Type == EventType.TicketCompleted).Select(one => one.Tickets![0].Ordinal).ToList();
        Assert.Equal(completed.Distinct().Count(), completed.Count);
        Assert.Equal(state.Tickets.Values.Count(ticket => ticket.State == TicketState.Done), completed.Count);
        Assert.True(completed.Count > issued * 0.85, $"{completed.Count} of {issued} were served");
        AssertNeverAtTwoCounters(events);
        foreach (var type in new[] { EventType.TicketRecalled, EventType.TicketNoShow, EventType.CounterPaused })
        {
            Assert.Contains(events, one => one.Type == type);
        }

        // What the API says is the same.
        var desk = await doors.DeskAsync(Office, CancellationToken.None);
        Assert.Equal(completed.Count, desk.DoneToday.Values.Sum());
        Assert.Equal(0, desk.WaitingTotal);
        Assert.All(desk.Counters, counter => Assert.Equal(CounterState.Closed, counter.State));
        var staffed = Roster.Staffed((await doors.OfficeAsync(Office, CancellationToken.None))!).Select(counter => counter.Id);
        Assert.Equal(staffed, desk.DoneToday.Where(done => done.Value > 0).Select(done => done.Key).Order());
    }

    [Fact]
    public async Task A_visitor_s_counter_and_ticket_are_respected()
    {
        await using var hub = await Hasty(engines).StartAsync();
        using var doors = new HubDoors(hub.Url, lobby: 2);
        var taken = Roster.Staffed((await doors.OfficeAsync(Office, CancellationToken.None))!)[0].Id;
        var (clerk, _) = await hub.SignInAsync("kim");
        using var visitor = clerk;
        var desk = new HttpDoor(visitor, Office, taken);
        Assert.True((await desk.Open(new(Seocho.NewRequestId()))).Ok);
        using var phone = hub.NewClient();
        var ticket = await phone.IssueAsync("resident", Office);
        using var door = new SemaphoreSlim(1);
        var password = await hub.Services.GetRequiredService<DemoClerks>().AdmitAsync(CancellationToken.None);

        await new OfficeRun(Office, doors, new SignInRequest($"demo-{Office}", password), seed: 3, new Hurry(), door, _ => { }).DayAsync(0, CancellationToken.None);

        var board = await doors.DeskAsync(Office, CancellationToken.None);
        Assert.Equal(CounterState.Open, board.Counters.Single(counter => counter.Id == taken).State);
        Assert.Equal(((await visitor.GetFromJsonAsync<SignedIn>(Routes.WhoAmI))!.Id, 0), (board.Counters.Single(counter => counter.Id == taken).Staff, board.DoneToday.GetValueOrDefault(taken)));
        var state = hub.Services.GetRequiredService<IOfficeStates>().Current(Office)!;
        Assert.Equal(TicketState.Done, state.Tickets.Values.Single(row => row.Number == ticket.Number && row.Ordinal == 1).State);
    }

    // A demo's people hurry: to these a second is a quarter of an hour, and so it is to the lock between two announcements.
    private static HubFactory Hasty(EngineFixture engines) => new HubFactory(engines).With(services => services.Replace(ServiceDescriptor.Singleton(provider =>
        new Recall(provider.GetRequiredService<CommandRunner>(), new HubOptions { Demo = new DemoOptions(1000, 1) }))));

    private static void AssertNeverAtTwoCounters(IEnumerable<OfficeEvent> events)
    {
        var at = new Dictionary<string, long>();
        foreach (var counter in events.SelectMany(one => one.Counters ?? []))
        {
            if (counter.Ticket is { } ticket)
            {
                Assert.DoesNotContain(at, pair => pair.Value == ticket && pair.Key != counter.Id);
                at[counter.Id] = ticket;
            }
            else
            {
                at.Remove(counter.Id);
            }
        }
    }

    /// <summary>A quarter of a simulated minute passes from one look to the next, however long that takes.</summary>
    private sealed class Hurry() : Pace(1, TimeProvider.System)
    {
        private TimeSpan _now;

        public override Func<TimeSpan> Start()
        {
            _now = TimeSpan.Zero;
            return () => _now;
        }

        public override Task NextLookAsync(CancellationToken cancellation)
        {
            _now += TimeSpan.FromSeconds(15);
            return Task.CompletedTask;
        }

        public override Task RestAsync(CancellationToken cancellation) => Task.Delay(20, cancellation);
    }
}
