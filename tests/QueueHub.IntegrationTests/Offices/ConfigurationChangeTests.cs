using System.Collections.Concurrent;
using Dapper;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.IntegrationTests.Database;
using QueueHub.Offices;

namespace QueueHub.IntegrationTests.Offices;

/// <summary>An office is configured anew while people look at it: on two nodes, on screens that nobody reloads.</summary>
public class ConfigurationChangeTests(EngineFixture engines)
{
    private const string AddService = """
        update office set document = jsonb_set(jsonb_set(document, '{services}', document -> 'services' || '[{"id": "notary", "name": {"ko": "공증", "en": "Notary"},
          "description": {"ko": "공증을 신청합니다.", "en": "Have a document notarised."}, "from": 5001, "to": 5100}]'),
          '{counters}', document -> 'counters' || '[{"id": "99", "primary": ["notary"], "helping": []}]') where slug = 'seocho'
        """;

    [Fact]
    public async Task A_service_and_a_counter_appear_on_the_screens_of_both_nodes_without_a_reload()
    {
        await using var first = await new HubFactory(engines).With(OnlyNotices.Into).StartAsync();
        await using var second = await new HubFactory(engines).With(OnlyNotices.Into).Beside(first).StartAsync();
        await using var near = await WatchAsync(first);
        await using var far = await WatchAsync(second);
        var (clerk, cookies) = await first.SignInAsync("kim");
        using var _ = clerk;
        await using var console = first.CounterConnection(cookies);
        var desks = new ConcurrentQueue<DeskBoard>();
        console.On<DeskBoard>(nameof(ICounterClient.ShowDesk), desks.Enqueue);
        await console.StartAsync();
        await Eventually.NotNullAsync(
            () => console.InvokeAsync<DeskBoard?>(nameof(ICounterHub.Attach), Seocho.Office, "1", "ko"), "the console is attached");

        await ExecuteAsync(first, AddService);

        await Eventually.TrueAsync(() => near.Shows("notary", "99"), "the lobby screen of the node");
        await Eventually.TrueAsync(() => far.Shows("notary", "99"), "the lobby screen of the other node");
        await Eventually.TrueAsync(
            () => desks.Any(desk => desk.Services.Any(service => service.Id == "notary") && desk.Counters.Any(counter => counter.Id == "99")), "the console");
        using var phone = second.NewClient();
        phone.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.Contains("공증을 신청합니다.", await phone.GetStringAsync("/seocho"), StringComparison.Ordinal);
        Assert.Equal(5001, (await phone.IssueAsync("notary")).Number);
        Assert.True((await new HttpDoor(clerk, Seocho.Office, "99").Open(new(Seocho.NewRequestId()))).Ok);
        Assert.Equal(5001, (await new HttpDoor(clerk, Seocho.Office, "99").CallNext(Seocho.CallNext())).Number);
    }

    [Fact]
    public async Task A_broken_change_changes_nothing_on_either_node_and_a_mended_one_is_taken()
    {
        await using var first = await new HubFactory(engines).With(OnlyNotices.Into).StartAsync();
        await using var second = await new HubFactory(engines).With(OnlyNotices.Into).Beside(first).StartAsync();

        // With it comes a sound change of another office: once that is seen, the broken one has been read.
        await ExecuteAsync(first, """
            update office set document = jsonb_set(document, '{services,1,from}', '100') where slug = 'seocho';
            update office set document = jsonb_set(document, '{name,en}', '"Renamed"') where slug = 'jamwon'
            """);
        foreach (var hub in new[] { first, second })
        {
            var offices = hub.Services.GetRequiredService<IOffices>();
            await Eventually.TrueAsync(() => offices.Find("jamwon")!.Name.En == "Renamed", "the sound change arrives");
            Assert.Equal(501, offices.Find("seocho")!.Service("passport")!.From);
            using var citizen = hub.NewClient();
            Assert.InRange((await citizen.IssueAsync("passport")).Number, 501, 502);
        }

        await ExecuteAsync(first, "update office set document = jsonb_set(document, '{services,1,from}', '601') where slug = 'seocho'");
        foreach (var hub in new[] { first, second })
        {
            await Eventually.TrueAsync(
                () => hub.Services.GetRequiredService<IOffices>().Find("seocho")!.Service("passport")!.From == 601, "the mended change arrives");
        }
    }

    private static async Task ExecuteAsync(RunningHub hub, string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    private static async Task<Screen> WatchAsync(RunningHub hub)
    {
        var screen = new Screen(hub.DisplayConnection());
        await screen.StartAsync();
        return screen;
    }

    // Asks once, and is told everything else.
    private sealed class Screen(HubConnection connection) : IAsyncDisposable
    {
        private volatile Board? _board;

        public async Task StartAsync()
        {
            connection.On<Board>(nameof(IDisplayClient.ShowBoard), board => _board = board);
            await connection.StartAsync();
            await Eventually.NotNullAsync(() => connection.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office), "the display is given a board");
        }

        public bool Shows(string service, string counter) =>
            _board is { } board && board.Services.Any(known => known.Id == service) && board.Counters.Any(known => known.Id == counter);

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
