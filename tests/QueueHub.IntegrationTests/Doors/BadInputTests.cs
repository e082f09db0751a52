using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>Whatever is sent, the answer has a stable code and nothing has changed.</summary>
public class BadInputTests(EngineFixture engines)
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "", "application/json", ProblemCodes.InvalidRequest },
        { "{", "application/json", ProblemCodes.InvalidRequest },
        { "null", "application/json", ProblemCodes.InvalidRequest },
        { "[]", "application/json", ProblemCodes.InvalidRequest },
        { "\"text\"", "application/json", ProblemCodes.InvalidRequest },
        { "{\"requestId\":5,\"service\":\"resident\"}", "application/json", ProblemCodes.InvalidRequest },
        { $"{{\"requestId\":\"{Id}\",\"service\":{{}}}}", "application/json", ProblemCodes.InvalidRequest },
        { $"{{\"requestId\":\"{Id}\",\"requestId\":\"{Id}\",\"service\":\"resident\"}}", "application/json", ProblemCodes.InvalidRequest },
        { $"{{\"requestId\":\"{Id}\",\"service\":\"resident\",\"language\":\"<script>\"}}", "application/json", ProblemCodes.InvalidRequest },
        { "{\"service\":\"resident\"}", "application/json", ProblemCodes.RequestIdRequired },
        { "{\"requestId\":\"1\",\"service\":\"resident\"}", "application/json", ProblemCodes.RequestIdRequired },
        { $"{{\"requestId\":\"{Id}\",\"service\":\"nothing\"}}", "application/json", ProblemCodes.UnknownService },
        { $"{{\"requestId\":\"{Id}\",\"service\":\"__proto__\"}}", "application/json", ProblemCodes.UnknownService },
        { $"{{\"requestId\":\"{Id}\",\"service\":\"resident\",\"class\":\"vip\"}}", "application/json", ProblemCodes.UnknownClass },
        { $"{{\"requestId\":\"{Id}\",\"service\":\"resident\",\"class\":\"priority\"}}", "application/json", ProblemCodes.Forbidden },
        { Form("unheard-of", "{}"), "application/json", ProblemCodes.UnknownForm },
        { Form("resident-register", "{}"), "application/json", ProblemCodes.FormInvalid },
        { Form("resident-register", "null"), "application/json", ProblemCodes.FormInvalid },
        { "requestId=1", "application/x-www-form-urlencoded", ProblemCodes.UnsupportedMediaType },
        { "<ticket/>", "application/xml", ProblemCodes.UnsupportedMediaType },
        { new string('[', 2000), "application/json", ProblemCodes.InvalidRequest },
    };

    private static string Form(string template, string values) =>
        $"{{\"requestId\":\"{Id}\",\"service\":\"resident\",\"form\":{{\"template\":\"{template}\",\"templateVersion\":3,\"values\":{values}}}}}";

    [Fact]
    public async Task A_body_that_cannot_be_issued_is_refused_with_its_code_and_no_number_is_lost()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var client = hub.NewClient();
        foreach (var row in Bodies)
        {
            var (body, type, code) = row.Data;
            using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));

            using var response = await client.PostAsync($"/api/offices/{Seocho.Office}/tickets", content);

            Assert.Equal(code, await CodeAsync(response));
        }

        Assert.Equal(1, (await client.IssueAsync()).Number);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_unread()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = hub.Url };
        using var content = new ByteArrayContent(new byte[10_000_000]) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/offices/{Seocho.Office}/tickets") { Content = content };
        request.Headers.ExpectContinue = true;

        using var response = await client.SendAsync(request);

        Assert.Equal(ProblemCodes.TooLarge, await CodeAsync(response));
    }

    [Theory]
    [InlineData("/api/offices/nowhere/board", ProblemCodes.UnknownOffice)]
    [InlineData("/api/nothing", ProblemCodes.NotFound)]
    [InlineData("/nowhere/t/0123456789abcdef0123456789abcdef/events", ProblemCodes.UnknownOffice)]
    [InlineData("/seocho/t/0123456789abcdef0123456789abcdef/events", ProblemCodes.UnknownTicket)]
    public async Task What_is_not_there_is_a_404_in_the_readers_language(string path, string code)
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var client = hub.NewClient();
        foreach (var (language, hangul) in new[] { ("ko", true), ("en", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var response = await client.SendAsync(request);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.Equal(hangul, problem.GetProperty("title").GetString()!.Any(letter => letter is >= '가' and <= '힣'));
        }
    }

    [Fact]
    public async Task A_repeated_submit_is_one_ticket_and_the_same_link_but_another_phone_gets_nothing_for_the_id()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = hub.NewClient();
        using var thief = hub.NewClient();
        phone.DefaultRequestHeaders.Add("Cookie", $"qh.device={Id}");
        thief.DefaultRequestHeaders.Add("Cookie", $"qh.device={Seocho.NewRequestId()}");
        var request = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request)));
        var tickets = await Task.WhenAll(answers.Select(answer => answer.Content.ReadFromJsonAsync<IssuedTicket>()));
        Assert.Single(tickets.Distinct());

        using var stolen = await thief.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request);
        Assert.Equal(ProblemCodes.RequestIdConflict, await CodeAsync(stolen));
        using var changed = await phone.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request with { Service = "passport" });
        Assert.Equal(ProblemCodes.RequestIdConflict, await CodeAsync(changed));
        Assert.Equal(1, (await phone.BoardAsync())!.Services.Sum(service => service.Waiting));
    }

    [Fact]
    public async Task One_phone_is_limited_tightly_and_a_lobby_behind_one_address_is_not()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PerDevice", "3").StartAsync();
        using var greedy = hub.NewClient();
        greedy.DefaultRequestHeaders.Add("Cookie", $"qh.device={Id}");
        foreach (var service in (string[])[Seocho.Service, "passport", "registry"])
        {
            await greedy.IssueAsync(service);
        }

        using var refused = await greedy.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service));
        Assert.Equal(ProblemCodes.RateLimited, await CodeAsync(refused));
        Assert.NotNull(refused.Headers.RetryAfter);

        using var neighbour = hub.NewClient();
        neighbour.DefaultRequestHeaders.Add("Cookie", $"qh.device={Seocho.NewRequestId()}");
        await neighbour.IssueAsync();
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
