using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Recovery;

/// <summary>Redis is away or says nothing: commands end soon with a sentence, screens say how old they are, and nothing happens later by surprise.</summary>
public sealed class SilentRedisTests(EngineFixture engines) : IAsyncLifetime
{
    private OwnRedis _redis = null!;
    private FaultProxy _link = null!;
    private RunningHub _hub = null!;
    private HttpClient _citizen = null!;

    public async ValueTask InitializeAsync()
    {
        _ = engines.Redis;
        _redis = await OwnRedis.StartAsync();
        _link = _redis.Link();
        _hub = await new HubFactory(engines).WithRedisAt(_link.ConnectionString()).StartAsync().WorkingAsync();
        _citizen = _hub.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _citizen.Dispose();
        await _hub.DisposeAsync();
        await _link.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_command_that_was_given_up_is_not_carried_out_when_the_link_comes_back()
    {
        await _citizen.IssueAsync();
        var before = _hub.State().Version;
        _link.Silence();
        var request = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);

        // The hub may have noticed already that nothing comes over its link any more.
        Assert.Contains(await CodeAsync(request), new[] { ProblemCodes.Unknown, ProblemCodes.Unavailable });
        await StaleAsync(true);
        Assert.Equal(before, _hub.State().Version);

        _link.Restore();
        await StaleAsync(false);
        Assert.Equal(before, (long)await _redis.Connection.GetDatabase().HashGetAsync(RedisKeys.Meta(Seocho.Office), "version"));
        using var again = await _citizen.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(2, (await again.Content.ReadFromJsonAsync<IssuedTicket>())!.Number);
    }

    [Fact]
    public async Task A_command_whose_answer_was_lost_is_answered_when_it_is_asked_again()
    {
        _link.DropReplies = true;
        var request = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);
        Assert.Equal(ProblemCodes.Unknown, await CodeAsync(request));
        Assert.Single(await NumbersAsync());

        _link.DropReplies = false;
        _link.Cut();
        _link.Restore();
        IssuedTicket? issued = null;
        await Eventually.TrueAsync(
            async () =>
            {
                using var again = await _citizen.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request);
                issued = again.IsSuccessStatusCode ? await again.Content.ReadFromJsonAsync<IssuedTicket>() : null;
                return issued is not null;
            },
            "it is answered");

        Assert.Equal(1, issued!.Number);
        Assert.Single(await NumbersAsync());
    }

    [Fact]
    public async Task Without_Redis_a_command_is_refused_at_once_and_the_board_says_that_it_is_old()
    {
        await _citizen.IssueAsync();
        _link.Cut();
        await StaleAsync(true);

        Assert.Equal(ProblemCodes.Unavailable, await CodeAsync(new IssueRequest(Seocho.NewRequestId(), Seocho.Service)));
        var board = (await _citizen.BoardAsync())!;
        Assert.Equal((true, 1), (board.Stale, board.Services.Sum(service => service.Waiting)));

        _link.Restore();
        await StaleAsync(false);
        Assert.Equal(2, (await _hub.IssuedAgainAsync()).Number);
    }

    private Task StaleAsync(bool stale) => Eventually.TrueAsync(
        async () => (await _citizen.BoardAsync())!.Stale == stale, $"the board says stale: {stale}", TimeSpan.FromMinutes(2));

    private Task<StackExchange.Redis.RedisValue[]> NumbersAsync() =>
        _redis.Connection.GetDatabase().HashValuesAsync(RedisKeys.Tickets(Seocho.Office));

    private async Task<string?> CodeAsync(IssueRequest request)
    {
        using var response = await _citizen.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
