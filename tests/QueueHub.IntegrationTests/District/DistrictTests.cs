using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.District;
using QueueHub.Offices;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.District;

public class DistrictTests(EngineFixture engines)
{
    [Fact]
    public async Task A_watcher_gets_every_office_at_once_and_then_what_changes()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var offices = hub.Services.GetRequiredService<IOffices>().All;
        await using var stream = await citizen.GetStreamAsync("/district/events");
        await using var boards = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

        var first = await NextAsync(boards, board => board.Offices.All(office => office.Pace == Pace.NoCounter));
        Assert.Equal(offices.Select(office => office.Slug), first.Offices.Select(office => office.Slug));

        await citizen.IssueAsync();
        var later = await NextAsync(boards, board => board.Offices.Any(office => office.Waiting > 0));
        var changed = Assert.Single(later.Offices, office => office.Waiting > 0);
        Assert.Equal((Seocho.Office, 1, Seocho.Service), (changed.Slug, changed.Waiting, changed.Longest?.Service));
    }

    [Fact]
    public async Task The_api_tells_the_same_numbers_and_no_more_than_numbers()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var ticket = await citizen.IssueAsync(form: hub.FilledForm("홍길동"));
        await hub.CaughtUpAsync();

        var json = await citizen.GetStringAsync("/api/district");

        var board = JsonSerializer.Deserialize<DistrictBoard>(json, JsonSerializerOptions.Web)!;
        Assert.Equal(1, board.Offices.Sum(office => office.Waiting));
        Assert.DoesNotContain("홍길동", json, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket.Url.Split('/')[^1], json, StringComparison.Ordinal);
        Assert.Contains("\"/api/district\"", await citizen.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_watchers_ask_nothing_of_Redis()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var news = hub.Services.GetRequiredService<DistrictNews>();
        await Eventually.TrueAsync(() => news.Newest is not null, "the first numbers");
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"{hub.RedisConnectionString},allowAdmin=true");
        var server = redis.GetServers()[0];

        await server.ConfigResetStatisticsAsync();
        for (var i = 0; i < 1000; i++)
        {
            news.Now();
        }

        // The polls of the versions go on meanwhile, longer on a slow machine; a read per watcher would be a thousand at least.
        var commands = (await server.InfoAsync("stats")).SelectMany(group => group).First(pair => pair.Key == "total_commands_processed").Value;
        Assert.InRange(int.Parse(commands, System.Globalization.CultureInfo.InvariantCulture), 0, 999);
    }

    [Theory]
    [InlineData("ko", "여유", "혼잡")]
    [InlineData("en", "Quiet", "Busy")]
    public async Task The_page_shows_every_office_with_its_numbers_and_refreshes_itself_without_scripts(string language, string quiet, string busy)
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        phone.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        await phone.IssueAsync();
        await hub.CaughtUpAsync();

        var page = await phone.GetStringAsync("/");

        Assert.All(
            hub.Services.GetRequiredService<IOffices>().All,
            office => Assert.Contains($"<a href=\"/{office.Slug}\">{office.Name.In(language)}</a>", page, StringComparison.Ordinal));
        Assert.Contains("<b data-waiting>1</b>", page, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains(quiet, page, StringComparison.Ordinal);
        Assert.Contains(busy, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_hours_the_page_says_of_every_office_when_it_opens()
    {
        await using var hub = await new HubFactory(engines).WithOpeningHours().StartAsync();
        await hub.CloseNowAsync();
        using var phone = hub.NewClient();

        var board = (await phone.GetFromJsonAsync<DistrictBoard>("/api/district"))!;

        Assert.All(board.Offices, office => Assert.Equal(Pace.Closed, office.Pace));
        Assert.All(board.Offices, office => Assert.Matches("^Opens .* at 09:00$", office.Hours!.En));
        using var page = await phone.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static async Task<DistrictBoard> NextAsync(IAsyncEnumerator<SseItem<string>> events, Func<DistrictBoard, bool> wanted)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)))
        {
            if (events.Current.EventType == "district" && JsonSerializer.Deserialize<DistrictBoard>(events.Current.Data, JsonSerializerOptions.Web) is { } board && wanted(board))
            {
                return board;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
