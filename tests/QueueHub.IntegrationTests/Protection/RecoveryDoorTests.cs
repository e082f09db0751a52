using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Staff.Policies;
using QueueHub.Live;
using QueueHub.Protection.Recovery;

namespace QueueHub.IntegrationTests.Protection;

/// <summary>The recovery room: who has it until when, known to as few as possible for as short as possible.</summary>
public class RecoveryDoorTests(EngineFixture engines)
{
    [Fact]
    public async Task A_clerk_books_the_room_which_others_see_as_taken_and_only_supervisors_by_whom_until_the_clerk_is_back()
    {
        await using var hub = await new HubFactory(engines).AtNoon().StartAsync();
        var (kim, _) = await hub.SignInAsync("kim");
        var (lee, _) = await hub.SignInAsync("lee");
        var (choi, _) = await hub.SignInAsync("choi");
        Assert.Equal(("아담소", null), await kim.GetAsync<RecoveryRoom>("recovery") is var free ? (free.Name!.Ko, free.TakenUntil) : default);

        var request = new RecoveryRequest(Seocho.NewRequestId(), 20, Counter: "1");
        var (booked, _) = await kim.AskAsync<RecoveryRoom>(HttpMethod.Post, "recovery", request);
        var (again, _) = await kim.AskAsync<RecoveryRoom>(HttpMethod.Post, "recovery", request);

        var mine = Assert.Single(booked!.Bookings);
        Assert.Equal(mine.Id, Assert.Single(again!.Bookings).Id);
        Assert.Equal((mine.Until, "김서연", "1"), (booked.TakenUntil, mine.StaffName, mine.Counter));
        Assert.Equal((mine.Until, 0), await lee.GetAsync<RecoveryRoom>("recovery") is var seen ? (seen.TakenUntil, seen.Bookings.Count) : default);
        Assert.Equal("김서연", Assert.Single((await choi.GetAsync<RecoveryRoom>("recovery")).Bookings).StaffName);
        Assert.Equal(ProblemCodes.RoomTaken, await lee.RefusalAsync(HttpMethod.Post, "recovery", new RecoveryRequest(Seocho.NewRequestId(), 10, 19)));
        Assert.Equal(ProblemCodes.UnknownRoom, await lee.RefusalAsync(HttpMethod.Delete, $"recovery?booking={mine.Id}"));
        Assert.Equal(ProblemCodes.UnknownRoom, await lee.RefusalAsync(HttpMethod.Delete, "recovery"));

        var (longer, _) = await kim.AskAsync<RecoveryRoom>(HttpMethod.Post, "recovery", new RecoveryRequest(Seocho.NewRequestId(), 40, Counter: "1"));
        Assert.Equal(40, Math.Round((Assert.Single(longer!.Bookings).Until - mine.From).TotalMinutes));
        var (back, _) = await kim.AskAsync<RecoveryRoom>(HttpMethod.Delete, "recovery");
        Assert.Equal((null, 0), (back!.TakenUntil, back.Bookings.Count));
        Assert.Null(await lee.RefusalAsync(HttpMethod.Post, "recovery", new RecoveryRequest(Seocho.NewRequestId(), 10)));
        var theirs = Assert.Single((await choi.GetAsync<RecoveryRoom>("recovery")).Bookings);
        Assert.Null(await choi.RefusalAsync(HttpMethod.Delete, $"recovery?booking={theirs.Id}"));
        Assert.Null((await lee.GetAsync<RecoveryRoom>("recovery")).TakenUntil);
        kim.Dispose();
        lee.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_so_is_whoever_works_elsewhere()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        var request = new RecoveryRequest(Seocho.NewRequestId(), 20);
        foreach (var (wrong, code) in new[]
        {
            (request with { RequestId = "" }, ProblemCodes.RequestIdRequired),
            (request with { Minutes = 0 }, ProblemCodes.InvalidRequest),
            (request with { Minutes = 241 }, ProblemCodes.InvalidRequest),
            (request with { InMinutes = -1 }, ProblemCodes.InvalidRequest),
            (request with { InMinutes = 24 * 60 }, ProblemCodes.InvalidRequest),
            (request with { Counter = "99" }, ProblemCodes.UnknownCounter),
        })
        {
            Assert.Equal(code, await scene["clerk"].Browser.RefusalAsync(HttpMethod.Post, "recovery", wrong));
        }

        foreach (var (method, body) in new (HttpMethod, object?)[] { (HttpMethod.Get, null), (HttpMethod.Post, request), (HttpMethod.Delete, null) })
        {
            Assert.Equal(ProblemCodes.SignInRequired, await scene["nobody"].Browser.RefusalAsync(method, "recovery", body));
            Assert.Equal(ProblemCodes.Forbidden, await scene["administrator elsewhere"].Browser.RefusalAsync(method, "recovery", body));
        }

        var (room, _) = await scene["administrator elsewhere"].Browser.AskAsync<RecoveryRoom>(HttpMethod.Get, $"../{StaffScene.Elsewhere}/recovery");
        Assert.Empty(room!.Bookings);
    }

    [Fact]
    public async Task Two_nodes_that_book_in_the_same_moment_cannot_both_have_the_room()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var other = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        var nodes = new[] { new RoomBookings(source), new RoomBookings(other) };
        var now = DateTimeOffset.UtcNow;

        for (var round = 0; round < 10; round++)
        {
            var from = now.AddHours(round);
            var booked = await Task.WhenAll(Enumerable.Range(0, 6).Select(person => Task.Run(() => nodes[person % 2].BookAsync(
                new RoomBooking($"{round}-{person}", Seocho.Office, $"s{person}", null, from, from.AddMinutes(30), $"{round}-{person}"), CancellationToken.None))));
            Assert.Single(booked, true);
        }

        Assert.Equal(10, (await nodes[0].AtAsync(Seocho.Office, now, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Bookings_go_with_their_day_and_while_Postgres_is_away_only_the_room_cannot_be_asked_for()
    {
        var database = await engines.CreateDatabaseAsync();
        await OfficeChanges.SeedOfficesAsync(database, OfficeChanges.ZoneAt(12));
        await using var link = new PostgresLink(database);
        await using var hub = await new HubFactory(engines).WithPostgresAt(link.ConnectionString).StartAsync();
        var (kim, _) = await hub.SignInAsync("kim");
        var bookings = hub.Services.GetRequiredService<RoomBookings>();
        await bookings.BookAsync(
            new RoomBooking("yesterday", Seocho.Office, "kim", "1", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(-1).AddMinutes(20), "1"), default);
        Assert.Null(await kim.RefusalAsync(HttpMethod.Post, "recovery", new RecoveryRequest(Seocho.NewRequestId(), 20)));

        await hub.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<RecoverySweep>().Single().SweepAsync(default);

        await using (var source = NpgsqlDataSource.Create(link.ConnectionString))
        await using (var connection = await source.OpenConnectionAsync())
        {
            Assert.Equal(1, await connection.ExecuteScalarAsync<long>("select count(*) from recovery_booking"));
        }

        link.Cut();
        Assert.Equal(ProblemCodes.Unavailable, await kim.RefusalAsync(HttpMethod.Get, "recovery"));
        Assert.Equal(ProblemCodes.Unavailable, await kim.RefusalAsync(HttpMethod.Delete, "recovery"));
        Assert.Equal(ProblemCodes.Unavailable, await kim.RefusalAsync(HttpMethod.Post, "recovery", new RecoveryRequest(Seocho.NewRequestId(), 20)));
        Assert.True((await new HttpDoor(kim, Seocho.Office, "1").Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        kim.Dispose();
    }

    [Fact]
    public async Task After_a_recovery_pause_nothing_tells_it_from_any_other_pause()
    {
        var heard = new Everything();
        await using var hub = await new HubFactory(engines).With(services => services.AddLogging(logging => logging.AddProvider(heard).SetMinimumLevel(LogLevel.Trace))).StartAsync();
        var (kim, _) = await hub.SignInAsync("kim");
        using var citizen = hub.NewClient();
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var (booked, _) = await kim.AskAsync<RecoveryRoom>(HttpMethod.Post, "recovery", new RecoveryRequest(Seocho.NewRequestId(), 20, Counter: "1"));
        var booking = Assert.Single(booked!.Bookings);
        var paused = await counter.Pause(new PauseCounterRequest(Seocho.NewRequestId(), null, 20, Leave: true));
        Assert.True(paused.Ok);

        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        string? kept = null;
        await Eventually.TrueAsync(
            async () => (kept = await connection.QuerySingleOrDefaultAsync<string>(
                "select string_agg(payload::text, ' ') from event where version <= @Version having max(version) = @Version", new { paused.Version })) is not null,
            "the pause is in history");
        var state = hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!;
        var tables = (await connection.QueryAsync<string>(
            "select tablename from pg_tables where schemaname = 'public' and tablename not in ('recovery_booking', 'office', 'schemaversions') order by 1")).ToList();
        var rows = new List<string> { kept!, JsonSerializer.Serialize(state.Counters), string.Join('\n', heard.Sentences) };
        foreach (var table in tables)
        {
            rows.Add(await connection.QuerySingleAsync<string?>($"select string_agg(t::text, ' ') from \"{table}\" t") ?? "");
        }

        rows.Add(JsonSerializer.Serialize(await kim.GetAsync<DeskBoard>("desk")));
        rows.Add(JsonSerializer.Serialize(await citizen.BoardAsync()));
        Assert.Contains("event", tables);
        Assert.Contains("counterPaused", kept, StringComparison.Ordinal);
        Assert.NotEmpty(heard.Sentences);
        foreach (var word in new[] { booking.Id, "recovery", "회복", "아담소" })
        {
            Assert.All(rows, row => Assert.DoesNotContain(word, Without(row), StringComparison.OrdinalIgnoreCase));
        }

        kim.Dispose();

        // That there was such a request is in a framework's own trace, which no hub writes; what is looked for is what it was about.
        static string Without(string row) => row.Replace("/recovery", "", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _sentences = [];

        public IReadOnlyCollection<string> Sentences => _sentences;

        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("QueueHub", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _sentences.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
