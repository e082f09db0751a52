using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Two whole nodes on one Redis, one of which is asleep at midnight or has a wrong clock.</summary>
public class NodesAtNightTests(EngineFixture engines)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // It takes tomorrow to have begun, today not to have, the time after hours to be over. The hours end at 14:00, the day at 16:00.
    [Theory]
    [InlineData(22, 2)]
    [InlineData(0, -2)]
    [InlineData(12, 4)]
    public async Task A_node_with_a_wrong_clock_neither_ends_nor_begins_a_day_and_is_refused(int hour, int ahead)
    {
        var database = await engines.CreateDatabaseAsync();
        await OfficeChanges.SeedOfficesAsync(
            database, OfficeChanges.ZoneAt(hour), new OpeningHours(Enum.GetValues<DayOfWeek>(), new TimeOnly(0, 0), hour == 12 ? new TimeOnly(14, 0) : new TimeOnly(23, 59)));
        await using var right = await new HubFactory(engines).WithPostgresAt(database).WithOpeningHours().StartAsync();
        using var citizen = right.NewClient();
        await citizen.IssueAsync();
        await using var wrong = await new HubFactory(engines).Beside(right).WithOpeningHours().WithTime(new ShiftedClock(TimeSpan.FromHours(ahead))).StartAsync();
        await FollowsAsync(wrong, right);
        var (day, version) = (State(right).Day, State(right).Version);

        await wrong.Services.GetRequiredService<DayKeeper>().KeepAsync(wrong.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!);
        using var other = wrong.NewClient();
        using var refused = await other.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service));

        Assert.Equal(ProblemCodes.ClockSkew, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(2, (await citizen.IssueAsync()).Number);
        await FollowsAsync(wrong, right);
        Assert.Equal((day, true, version + 1), (State(wrong).Day, State(wrong).DayOpen, State(wrong).Version));
        Assert.Equal(2, (await other.BoardAsync())!.Services.Single(service => service.Id == Seocho.Service).Waiting);
    }

    [Fact]
    public async Task A_node_cut_off_over_midnight_goes_on_with_the_new_day_and_so_do_its_screens()
    {
        var database = await engines.CreateDatabaseAsync();
        await OfficeChanges.SeedOfficesAsync(database, OfficeChanges.ZoneAt(12));
        var (clock, sleepersClock) = (new ShiftedClock(pace: 10), new ShiftedClock(pace: 10));
        await using var awake = await new HubFactory(engines).WithPostgresAt(database).WithTime(clock).StartAsync();
        await using var proxy = new FaultProxy(ConfigurationOptions.Parse(awake.RedisConnectionString).EndPoints[0]);
        await using var sleeper = await new HubFactory(engines).WithPostgresAt(database).WithRedisAt($"127.0.0.1:{proxy.EndPoint.Port}").WithTime(sleepersClock).StartAsync();
        await using var display = sleeper.DisplayConnection();
        Board? shown = null;
        display.On<Board>(nameof(IDisplayClient.ShowBoard), board => shown = board);
        await display.StartAsync();
        using var citizen = awake.NewClient();
        using var sleepersCitizen = sleeper.NewClient();
        await citizen.IssueAsync();
        await citizen.IssueAsync();
        await FollowsAsync(sleeper, awake);
        await display.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office);

        // From now on the office's time is the nodes': Redis's own cannot be put forward.
        await awake.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().HashSetAsync(RedisKeys.Meta(Seocho.Office), "simulated", "1");
        var yesterday = State(awake).Day;
        proxy.Silence();
        clock.Offset = TimeSpan.FromHours(13);
        await Eventually.TrueAsync(() => State(awake) is { DayOpen: true, Day: var day } && day != yesterday, "the new day is open");
        Assert.Equal(1, (await citizen.IssueAsync()).Number);
        Assert.Equal(yesterday, State(sleeper).Day);

        sleepersClock.Offset = clock.Offset;
        proxy.Restore();

        var first = await Eventually.NotNullAsync(() => FirstAnsweredAsync(sleepersCitizen), "the sleeper reaches Redis again", Limit);
        Assert.Equal(2, first.Number);
        await FollowsAsync(sleeper, awake);
        Assert.Equal(State(awake).Day, State(sleeper).Day);
        await Eventually.TrueAsync(() => shown?.Services.Single(service => service.Id == Seocho.Service).Waiting == 2 && shown.Version >= first.Version, "the display has followed");
        Assert.Equal([1, 2], State(sleeper).Tickets.Values.Select(ticket => ticket.Number).Order());
    }

    // Only that Redis cannot be reached yet may be answered before.
    private static async Task<IssuedTicket?> FirstAnsweredAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service));
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<IssuedTicket>();
    }

    private static OfficeState State(RunningHub hub) => hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!;

    private static Task FollowsAsync(RunningHub follower, RunningHub leader) => Eventually.TrueAsync(
        () => follower.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office) is { } state && (state.Epoch, state.Version) == (State(leader).Epoch, State(leader).Version),
        "the other node has followed", Limit);
}
