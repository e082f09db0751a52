using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.IntegrationTests.Staff.Accounts;
using QueueHub.IntegrationTests.Staff.Policies;

namespace QueueHub.IntegrationTests.History;

/// <summary>Programs read history with a key, and nothing else with it.</summary>
public sealed partial class ApiKeyTests(EngineFixture engines)
{
    [Fact]
    public async Task An_administrator_makes_a_key_that_is_shown_once_reads_one_office_and_ends_when_it_is_revoked()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var boss = await BossAsync(hub);
        var (page, key) = await MakeAsync(boss, "통계 시스템", "seocho");
        using var program = hub.NewClient();

        Assert.Contains("no-store", page.CacheControl, StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await boss.ReadAsync("/staff/keys")).Page, StringComparison.Ordinal);
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        Assert.DoesNotContain(key, await connection.QuerySingleAsync<string>("select to_jsonb(api_key)::text from api_key"), StringComparison.Ordinal);

        await Eventually.TrueAsync(async () => (await AskAsync(program, "/api/history/seocho/figures", key)).Status == HttpStatusCode.OK, "the hub knows the key");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, "/api/history/seocho/figures", key, "X-Api-Key")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, "/api/history/seocho/arrivals", key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, "/api/history/figures?by=office", key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, "/api/history/seocho/export/tickets.csv", key)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Forbidden), await AskAsync(program, "/api/history/banpo-1/figures", key));
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Forbidden), await AskAsync(program, "/api/history/atlantis/figures", key));
        foreach (var by in new[] { "by=staff", "by=staff&by=", "by=&by=staff", "By=staff" })
        {
            Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.StaffFiguresOff), await AskAsync(program, $"/api/history/seocho/figures?{by}", key));
        }

        foreach (var path in new[] { "figures?by=day&service=%00", "arrivals?service=%00", "export/figures.csv?by=day&service=%00" })
        {
            Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest), await AskAsync(program, $"/api/history/seocho/{path}", key));
        }


        var id = await connection.QuerySingleAsync<string>("select id from api_key");
        Assert.Equal(HttpStatusCode.SeeOther, (await boss.SendAsync($"/staff/keys/{id}/revoke", (await boss.ReadAsync("/staff/keys")).Page)).Status);
        await Eventually.TrueAsync(
            async () => await AskAsync(program, "/api/history/seocho/figures", key) == (HttpStatusCode.Unauthorized, ProblemCodes.ApiKeyInvalid), "the key is closed");

        Assert.Equal(["created", "revoked"], await connection.QueryAsync<string>("select action from api_key_log order by id"));
        foreach (var change in new[] { "delete from api_key_log", "update api_key_log set by = 'nobody'", "truncate api_key_log" })
        {
            await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(change));
        }
    }

    [Fact]
    public async Task A_key_of_the_whole_district_opens_what_is_for_keys_and_no_other_door()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PerApiKey", "1000").StartAsync();
        using var boss = await BossAsync(hub);
        var (_, key) = await MakeAsync(boss, "warehouse", "*");
        using var program = hub.NewClient();
        await Eventually.TrueAsync(async () => (await AskAsync(program, "/api/history/banpo-1/figures", key)).Status == HttpStatusCode.OK, "the hub knows the key");
        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.UnknownOffice), await AskAsync(program, "/api/history/atlantis/figures", key));
        var (doors, opened) = (Door.Of(hub).Where(door => door.IsGuarded).ToList(), 0);

        foreach (var door in doors)
        {
            using var request = door.Request(Seocho.Office, 1);
            request.Headers.Add("Authorization", $"Bearer {key}");
            using var answer = await program.SendAsync(request);
            Assert.True(door.IsForKeys ? answer.IsSuccessStatusCode : answer.StatusCode == HttpStatusCode.Unauthorized, $"{door}: {answer.StatusCode}");
            opened += door.IsForKeys ? 1 : 0;
        }

        Assert.InRange(opened, 12, doors.Count / 2);
    }

    [Fact]
    public async Task A_key_has_its_measure_and_what_is_none_is_told_so()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PerApiKey", "5").StartAsync();
        using var boss = await BossAsync(hub);
        var (_, key) = await MakeAsync(boss, "greedy", "seocho");
        using var program = hub.NewClient();
        const string path = "/api/history/seocho/arrivals";

        Assert.Equal((HttpStatusCode.Unauthorized, ProblemCodes.SignInRequired), await AskAsync(program, path, null));
        foreach (var wrong in new[] { "x", "qh_", key + "a", key[..^1] + (key[^1] == 'A' ? 'B' : 'A') })
        {
            Assert.Equal((HttpStatusCode.Unauthorized, ProblemCodes.ApiKeyInvalid), await AskAsync(program, path, wrong));
        }

        await Eventually.TrueAsync(async () => (await AskAsync(program, path, key)).Status == HttpStatusCode.OK, "the hub knows the key");
        await Eventually.TrueAsync(async () => await AskAsync(program, path, key) == (HttpStatusCode.TooManyRequests, ProblemCodes.RateLimited), "the key is used up");
    }

    [Fact]
    public async Task An_administrator_makes_keys_of_their_own_offices_alone_and_with_the_pages_token()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var boss = await BossAsync(hub);
        await MakeAsync(boss, "district's", "*");
        var head = await hub.AppointAsync("head", StaffRole.Administrator, "jamwon");
        using var browser = await SignedInAsync(hub, head.Name, head.Password);
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        var id = await connection.QuerySingleAsync<string>("select id from api_key");
        var page = (await browser.ReadAsync("/staff/keys")).Page;

        Assert.DoesNotContain("district&#x27;s", page, StringComparison.Ordinal);
        foreach (var (office, name, days, status) in new[]
        {
            ("*", "spy", "90", HttpStatusCode.Forbidden), ("seocho", "spy", "90", HttpStatusCode.Forbidden), ("jamwon", " ", "90", HttpStatusCode.UnprocessableEntity),
            ("jamwon", "spy", "99999", HttpStatusCode.BadRequest), ("", "spy", "90", HttpStatusCode.BadRequest),
        })
        {
            Assert.Equal(status, (await browser.SendAsync("/staff/keys", page, ("name", name), ("office", office), ("days", days))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync($"/staff/keys/{id}/revoke", page)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync("/staff/keys", "", ("name", "spy"), ("office", "jamwon"), ("days", "90"))).Status);
        Assert.Equal(1, await connection.QuerySingleAsync<int>("select count(*)::int from api_key where revoked_at is null"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync("/staff/keys", page, ("name", "ours"), ("office", "jamwon"), ("days", "365"))).Status);
    }

    [Fact]
    public async Task A_program_that_reads_slowly_leaves_the_supervisors_a_seat_for_their_own_file()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:Exports", "2").StartAsync();
        await hub.WriteTicketsAsync(200_000);
        const string Tickets = $"/api/history/seocho/export/tickets.csv?from={PastTickets.From}&to={PastTickets.To}";
        using var boss = await BossAsync(hub);
        var (_, key) = await MakeAsync(boss, "통계 시스템", "seocho");
        using var program = hub.NewClient();
        await Eventually.TrueAsync(async () => (await AskAsync(program, "/api/history/seocho/figures", key)).Status == HttpStatusCode.OK, "the hub knows the key");
        program.DefaultRequestHeaders.Add("X-Api-Key", key);
        var (choi, _) = await hub.SignInAsync("choi");

        // Nobody reads it: more than fits into any buffer keeps its seat.
        using var slow = await program.GetAsync(Tickets, HttpCompletionOption.ResponseHeadersRead);
        using var second = await program.GetAsync(Tickets, HttpCompletionOption.ResponseHeadersRead);
        using var supervisors = await choi.GetAsync(Tickets, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (slow.StatusCode, second.StatusCode, supervisors.StatusCode));
    }

    [Fact]
    public async Task The_description_names_the_ways_to_sign_in_and_every_question_to_history()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var program = hub.NewClient();

        var document = await program.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.Equal("bearer", schemes.GetProperty("apiKeyBearer").GetProperty("scheme").GetString());
        Assert.Equal("X-Api-Key", schemes.GetProperty("apiKeyHeader").GetProperty("name").GetString());
        var described = document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out var get) && get.TryGetProperty("security", out _)).ToList();
        Assert.Equal(
            Door.Of(hub).Where(door => door.IsForKeys).Select(door => $"{door}"[4..].TrimEnd('/')).Order(StringComparer.Ordinal),
            described.Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.All(described, path =>
        {
            var get = path.Value.GetProperty("get");
            Assert.NotEmpty(get.GetProperty("summary").GetString()!);
            Assert.Equal(3, get.GetProperty("security").GetArrayLength());
            var responses = get.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToHashSet();
            Assert.Superset(new HashSet<string> { "200", "401", "403", "429" }, responses);
            if (path.Name == Routes.HistoryPaper)
            {
                return;
            }

            Assert.Contains("400", responses);
            Assert.Superset(
                new HashSet<string> { "from", "to" }, get.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).ToHashSet());
        });
    }

    private static async Task<(HttpStatusCode Status, string? Code)> AskAsync(HttpClient program, string path, string? key, string header = "Authorization")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? $"Bearer {key}" : key);
        }

        using var answer = await program.SendAsync(request);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static async Task<((HttpStatusCode Status, string Page, string? Location, string? CacheControl) Answer, string Key)> MakeAsync(PageBrowser browser, string name, string office)
    {
        var made = await browser.SendAsync("/staff/keys", (await browser.ReadAsync("/staff/keys")).Page, ("name", name), ("office", office), ("days", "90"));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return (made, Secret().Match(made.Page).Groups[1].Value);
    }

    private static async Task<PageBrowser> BossAsync(RunningHub hub)
    {
        var boss = await hub.AppointAsync("boss", StaffRole.Administrator);
        return await SignedInAsync(hub, boss.Name, boss.Password);
    }

    private static async Task<PageBrowser> SignedInAsync(RunningHub hub, string name, string password)
    {
        var browser = new PageBrowser(hub.NewClient());
        var form = (await browser.ReadAsync("/staff")).Page;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/staff/sign-in", form, ("name", name), ("password", password))).Status);
        return browser;
    }

    [GeneratedRegex("<code>(qh_[^<]+)</code>")]
    private static partial Regex Secret();
}
