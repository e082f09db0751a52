using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts.Protection;
using QueueHub.History;
using QueueHub.History.Chains;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Platform.Database;
using QueueHub.Protection.Incidents;

namespace QueueHub.IntegrationTests.Protection;

/// <summary>The incident record: everything in it once, in order, and nothing ever changed.</summary>
public sealed class IncidentRecordTests(EngineFixture engines) : IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;
    private Office _office = null!;
    private IncidentLog _log = null!;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
        _office = new Office(engines.Redis);
        _log = new IncidentLog(_source);
        await _office.OpenDayAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task A_visit_that_went_wrong_is_one_incident_in_the_order_in_which_it_happened()
    {
        var ticket = await ServedAsync();
        var alarm = await RaisedAsync();
        await _office.Queue.AnswerAlarmAsync(_office.By("supervisor:choi"), "1", alarm, "청원경찰");
        Office.Done(await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, WarningKind.Threat));
        Office.Done(await _office.Queue.EndVisitAsync(_office.Clerk("1"), "1", ticket, WarningKind.Threat));
        await _office.Queue.EndAlarmAsync(_office.By("supervisor:choi"), "1", alarm);
        await RaisedAsync();
        await WriteAsync();

        var incidents = await PageAsync();

        Assert.Equal(2, incidents.Count);
        var visit = incidents[1];
        Assert.Equal(
            [
                (IncidentAction.AlarmRaised, "clerk1", null), (IncidentAction.AlarmAnswered, "choi", "청원경찰"), (IncidentAction.Warned, "clerk1", WarningKind.Threat),
                (IncidentAction.VisitEnded, "clerk1", WarningKind.Threat), (IncidentAction.AlarmEnded, "choi", null),
            ],
            visit.Select(line => (line.Entry.Action, line.Entry.By, line.Entry.Note)));
        Assert.All(visit, line => Assert.Equal(
            ($"t{ticket}", "1", ticket, 1, "clerk1", Office.Day),
            (line.Entry.Incident, line.Entry.Counter, line.Entry.Ordinal, line.Entry.Number!.Value, line.Entry.Staff, line.Entry.Day)));
        Assert.StartsWith("a", Assert.Single(incidents[0]).Entry.Incident, StringComparison.Ordinal);
        Assert.Null((await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task Two_writers_of_events_and_people_who_write_at_the_same_time_make_one_chain_with_everything_once()
    {
        const int Warnings = 12;
        const int Reports = 8;
        var ticket = await ServedAsync();
        var warning = Task.Run(async () =>
        {
            for (var i = 0; i < Warnings; i++)
            {
                Office.Done(await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, WarningKind.Language));
            }
        });
        var writers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!warning.IsCompleted)
            {
                await WriteAsync();
            }
        })).ToList();
        var people = Enumerable.Range(0, Reports).Select(number => Task.Run(async () =>
        {
            var line = Report($"request{number}", $"{number}");
            Assert.All(await Task.WhenAll(_log.WriteAsync(line, default), _log.WriteAsync(line, default)), Assert.True);
        })).ToList();
        await Task.WhenAll([warning, .. writers, .. people]);
        await WriteAsync();

        var lines = (await PageAsync()).SelectMany(incident => incident).OrderBy(line => line.Seq).ToList();
        Assert.Equal(Enumerable.Range(1, Warnings + Reports).Select(seq => (long)seq), lines.Select(line => line.Seq));
        Assert.Equal(Warnings + Reports, lines.Select(line => line.Entry.Source).Distinct().Count());
        var warned = lines.Where(line => line.Entry.Action == IncidentAction.Warned).Select(line => line.Entry.Source[1..]).ToList();
        Assert.Equal(warned.OrderBy(long.Parse), warned);
        Assert.Null((await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task A_writer_that_dies_before_it_has_committed_leaves_no_line_and_the_next_one_writes_it()
    {
        var ticket = await ServedAsync();
        Office.Done(await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, WarningKind.Time));
        await using (var connection = await _source.OpenConnectionAsync())
        await using (await connection.BeginTransactionAsync())
        {
            await IncidentLog.AppendAsync(connection, _office.Slug, await EventsAsync());
        }

        Assert.Empty(await PageAsync());
        await WriteAsync();

        Assert.Equal(IncidentAction.Warned, Assert.Single(Assert.Single(await PageAsync())).Entry.Action);
        Assert.Null((await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task Nobody_can_change_a_line_and_what_is_done_behind_the_triggers_back_is_found()
    {
        for (var i = 1; i <= 4; i++)
        {
            Assert.True(await _log.WriteAsync(Report($"request{i}", "처음 쓴 글"), CancellationToken.None));
        }

        Assert.False(await _log.WriteAsync(Report("request4", "다른 글"), CancellationToken.None));
        foreach (var deed in new[]
        {
            "update incident set note = 'x'", "delete from incident", "truncate incident", "delete from incident_chain", "truncate incident_chain",
            "update incident_chain set base_seq = last_seq, base_hash = last_hash", "update incident_chain set last_seq = 1",
            "update incident_chain set base_seq = 2, base_hash = (select hash from incident where seq = 2)",
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(deed));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        Assert.Null((await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
        await ExecuteAsync("set session_replication_role = replica; update incident set note = 'x' where seq = 3; set session_replication_role = origin");
        Assert.Equal(3, (await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
        await ExecuteAsync("set session_replication_role = replica; delete from incident where seq = 1; set session_replication_role = origin");
        Assert.Equal(1, (await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task Lines_go_after_three_years_no_sooner_and_what_is_left_still_proves_itself()
    {
        var past = DateTimeOffset.UtcNow;
        await _log.WriteAsync(Report("request1", "가") with { At = past.AddYears(-4).ToUnixTimeMilliseconds() }, CancellationToken.None);
        await _log.WriteAsync(Report("request2", "나") with { At = past.AddYears(-2).ToUnixTimeMilliseconds() }, CancellationToken.None);

        await Assert.ThrowsAsync<PostgresException>(() => _log.PurgeAsync(1, CancellationToken.None));
        Assert.Equal(0, await _log.PurgeAsync(5, CancellationToken.None));
        Assert.Equal(1, await _log.PurgeAsync(3, CancellationToken.None));

        var verdict = await _log.CheckAsync(_office.Slug, CancellationToken.None);
        Assert.Equal((null, 1L, 2L), (verdict.Broken, verdict.Purged, verdict.Last.Seq));
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("delete from incident where seq = 2"));
    }

    private async Task<long> ServedAsync()
    {
        await _office.OpenCounterAsync("1");
        var ticket = (await _office.IssuedAsync()).Ordinal;
        await _office.ServingAsync("1", ticket);
        return ticket;
    }

    private async Task<long> RaisedAsync()
    {
        var reply = await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1");
        Assert.Null(reply.Code);
        return reply.Event!.Counters![0].Alarm!.Id;
    }

    private IncidentLine Report(string request, string note) => new(
        _office.Slug, IncidentIds.OfReport(request), Office.Day, _office.Now, "1", null, null, "clerk1", IncidentAction.Reported, "clerk1", IncidentKind.Abuse, note, request);

    private Task<IReadOnlyList<IReadOnlyList<Chained<IncidentLine>>>> PageAsync() => _log.PageAsync(_office.Slug, null, null, CancellationToken.None);

    private async Task WriteAsync() => await new HistoryBatches(_source, engines.Redis, new SeoulFacts()).WriteAsync(_office.Slug, CancellationToken.None);

    private async Task<IReadOnlyList<LoggedEvent>> EventsAsync() =>
        [.. (await _office.Database.StreamRangeAsync(QueueHub.Tickets.RedisKeys.Events(_office.Slug))).Select(entry => LoggedEvent.Parse(entry["event"]!))];

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
