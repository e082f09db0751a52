using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using QueueHub.Contracts.History;
using QueueHub.History;
using QueueHub.History.Webhooks;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Platform.Database;

namespace QueueHub.IntegrationTests.History;

/// <summary>What happens to tickets reaches who wants to know it: each message once and in order, also when the receiver was away.</summary>
public sealed class WebhookTests(EngineFixture engines) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<(string Id, string Timestamp, string Signature, string Body)> _received = new();
    private readonly IDataProtectionProvider _protection = new EphemeralDataProtectionProvider();
    private volatile int _answer = 204;
    private NpgsqlDataSource _source = null!;
    private WebApplication _receiver = null!;
    private WebhookStore _store = null!;
    private Office _office = null!;

    private HistoryBatches Batches => new(_source, engines.Redis, new SeoulFacts());

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
        _store = new WebhookStore(_source, _protection);
        _office = new Office(engines.Redis);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _receiver = builder.Build();
        _receiver.MapPost("/hook", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            var text = await body.ReadToEndAsync();
            if (_answer < 300)
            {
                _received.Enqueue(($"{request.Headers["webhook-id"]}", $"{request.Headers["webhook-timestamp"]}", $"{request.Headers["webhook-signature"]}", text));
            }

            return Results.StatusCode(_answer);
        });
        await _receiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task Two_nodes_send_each_message_once_signed_and_in_the_order_of_its_ticket()
    {
        var (id, secret) = await MakeAsync();
        await VisitsAsync(12);

        await Task.WhenAll(RunAsync(id), RunAsync(id));
        await RunAsync(id);

        Assert.Equal(36, _received.Count);
        Assert.Equal(36, _received.Select(one => one.Id).Distinct().Count());
        Assert.All(_received, one => Assert.Equal(WebhookSignature.Of(secret, one.Id, long.Parse(one.Timestamp, null), one.Body), one.Signature));
        foreach (var ticket in _received.GroupBy(one => one.Id.Split(':')[2]))
        {
            Assert.Equal(ticket.OrderBy(one => long.Parse(one.Id.Split(':')[1], null)).Select(one => one.Id), ticket.Select(one => one.Id));
        }

        Assert.DoesNotContain(_received, one => one.Body.Contains("clerk", StringComparison.Ordinal) || one.Body.Contains("oken", StringComparison.Ordinal));
        Assert.Equal((0L, 0L), (await ViewAsync(id)) is var view ? (view.Waiting, view.Dead) : default);
    }

    [Fact]
    public async Task A_receiver_that_was_away_gets_everything_when_it_is_back()
    {
        var (id, _) = await MakeAsync();
        await VisitsAsync(2);
        _answer = 503;
        await RunAsync(id);
        Assert.Equal(6, (await ViewAsync(id)).Waiting);
        Assert.NotNull((await ViewAsync(id)).FailingSince);
        Assert.Null((await ViewAsync(id)).LastTakenAt);
        _answer = 200;
        await RunAsync(id);
        Assert.Empty(_received);

        _time.Advance(TimeSpan.FromSeconds(16));
        await RunAsync(id);

        Assert.Equal(6, _received.Count);
        Assert.Null((await ViewAsync(id)).FailingSince);
        Assert.Equal(_time.GetUtcNow(), (await ViewAsync(id)).LastTakenAt);
    }

    [Fact]
    public async Task One_that_takes_nothing_for_a_day_is_paused_its_message_is_dead_and_it_goes_on_when_asked_to()
    {
        var (id, _) = await MakeAsync();
        await VisitsAsync(1);
        _answer = 500;
        for (var tries = 0; tries < WebhookTriesAtMost && (await ViewAsync(id)).PausedAt is null; tries++)
        {
            await RunAsync(id);
            _time.Advance(TimeSpan.FromHours(18));
        }

        var dead = Assert.Single(await _store.DeadAsync(id, CancellationToken.None));
        Assert.Equal((8, "500"), (dead.Tries, dead.Reason));
        var view = await ViewAsync(id);
        Assert.Equal(("500", 2L), (view.PausedBecause, view.Waiting));
        await _office.IssuedAsync();
        await Batches.WriteAsync(_office.Slug, CancellationToken.None);
        Assert.Equal(2, (await ViewAsync(id)).Waiting);

        _answer = 200;
        await _store.ResumeAsync(id, "admin", _time.GetUtcNow());
        await RunAsync(id);

        Assert.Equal(["ticketIssued", "ticketCalled", "ticketCompleted"], _received.Select(one => System.Text.Json.JsonDocument.Parse(one.Body).RootElement.GetProperty("type").GetString()));
        Assert.Null((await ViewAsync(id)).PausedAt);
    }

    [Fact]
    public async Task Without_the_option_nothing_is_sent_to_this_machine_and_410_ends_it()
    {
        var (id, _) = await MakeAsync();
        await VisitsAsync(1);
        await RunAsync(id, allowLoopback: false);
        Assert.Empty(_received);

        _time.Advance(TimeSpan.FromMinutes(1));
        _answer = 410;
        await RunAsync(id);

        Assert.Equal("410", (await ViewAsync(id)).PausedBecause);
    }

    [Fact]
    public async Task Once_it_is_paused_nothing_more_goes_out_and_what_waited_is_not_dead()
    {
        var (id, _) = await MakeAsync();
        await VisitsAsync(20);
        _answer = 410;

        await RunAsync(id);

        var view = await ViewAsync(id);
        Assert.InRange(view.Dead, 1, 8);
        Assert.Equal(60, view.Dead + view.Waiting);

        _answer = 200;
        await _store.ResumeAsync(id, "admin", _time.GetUtcNow());
        await RunAsync(id);
        Assert.Equal(60, _received.Count);
    }

    [Fact]
    public async Task While_a_receiver_is_away_nobody_looks_through_what_waits_behind_a_failed_message()
    {
        var (id, _) = await MakeAsync();
        await VisitsAsync(5);
        _answer = 503;

        await RunAsync(id);

        Assert.DoesNotContain(await _store.DueAsync(_time.GetUtcNow(), CancellationToken.None), receiver => receiver.Id == id);
        Assert.Equal(15, (await ViewAsync(id)).Waiting);
    }

    private const int WebhookTriesAtMost = 12;

    private async Task<(Guid Id, string Secret)> MakeAsync() => await _store.CreateAsync(
        new WebhookWish(_office.Slug, _receiver.Urls.Single() + "/hook", ["ticketIssued", "ticketCalled", "ticketCompleted"]), "admin", _time.GetUtcNow());

    private async Task<WebhookView> ViewAsync(Guid id) => (await _store.FindAsync(id, CancellationToken.None))!;

    private async Task VisitsAsync(int visits)
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        for (var visit = 0; visit < visits; visit++)
        {
            var ticket = await _office.IssuedAsync();
            await _office.ServingAsync("1", ticket.Ordinal);
            await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", ticket.Ordinal, "issued");
        }

        await Batches.WriteAsync(_office.Slug, CancellationToken.None);
    }

    // As one node's run.
    private async Task RunAsync(Guid id, bool allowLoopback = true)
    {
        using var sender = new WebhookSender(
            _store, Options.Create(new WebhookOptions { AllowLoopback = allowLoopback }), null!, _time, NullLogger<WebhookSender>.Instance);
        foreach (var receiver in (await _store.DueAsync(_time.GetUtcNow(), CancellationToken.None)).Where(one => one.Id == id))
        {
            await sender.RunAsync(receiver, CancellationToken.None);
        }
    }
}
