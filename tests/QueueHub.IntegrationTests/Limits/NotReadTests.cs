using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Database;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>A node that has not read an office yet does not know, and says so; it does not say that there is nothing.</summary>
public class NotReadTests(EngineFixture engines)
{
    [Fact]
    public async Task A_node_that_starts_while_Redis_is_away_calls_no_ticket_unknown_and_is_ready_once_it_has_read()
    {
        await using var first = await new HubFactory(engines).StartAsync();
        using var citizen = first.NewClient();
        var ticket = await citizen.IssueAsync();
        await using var redis = new FaultProxy(ConfigurationOptions.Parse(first.RedisConnectionString).EndPoints[0]);
        await using var postgres = new PostgresLink(first.PostgresConnectionString);
        redis.Cut();
        await using var hub = await new HubFactory(engines).WithRedisAt($"{redis.EndPoint},connectTimeout=500").WithPostgresAt(postgres.ConnectionString).StartAsync();
        using var client = hub.NewClient();
        var (kim, cookies) = await hub.SignInAsync("kim", first);

        await UnavailableAsync(await client.GetAsync($"{ticket.Url}/events"));
        await UnavailableAsync(await client.PostAsJsonAsync($"{ticket.Url}/cancel", Seocho.Request()));
        await UnavailableAsync(await client.PostAsJsonAsync($"{ticket.Url}/form/fields", new EditFieldsRequest([new FieldChange("name", 0, ["홍길동"])])));
        await UnavailableAsync(await kim.PostAsJsonAsync(
            $"/api/offices/{Seocho.Office}/counters/1/form", new EditFormRequest(1, [new FieldChange("name", 0, ["홍길동"])])));
        await UnavailableAsync(await kim.GetAsync($"/api/offices/{Seocho.Office}/desk"));
        await UnavailableAsync(await client.GetAsync($"/api/offices/{Seocho.Office}/board"));
        foreach (var page in new[] { ticket.Url, $"{ticket.Url}/form", $"{ticket.Url}/cancel", $"{ticket.Url}/qr.svg" })
        {
            using var answer = await client.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.ServiceUnavailable), (page, answer.StatusCode));
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.True((await client.GetFromJsonAsync<DistrictBoard>("/api/district"))!.Stale);
        await using (var display = hub.DisplayConnection())
        {
            await display.StartAsync();
            var refused = await Assert.ThrowsAsync<HubException>(() => display.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office));
            Assert.Contains(ProblemCodes.Unavailable, refused.Message, StringComparison.Ordinal);
            Assert.Null(await display.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), "no-such-office"));
        }

        await using (var console = hub.CounterConnection(cookies))
        {
            await console.StartAsync();
            await Assert.ThrowsAsync<HubException>(() => console.InvokeAsync<DeskBoard?>(nameof(ICounterHub.Attach), Seocho.Office, "1", "ko"));
            var refused = await Assert.ThrowsAsync<HubException>(() => console.InvokeAsync<SubmissionView?>(nameof(ICounterHub.Submission), 1));
            Assert.Contains(ProblemCodes.Unavailable, refused.Message, StringComparison.Ordinal);
        }

        var (status, health) = await ReadyAsync(client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(("starting", "redis"), (health.GetProperty("state").GetString(), health.GetProperty("away")[0].GetString()));

        redis.Restore();
        await Eventually.TrueAsync(async () => (await ReadyAsync(client)).Status == HttpStatusCode.OK, "the node is ready", TimeSpan.FromMinutes(2));
        using (var events = await client.GetAsync($"{ticket.Url}/events", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        }

        // It stays ready, whatever goes away now: every node would say the same.
        redis.Cut();
        postgres.Cut();
        await Eventually.TrueAsync(
            async () => await ReadyAsync(client) is (HttpStatusCode.OK, var now) && now.GetProperty("away").GetArrayLength() == 2, "both are said to be away", TimeSpan.FromMinutes(2));
        await UnavailableAsync(await client.GetAsync($"{ticket.Url}/form"));
        Assert.DoesNotContain("sock", await client.GetStringAsync("/ready"), StringComparison.Ordinal);

        hub.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();
        (status, health) = await ReadyAsync(client);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "draining"), (status, health.GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        kim.Dispose();
    }

    private static async Task UnavailableAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal((answer.RequestMessage!.RequestUri, HttpStatusCode.ServiceUnavailable), (answer.RequestMessage.RequestUri, answer.StatusCode));
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Equal(ProblemCodes.Unavailable, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Health)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/ready");
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
