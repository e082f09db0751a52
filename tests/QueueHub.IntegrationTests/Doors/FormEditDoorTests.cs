using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>A form that is filled while waiting, from the phone to the clerk.</summary>
public class FormEditDoorTests(EngineFixture engines)
{
    [Fact]
    public async Task What_the_phone_has_written_so_far_is_completed_by_the_clerk_after_the_call()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var issued = await citizen.IssueAsync();
        var (kim, cookies) = await hub.SignInAsync("kim");
        await using var connection = hub.CounterConnection(cookies);
        await connection.StartAsync();
        var counter = new HubDoor(connection);
        await counter.Attach(Seocho.Office, "1", "en");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));

        var first = await SavedAsync(citizen, issued, new("name", 0, ["홍길동"]), new("phone", 0, ["010-1234-5678"]));
        Assert.Equal(["01012345678"], first[1].Values);
        var removed = await SavedAsync(citizen, issued, new FieldChange("phone", 1));
        Assert.Equal((2, 0), (removed[0].Revision, removed[0].Values.Count));

        var called = await counter.CallNext(Seocho.CallNext());
        using (var late = await citizen.PostAsJsonAsync($"{issued.Url}/form/fields", new EditFieldsRequest([new("name", 1, ["성춘향"])])))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            Assert.Equal(ProblemCodes.FormLocked, await CodeAsync(late));
        }

        SubmissionView? form = null;
        await Eventually.TrueAsync(async () => (form = await counter.Submission(called.Ticket!.Value)) is not null, "the clerk sees the unfinished form");
        Assert.False(form!.Submitted);
        Assert.Equal(["홍길동"], form.Answers.Values["name"]);
        Assert.Equal((1, 2), (form.Revisions["name"], form.Revisions["phone"]));
        Assert.Contains("birthDate", form.Missing);
        Assert.DoesNotContain("name", form.Missing);

        var completed = await counter.EditForm(new EditFormRequest(called.Ticket!.Value, [new("birthDate", 0, ["19900131"]), new("name", 0, ["늦은 글"])]));
        Assert.Equal([("birthDate", true, 1), ("name", false, 1)], completed.Fields.Select(field => (field.Field, field.Saved, field.Revision)));
        Assert.DoesNotContain("birthDate", (await counter.Submission(called.Ticket.Value))!.Missing);
        kim.Dispose();
    }

    [Fact]
    public async Task A_clerk_on_one_node_is_told_what_is_written_on_another_and_other_counters_are_not()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var other = await new HubFactory(engines).Beside(hub).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync();
        var (kim, kimCookies) = await hub.SignInAsync("kim");
        var (lee, leeCookies) = await hub.SignInAsync("lee");
        await using var kimConnection = hub.CounterConnection(kimCookies);
        await using var leeConnection = hub.CounterConnection(leeCookies);
        var (told, overheard) = (Channel.CreateUnbounded<(long, Dictionary<string, int>)>(), 0);
        kimConnection.On<long, Dictionary<string, int>>(nameof(ICounterClient.FormChanged), (ticket, fields) => told.Writer.TryWrite((ticket, fields)));
        leeConnection.On<long, Dictionary<string, int>>(nameof(ICounterClient.FormChanged), (_, _) => overheard++);
        await kimConnection.StartAsync();
        await leeConnection.StartAsync();
        var counter = new HubDoor(kimConnection);
        await counter.Attach(Seocho.Office, "1", "ko");
        await new HubDoor(leeConnection).Attach(Seocho.Office, "2", "ko");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var called = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;

        // The second node's door of the same clerk: a hardware scanner, or the counter's other screen.
        using var elsewhere = new HttpClient(new SocketsHttpHandler { CookieContainer = kimCookies }) { BaseAddress = other.Url };
        var door = new HttpDoor(elsewhere, Seocho.Office, "1");
        await Eventually.TrueAsync(
            async () => (await door.EditForm(new EditFormRequest(called, [new("name", 0, ["홍길동"]), new("phone", 0, ["010-1234-5678"])]))).Ok, "it is written");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (ticket, fields) = await told.Reader.ReadAsync(patience.Token);
        Assert.Equal(called, ticket);
        Assert.Equal(new Dictionary<string, int> { ["name"] = 1, ["phone"] = 1 }, fields);
        Assert.Equal(["홍길동"], (await counter.Submission(called))!.Answers.Values["name"]);
        Assert.Equal(0, overheard);
        kim.Dispose();
        lee.Dispose();
    }

    [Fact]
    public async Task A_clerk_begins_the_form_of_somebody_who_has_none()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await citizen.IssueAsync();
        var called = await counter.CallNext(Seocho.CallNext());

        FormEditReply? reply = null;
        await Eventually.TrueAsync(
            async () => (reply = await counter.EditForm(new EditFormRequest(called.Ticket!.Value, [new("name", 0, ["홍길동"])]))).Ok, "the clerk has written");

        Assert.True(Assert.Single(reply!.Fields).Saved);
        kim.Dispose();
    }

    [Fact]
    public async Task A_bad_edit_is_refused_with_a_sentence_and_changes_nothing()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var issued = await citizen.IssueAsync();

        using (var wrong = await citizen.PostAsJsonAsync($"{issued.Url}/form/fields", new EditFieldsRequest([new("name", 0, ["홍길동"]), new("birthDate", 0, ["내일"])])))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var problem = await wrong.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(ProblemCodes.FormInvalid, problem.GetProperty("code").GetString());
            Assert.Equal(["birthDate"], problem.GetProperty("fields").EnumerateObject().Select(field => field.Name));
        }

        foreach (var body in new[]
        {
            """{}""", """{"changes":[]}""", """{"changes":[null]}""", """{"changes":[{"field":null,"revision":0}]}""",
            """{"changes":[{"field":"name","revision":-1,"values":["x"]}]}""", """{"changes":[{"field":"name","revision":0,"values":[null]}]}""",
            """{"changes":[{"field":"nothing","revision":0,"values":["x"]}]}""", """{"changes":[{"field":"name","revision":1000001,"values":["x"],"again":true}]}""",
            """{"changes":[{"field":"name","revision":0,"values":["x"]},{"field":"name","revision":0,"values":["y"]}]}""",
        })
        {
            using var refused = await citizen.PostAsync($"{issued.Url}/form/fields", new StringContent(body, null, "application/json"));
            Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest), (refused.StatusCode, await CodeAsync(refused)));
        }

        using var stranger = await citizen.PostAsJsonAsync($"{issued.Url[..^1]}/form/fields", new EditFieldsRequest([new("name", 0, ["x"])]));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"{issued.Url}/form/fields") { Content = JsonContent.Create(new EditFieldsRequest([new("name", 0, ["x"])])) };
        foreign.Headers.Add("Origin", "https://evil.example");
        using var fromElsewhere = await citizen.SendAsync(foreign);
        Assert.Equal(HttpStatusCode.Forbidden, fromElsewhere.StatusCode);

        // Nothing of all this was written: each field is still at its beginning.
        Assert.Equal([1, 1], (await SavedAsync(citizen, issued, new("name", 0, ["홍길동"]), new("birthDate", 0, ["19900131"]))).Select(field => field.Revision));
    }

    [Fact]
    public async Task Typing_does_not_use_up_the_commands_of_a_phone_and_has_a_bound_of_its_own()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:FormPerDevice", "40").StartAsync();
        using var citizen = hub.NewClient();
        using (var page = new HttpRequestMessage(HttpMethod.Get, $"/{Seocho.Office}") { Headers = { { "Accept", "text/html" } } })
        {
            (await citizen.SendAsync(page)).EnsureSuccessStatusCode();
        }

        var issued = await citizen.IssueAsync();

        for (var revision = 0; revision < 40; revision++)
        {
            await SavedAsync(citizen, issued, new FieldChange("name", revision, [new string('가', 1 + revision)]));
        }

        await Eventually.TrueAsync(
            async () =>
            {
                using var bounded = await citizen.PostAsJsonAsync($"{issued.Url}/form/fields", new EditFieldsRequest([new("name", 40, ["x"])]));
                return !bounded.IsSuccessStatusCode && await CodeAsync(bounded) == ProblemCodes.RateLimited;
            },
            "the minute's typing is used up");
        await citizen.IssueAsync("passport");
    }

    private static async Task<IReadOnlyList<FieldOutcome>> SavedAsync(HttpClient citizen, IssuedTicket ticket, params FieldChange[] changes)
    {
        using var response = await citizen.PostAsJsonAsync($"{ticket.Url}/form/fields", new EditFieldsRequest(changes));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var reply = (await response.Content.ReadFromJsonAsync<FormEditReply>())!;
        Assert.All(reply.Fields, field => Assert.True(field.Saved));
        return reply.Fields;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
