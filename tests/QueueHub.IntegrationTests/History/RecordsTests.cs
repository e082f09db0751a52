using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.History.Access;
using QueueHub.History.Ledger;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Platform.Database;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.History;

/// <summary>Who opened whose form, who was called before others, and how each service of a visit ended.</summary>
public sealed class RecordsTests(EngineFixture engines) : IAsyncLifetime
{
    private static readonly DateOnly Day = DateOnly.Parse(Office.Day, System.Globalization.CultureInfo.InvariantCulture);

    private NpgsqlDataSource _source = null!;
    private Office _office = null!;
    private AccessLog _log = null!;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
        _office = new Office(engines.Redis);
        _log = new AccessLog(_source);
        await _office.OpenDayAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task Each_opened_form_is_in_the_log_once_whoever_writes_and_nobody_can_change_it()
    {
        await OpenedAsync(3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync()));
        await OpenedAsync(2);
        await WriteAsync();

        var page = await _log.PageAsync(_office.Slug, Day, Day, null, CancellationToken.None);
        Assert.Equal([5, 4, 3, 2, 1], page.Select(row => row.Seq));
        Assert.All(page, row => Assert.Equal(
            ("clerk1", "1", "register-extract", "opened"), (row.Entry.Staff, row.Entry.Counter, row.Entry.Template, row.Entry.Action)));
        Assert.Equal([2, 1], (await _log.PageAsync(_office.Slug, Day, Day, 3, CancellationToken.None)).Select(row => row.Seq));
        Assert.Empty(await _log.PageAsync(_office.Slug, Day.AddDays(1), Day.AddDays(2), null, CancellationToken.None));
        var verdict = await _log.CheckAsync(_office.Slug, CancellationToken.None);
        Assert.Equal((null, 0L, 5L), (verdict.Broken, verdict.Purged, verdict.Last.Seq));

        foreach (var deed in new[]
        {
            "update form_access set staff = 's9'", "delete from form_access", "truncate form_access", "delete from form_access_chain",
            "truncate form_access_chain", "update form_access_chain set base_seq = last_seq, base_hash = last_hash", "update form_access_chain set last_seq = 1",
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(deed));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task What_an_administrator_does_to_the_rows_behind_the_triggers_back_is_found()
    {
        await OpenedAsync(4);
        await WriteAsync();

        await ExecuteAsync("set session_replication_role = replica; update form_access set staff = 's9' where seq = 2; set session_replication_role = origin");
        Assert.Equal(2, (await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
        await ExecuteAsync("set session_replication_role = replica; delete from form_access where seq in (1, 2); set session_replication_role = origin");
        Assert.Equal(1, (await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task Entries_older_than_two_years_go_and_what_is_left_still_proves_itself()
    {
        _office = new Office(engines.Redis) { Now = DateTimeOffset.UtcNow.AddYears(-3).ToUnixTimeMilliseconds() };
        await _office.OpenDayAsync();
        await OpenedAsync(3);
        _office.Now = DateTimeOffset.UtcNow.AddYears(-1).ToUnixTimeMilliseconds();
        await OpenedAsync(2);
        await WriteAsync();

        Assert.Equal(3, await _log.PurgeAsync(CancellationToken.None));
        Assert.Equal(0, await _log.PurgeAsync(CancellationToken.None));

        var verdict = await _log.CheckAsync(_office.Slug, CancellationToken.None);
        Assert.Equal((null, 3L, 5L), (verdict.Broken, verdict.Purged, verdict.Last.Seq));
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("delete from form_access where seq = 4"));
        await OpenedAsync(1);
        await WriteAsync();
        Assert.Null((await _log.CheckAsync(_office.Slug, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task The_ledger_holds_the_calls_that_passed_others_over_and_none_that_was_taken_back()
    {
        await _office.OpenCounterAsync("1");
        var tickets = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            tickets.Add((await _office.IssuedAsync()).Ordinal);
        }

        await CallAndParkAsync(tickets[3]);
        await _office.CalledAsync("1", tickets[2]);
        await UndoAsync(tickets[2]);
        await CallAndParkAsync(tickets[2]);
        await CallAndParkAsync(tickets[0]);
        await _office.CalledAsync("1", tickets[1]);
        await UndoAsync(tickets[1]);
        await WriteAsync();

        var ledger = await new FairnessLedger(_source).DayAsync(
            _office.Slug, Day, new Dictionary<string, string> { ["clerk1"] = "김서연" }, CancellationToken.None);

        Assert.Equal([(tickets[2], 2), (tickets[3], 3)], ledger.Select(entry => (entry.Ticket, entry.Passed)));
        Assert.All(ledger, entry => Assert.Equal(("1", "clerk1", "김서연", "reason"), (entry.Counter, entry.Staff, entry.StaffName, entry.Reason)));
        Assert.Empty(await new FairnessLedger(_source).DayAsync(_office.Slug, Day.AddDays(1), new Dictionary<string, string>(), CancellationToken.None));
    }

    [Fact]
    public async Task A_one_stop_visit_keeps_the_result_of_each_service_and_what_was_taken_back_leaves_no_trace()
    {
        await _office.OpenCounterAsync("1", ["register", "tax"]);
        var ticket = (await _office.IssuedAsync()).Ordinal;
        _office.Now += Office.Minute;
        await _office.CalledAsync("1", ticket);
        await UndoAsync(ticket);
        _office.Now += Office.Minute;
        await _office.ServingAsync("1", ticket);
        _office.Now += Office.Minute;
        await CompleteAsync(new Completion("issued"));
        _office.Now += 5_000;
        await UndoAsync(ticket);
        _office.Now += Office.Minute;
        await CompleteAsync(new Completion("not-provided", Next: "tax"));
        _office.Now += Office.Minute;
        await _office.ServingAsync("1", ticket);
        await CompleteAsync(new Completion("issued"));
        await WriteAsync();

        var row = (await new HistoryQueries(_source).TicketAsync(_office.Slug, Office.Day, ticket))!;
        Assert.Equal(["not-provided", "issued"], row.LegResults);
        Assert.Equal((TicketState.Done, 2), (row.State, row.Calls));
        Assert.Equal((3 * Office.Minute, (2 * Office.Minute) + 5_000), (row.WaitingMs, row.ServingMs));

        async Task CompleteAsync(Completion completion) =>
            Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", ticket, completion));
    }

    private async Task OpenedAsync(int count)
    {
        await _office.OpenCounterAsync("1");
        for (var i = 0; i < count; i++)
        {
            var ticket = (await _office.IssuedAsync(form: Office.Form())).Ordinal;
            await _office.CalledAsync("1", ticket);
            Office.Done(await _office.Queue.OpenFormAsync(_office.Clerk("1"), "1", ticket));
            Assert.Null((await _office.Queue.OpenFormAsync(_office.Clerk("1"), "1", ticket)).Event);
            Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", ticket, null));
        }
    }

    private async Task CallAndParkAsync(long ticket)
    {
        await _office.CalledAsync("1", ticket);
        Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", ticket, null));
    }

    private async Task UndoAsync(long ticket) =>
        Office.Done(await _office.Queue.UndoAsync(_office.Clerk("1"), "1", ticket, TimeSpan.FromSeconds(10)));

    private async Task WriteAsync() => await new HistoryBatches(_source, engines.Redis, new SeoulFacts()).WriteAsync(_office.Slug, CancellationToken.None);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
