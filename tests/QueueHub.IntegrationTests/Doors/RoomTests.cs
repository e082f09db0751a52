using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>The supervisor's room: what may be seen and ordered there, and by whom.</summary>
public class RoomTests(EngineFixture engines)
{
    [Fact]
    public async Task A_supervisor_opens_moves_services_pauses_and_closes_a_counter_and_the_clerks_board_shows_it()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, cookies) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        await using var console = hub.CounterConnection(cookies);
        DeskCounter? seen = null;
        console.On<DeskBoard>(nameof(ICounterClient.ShowDesk), board => seen = Counter(board, "3"));
        await console.StartAsync();
        seen = Counter((await new HubDoor(console).Attach(Seocho.Office, "3", "ko"))!, "3");
        Assert.Equal(CounterState.Closed, seen.State);
        var colleagues = (await choi.GetFromJsonAsync<List<Colleague>>($"/api/offices/{Seocho.Office}/staff"))!;
        var clerk = colleagues.Single(person => person.Name == "김서연");

        await OrderAsync(choi, "counters/3/open", new OpenCounterRequest(Seocho.NewRequestId(), Staff: clerk.Id));
        await Eventually.TrueAsync(() => seen is { State: CounterState.Open } && seen.Staff == clerk.Id, "the clerk's counter is open");
        await OrderAsync(choi, "counters/3/services", new ServicesRequest(Seocho.NewRequestId(), ["passport"], ["resident"]));
        await Eventually.TrueAsync(() => seen is { Primary: ["passport"], Helping: ["resident"] }, "it has other services");
        await OrderAsync(choi, "counters/3/pause", new PauseCounterRequest(Seocho.NewRequestId(), "점심", 30));
        await Eventually.TrueAsync(() => seen is { State: CounterState.Paused, PauseReason: "점심", PauseUntil: not null }, "it is paused");
        await OrderAsync(choi, "counters/3/close", Seocho.Request());
        await Eventually.TrueAsync(() => seen is { State: CounterState.Closed, Staff: null }, "it is closed");
        kim.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task A_stuck_counter_is_freed_from_the_room_and_the_ticket_put_back()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        var door = new HttpDoor(kim, Seocho.Office, "1");
        await door.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await citizen.IssueAsync();
        var ticket = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.Equal(ProblemCodes.CounterBusy, await RefusalAsync(choi, "counters/1/close", Seocho.Request()));

        await OrderAsync(choi, "counters/1/no-show", Seocho.Request(ticket));
        await OrderAsync(choi, "counters/1/reinstate", Seocho.Request(ticket));
        await OrderAsync(choi, "counters/1/close", Seocho.Request());

        await Eventually.TrueAsync(async () =>
            await choi.GetFromJsonAsync<DeskBoard>($"/api/offices/{Seocho.Office}/desk") is { NoShows: [], Waiting: [{ Ordinal: var ordinal }] } && ordinal == ticket,
            "it waits again");
        kim.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task A_notice_is_on_the_public_board_until_it_is_taken_away()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (choi, _) = await hub.SignInAsync("choi");

        await OrderAsync(choi, "notice", new NoticeRequest(Seocho.NewRequestId(), "승강기 점검 중입니다", "The lift is being checked", 30));
        await Eventually.TrueAsync(async () => (await citizen.BoardAsync())!.Notice is { Text.En: "The lift is being checked", Until: not null }, "the notice");
        await OrderAsync(choi, "notice", new NoticeRequest(Seocho.NewRequestId()));
        await Eventually.TrueAsync(async () => (await citizen.BoardAsync())!.Notice is null, "no notice any more");
        choi.Dispose();
    }

    [Fact]
    public async Task All_offices_of_a_supervisor_are_listed_with_their_numbers_and_only_those()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        await RoleAsync(hub, "choi", "jamwon", "clerk");
        var (choi, _) = await hub.SignInAsync("choi");
        await new HttpDoor(kim, Seocho.Office, "1").Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await citizen.IssueAsync();

        var rooms = await Eventually.NotNullAsync(
            async () => await choi.GetFromJsonAsync<RoomList>(Routes.Rooms) is { Offices: [{ Office: Seocho.Office, Waiting: 1, Open: 1 }, ..] } list ? list : null,
            "the office with somebody waiting comes first");

        Assert.NotNull(rooms.Offices[0].LongestSince);
        Assert.True(rooms.Offices.Count > 1);
        Assert.DoesNotContain(rooms.Offices, office => office.Office == "jamwon");
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Forbidden), await StatusAsync(kim, Routes.Rooms));
        kim.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task Names_of_colleagues_are_for_the_offices_supervisors_and_nothing_but_names()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await RoleAsync(hub, "choi", "jamwon", "clerk");
        await DisableAsync(hub, "lee");
        var (choi, _) = await hub.SignInAsync("choi");

        var people = (await choi.GetFromJsonAsync<List<JsonElement>>($"/api/offices/{Seocho.Office}/staff"))!;

        Assert.All(people, person => Assert.Equal(["id", "name"], person.EnumerateObject().Select(property => property.Name)));
        var names = people.Select(person => person.GetProperty("name").GetString()).ToList();
        Assert.Contains("김서연", names);
        Assert.DoesNotContain("이준호", names);
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Forbidden), await StatusAsync(choi, "/api/offices/jamwon/staff"));
        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.UnknownOffice), await StatusAsync(choi, "/api/offices/nowhere/staff"));
        choi.Dispose();
    }

    [Fact]
    public async Task A_clerk_and_a_stranger_are_turned_away_from_everything_of_the_room()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var stranger = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        await new HttpDoor(kim, Seocho.Office, "1").Open(new OpenCounterRequest(Seocho.NewRequestId()));
        foreach (var (client, status) in new[] { (kim, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.Unauthorized) })
        {
            Assert.Equal(status, (await StatusAsync(client, $"/api/offices/{Seocho.Office}/staff")).Status);
            Assert.Equal(status, await OrderedAsync(client, "notice", new NoticeRequest(Seocho.NewRequestId(), "안내")));
            Assert.Equal(status, await OrderedAsync(client, "counters/1/pause", new PauseCounterRequest(Seocho.NewRequestId())));
            Assert.Equal(status, await OrderedAsync(client, "counters/1/close", Seocho.Request()));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await StatusAsync(stranger, Routes.Rooms)).Status);
        var desk = (await kim.GetFromJsonAsync<DeskBoard>($"/api/offices/{Seocho.Office}/desk"))!;
        Assert.Equal((CounterState.Open, null), (Counter(desk, "1").State, desk.Notice));
        kim.Dispose();
    }

    private static DeskCounter Counter(DeskBoard board, string id) => board.Counters.Single(counter => counter.Id == id);

    private static async Task OrderAsync<T>(HttpClient client, string path, T request)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{Seocho.Office}/room/{path}", request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> OrderedAsync<T>(HttpClient client, string path, T request)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{Seocho.Office}/room/{path}", request);
        return response.StatusCode;
    }

    private static async Task<string?> RefusalAsync<T>(HttpClient client, string path, T request)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{Seocho.Office}/room/{path}", request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static async Task<(HttpStatusCode Status, string? Code)> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static Task RoleAsync(RunningHub hub, string name, string office, string role) => ChangeAsync(
        hub, "update staff_office set role = $3 from staff where staff.id = staff_office.staff and staff.name = $1 and staff_office.office = $2", name, office, role);

    private static Task DisableAsync(RunningHub hub, string name) => ChangeAsync(hub, "update staff set disabled = true where name = $1", name);

    private static async Task ChangeAsync(RunningHub hub, string sql, params string[] values)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var change = source.CreateCommand(sql);
        foreach (var value in values)
        {
            change.Parameters.AddWithValue(value);
        }

        Assert.Equal(1, await change.ExecuteNonQueryAsync());
    }
}
