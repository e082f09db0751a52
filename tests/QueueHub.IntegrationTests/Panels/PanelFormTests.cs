using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Panels;

/// <summary>Who may read and write a form at a counter, and when: everybody else gets nothing, whatever they hold in their hands.</summary>
public sealed class PanelFormTests(EngineFixture engines)
{
    private static readonly string[] Everything = ["serves", "read", "write", "sign"];

    [Fact]
    public async Task Only_a_paired_panel_gets_a_connection()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var display = await PairedScreen.DisplayAsync(hub, "로비");
        var (kim, cookies) = await hub.SignInAsync("kim");
        using var clerk = kim;
        await using var nobody = Connection(hub, new System.Net.CookieContainer());
        await using var staff = Connection(hub, cookies);
        await using var other = display.Connection(hub, Routes.PanelHub);

        foreach (var connection in new[] { nobody, staff, other })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => connection.StartAsync());
        }
    }

    [Fact]
    public async Task A_form_is_before_the_panel_while_its_ticket_is_being_served_there_and_at_no_other_moment()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        using var clerk = kim;
        var counter = new HttpDoor(clerk, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await using var panel = await PanelSide.StartAsync(hub, "1");

        (string Name, Func<long, Task<CommandReply>> End)[] endings =
        [
            ("completed", ticket => counter.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))),
            ("parked", ticket => counter.Park(new ParkRequest(Seocho.NewRequestId(), ticket))),
            ("transferred", ticket => counter.Transfer(new TransferRequest(Seocho.NewRequestId(), ticket, Service: "passport"))),
            ("moved", ticket => counter.Move(new MoveRequest(Seocho.NewRequestId(), ticket, "banpo-1", "resident"))),
            ("ended", async ticket =>
            {
                await counter.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Language));
                return await counter.EndVisit(new EndVisitRequest(Seocho.NewRequestId(), ticket, WarningKind.Language));
            }),
        ];
        foreach (var (name, end) in endings)
        {
            var issued = await citizen.IssueAsync(form: hub.FilledForm());
            var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
            Assert.Empty(await panel.MayAsync(ticket));

            Assert.True((await counter.Start(Seocho.Request(ticket))).Ok);
            Assert.Equal(Everything, await panel.MayAsync(ticket));
            using (var late = await citizen.PostAsJsonAsync($"{issued.Url}/form/fields", new EditFieldsRequest([new("copies", 1, ["3"])])))
            {
                Assert.Equal(ProblemCodes.FormLocked, (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
            }

            Assert.True((await end(ticket)).Ok, name);
            Assert.True((await panel.MayAsync(ticket)).Count == 0, $"{name}: {string.Join(", ", await panel.MayAsync(ticket))}");
        }

        // A cancelled visit was called, and never begun.
        await citizen.IssueAsync(form: hub.FilledForm());
        var cancelled = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.True((await counter.Cancel(Seocho.Request(cancelled))).Ok);
        Assert.Empty(await panel.MayAsync(cancelled));
    }

    [Fact]
    public async Task No_other_panel_no_other_clerk_and_no_revoked_panel_gets_anything()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var node = await new HubFactory(engines).Beside(hub).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync(form: hub.FilledForm());
        var (kim, _) = await hub.SignInAsync("kim");
        using var clerk = kim;
        var counter = new HttpDoor(clerk, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.True((await counter.Start(Seocho.Request(ticket))).Ok);
        await using var here = await PanelSide.StartAsync(hub, "1", node);
        await using var beside = await PanelSide.StartAsync(hub, "2");
        await using var elsewhere = await PanelSide.StartAsync(hub, "1", office: "banpo-1", supervisor: "admin");
        var (lee, leeCookies) = await hub.SignInAsync("lee");
        using var leeClient = lee;
        await using var leeConnection = hub.CounterConnection(leeCookies);
        await leeConnection.StartAsync();
        var colleague = new HubDoor(leeConnection);
        await colleague.Attach(Seocho.Office, "2", "ko");
        await colleague.Open(new OpenCounterRequest(Seocho.NewRequestId()));

        Assert.Equal(Everything, await here.MayAsync(ticket));
        Assert.Empty(await beside.MayAsync(ticket));
        Assert.Empty(await elsewhere.MayAsync(ticket));
        Assert.Null(await colleague.Submission(ticket));
        Assert.False((await colleague.EditForm(new EditFormRequest(ticket, [new("copies", 1, ["3"])]))).Ok);
        Assert.DoesNotContain("홍길동", JsonSerializer.Serialize(here.Boards, JsonSerializerOptions.Web), StringComparison.Ordinal);

        // Revoked at one node, it is told and closed at another; its token opens nothing any more.
        var (choi, _) = await hub.SignInAsync("choi");
        using (choi)
        {
            using var revoked = await choi.PostAsync($"/api/offices/{Seocho.Office}/room/screens/{here.Screen.Place.Id}/revoke", null);
            revoked.EnsureSuccessStatusCode();
        }

        await Eventually.TrueAsync(() => here.Unpaired && here.Closed, "the revoked panel is closed");
        await using var again = here.Screen.Connection(hub, Routes.PanelHub);
        await Assert.ThrowsAnyAsync<Exception>(() => again.StartAsync());
    }

    [Fact]
    public async Task What_this_node_still_remembers_is_no_yes()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync(form: hub.FilledForm());
        var (kim, _) = await hub.SignInAsync("kim");
        using var clerk = kim;
        var counter = new HttpDoor(clerk, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.True((await counter.Start(Seocho.Request(ticket))).Ok);
        await using var panel = await PanelSide.StartAsync(hub, "1");
        Assert.Equal(Everything, await panel.MayAsync(ticket));

        // As on a node whose bell and log are late: Redis knows more, and this node has not heard of it.
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        var row = (string)(await redis.HashGetAsync(RedisKeys.Tickets(Seocho.Office), ticket))!;
        await redis.HashSetAsync(RedisKeys.Tickets(Seocho.Office), ticket, row.Replace("\"serving\"", "\"done\"", StringComparison.Ordinal));

        Assert.Equal(ticket, (await panel.Watch())!.Ticket?.Ordinal);
        Assert.Empty(await panel.MayAsync(ticket));
    }

    [Fact]
    public async Task While_Redis_does_not_answer_nobody_says_yes()
    {
        await using var redis = await OwnRedis.StartAsync();
        await using var hub = await new HubFactory(engines).WithRedisAt(redis.ConnectionString).StartAsync();
        await Eventually.TrueAsync(
            () => hub.Services.GetRequiredService<QueueHub.Live.IOfficeStates>().Life(Seocho.Office) is not null, "the office works", TimeSpan.FromMinutes(2));
        using var citizen = hub.NewClient();
        await citizen.IssueAsync(form: hub.FilledForm());
        var (kim, _) = await hub.SignInAsync("kim");
        using var clerk = kim;
        var counter = new HttpDoor(clerk, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.True((await counter.Start(Seocho.Request(ticket))).Ok);
        await using var panel = await PanelSide.StartAsync(hub, "1");
        Assert.True(await panel.Serves(ticket));

        await redis.KillAsync();

        Assert.False(await panel.Serves(ticket));
    }

    [Fact]
    public async Task Both_sides_write_and_each_is_told_what_the_other_has_written()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var node = await new HubFactory(engines).Beside(hub).StartAsync();
        await using var scene = await CounterScene.StartAsync(hub, node);

        var saved = await scene.Panel.EditForm(new EditFormRequest(scene.Ticket, [new("name", 1, ["성춘향"])]), "en");
        Assert.True(Assert.Single(saved.Fields).Saved);
        await Eventually.TrueAsync(() => scene.Rung.Any(bell => bell.GetValueOrDefault("name") == 2), "the clerk is told");
        Assert.Equal(["성춘향"], (await scene.Clerk.Submission(scene.Ticket))!.Answers.Values["name"]);

        Assert.True((await scene.Clerk.EditForm(new EditFormRequest(scene.Ticket, [new("name", 2, ["이몽룡"])]))).Ok);
        await Eventually.TrueAsync(() => scene.Panel.Rung.Any(bell => bell.Fields.GetValueOrDefault("name") == 3), "the panel is told");
        var late = Assert.Single((await scene.Panel.EditForm(new EditFormRequest(scene.Ticket, [new("name", 2, ["향단"])]), "en")).Fields);
        Assert.Equal((false, 3, "이몽룡"), (late.Saved, late.Revision, late.Values.Single()));

        var wrong = await scene.Panel.EditForm(new EditFormRequest(scene.Ticket, [new("birthDate", 1, ["내일"])]), "en");
        Assert.Equal(ProblemCodes.FormInvalid, wrong.Problem!.Code);
        Assert.Matches("^[A-Za-z0-9]", wrong.Errors!["birthDate"][0]);
    }

    [Fact]
    public async Task Each_side_is_told_on_any_node_where_the_other_is_and_no_other_counter_is()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var node = await new HubFactory(engines).Beside(hub).StartAsync();
        await using var scene = await CounterScene.StartAsync(hub, node);
        await using var beside = await PanelSide.StartAsync(hub, "2");

        await Eventually.TrueAsync(
            async () =>
            {
                await scene.Clerk.WritingAt(scene.Ticket, "name");
                return scene.Panel.Others.Contains((scene.Ticket, "name"));
            },
            "the panel knows where the clerk is");
        await scene.Panel.WritingAt(scene.Ticket, "홍길동");
        await scene.Panel.WritingAt(scene.Ticket, "phone");
        await Eventually.TrueAsync(() => scene.Others.Contains((scene.Ticket, "phone")), "the clerk knows where the citizen is");
        await scene.Panel.WritingAt(scene.Ticket, null);
        await Eventually.TrueAsync(() => scene.Others.LastOrDefault() == (scene.Ticket, null), "the citizen has left the field");

        // Names of fields travel, and nothing else.
        Assert.DoesNotContain(scene.Others, told => told.Field == "홍길동");
        Assert.Empty(beside.Others);

        // A console that is closed writes nowhere any more.
        await scene.HangUpAsync();
        await Eventually.TrueAsync(() => scene.Panel.Others.LastOrDefault() == (scene.Ticket, null), "the clerk has gone");
    }

    private static HubConnection Connection(RunningHub hub, System.Net.CookieContainer cookies) => new HubConnectionBuilder()
        .WithUrl(new Uri(hub.Url, Routes.PanelHub), options =>
        {
            options.Cookies = cookies;
            options.SkipNegotiation = true;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        })
        .Build();
}
