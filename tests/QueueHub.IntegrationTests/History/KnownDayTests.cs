using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.History;
using QueueHub.History.Answers;
using QueueHub.History.Rollups;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Offices;
using QueueHub.Platform.Database;
using QueueHub.Staff;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.History;

/// <summary>
/// A small day whose figures are worked out by hand, at the office whose clock begins at 09:06:40 in Seoul. Counter 1 takes "register", counter 2 "tax".
/// </summary>
/// <remarks>
/// Ana: register, taken at 0 with a form, called at 4 by counter 1, served 5 to 15. Wait 4, walk 1, service 10.
/// Ben: register, taken at 0, called at 16, absent at 18. Wait 16.
/// Chu: register, taken at 2, called at 20, service from 21, at 27 on to "tax": called there at 35 by counter 2, served 36 to 40. Waits 18 and 8, walks 1 and 1, services 6 and 4.
/// Dae: tax, taken at 10, given up at 12. Evi: tax, taken at 60, called at 62, served 62 to 82, before Fin (taken at 58), who still waits at 90.
/// Counter 1 was open from 0 to 30 and paused until 45, then closed; counter 2 is open from 0 on.
/// </remarks>
public sealed class KnownDayTests(EngineFixture engines) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly FakeTimeProvider _time = new();
    private NpgsqlDataSource _source = null!;
    private Office _office = null!;
    private FiguresAnswers _answers = null!;
    private long _start;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
        _office = new Office(engines.Redis);
        _start = _office.Now;
        _answers = new FiguresAnswers(
            _source, new StaffFigures(new StaffNames(_source, new DatabaseStart(_source, NullLogger<DatabaseStart>.Instance), NullLogger<StaffNames>.Instance)),
            new SeoulFacts(), _time);
        await LiveAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task The_whole_office()
    {
        var figures = (await AskAsync(FiguresBy.Total)).Total;

        Assert.Equal((6, 7, 5), (figures.Visits, figures.Stops, figures.Called));
        Assert.Equal((4, 1, 1, 0, 0), (figures.Served, figures.Absent, figures.Cancelled, figures.Expired, figures.Transferred));
        Assert.Equal((1, 1), (figures.OutOfOrder, figures.Recalls));

        // Waits of 4, 16, 18, 8 and 2 minutes.
        Assert.Equal((5, 9.6 * 60), (figures.Wait!.Count, figures.Wait.Mean));
        Assert.InRange(figures.Wait.Median, 8 * 60 / 1.091, 8 * 60 * 1.091);
        Assert.InRange(figures.Wait.P90, 16 * 60 / 1.091, 18 * 60 * 1.091);
        Assert.Equal(3 / 5.0, figures.WithinTarget!.Value, 2);

        // Services of 10, 6, 4 and 20 minutes; walks of 1, 1, 1 and 0.
        Assert.Equal((4, 10 * 60), (figures.Serve!.Count, figures.Serve.Mean));
        Assert.Equal(45, figures.Walk!.Mean);
        Assert.Equal((1, 2), (figures.Forms, figures.Sheets));
    }

    [Fact]
    public async Task Each_service_has_the_figures_of_its_own_line()
    {
        var rows = (await AskAsync(FiguresBy.Service)).Rows.ToDictionary(row => row.Key, row => row.Figures);

        Assert.Equal((3, 3, 2, 1), (rows["register"].Visits, rows["register"].Stops, rows["register"].Served, rows["register"].Absent));
        Assert.Equal(38 / 3.0 * 60, rows["register"].Wait!.Mean, 6);
        Assert.Equal((3, 4, 2, 1), (rows["tax"].Visits, rows["tax"].Stops, rows["tax"].Served, rows["tax"].Cancelled));
        Assert.Equal((2, 5 * 60), (rows["tax"].Wait!.Count, rows["tax"].Wait!.Mean));
    }

    [Fact]
    public async Task Counters_were_open_paused_and_busy_and_the_one_that_is_still_open_counts_until_now()
    {
        var rows = (await AskAsync(FiguresBy.Counter)).Rows.ToDictionary(row => row.Key, row => row.Figures);

        Assert.Equal((0.5, 0.25), (rows["1"].OpenHours, rows["1"].PausedHours));
        Assert.Equal((1.5, 0), (rows["2"].OpenHours, rows["2"].PausedHours));

        // Ana 11, Ben 2, Chu 7 minutes at counter 1; Chu 5, Evi 20 at counter 2.
        Assert.Equal(20 / 60.0, rows["1"].BusyHours, 6);
        Assert.Equal(25 / 60.0, rows["2"].BusyHours, 6);
    }

    [Fact]
    public async Task Hours_hold_what_happened_in_them()
    {
        // 09:06:40 plus 60 minutes is 10:06:40: Fin took the number at 10:04:40, Evi at 10:06:40.
        var rows = (await AskAsync(FiguresBy.Hour)).Rows.ToDictionary(row => row.Key, row => row.Figures);

        Assert.Equal((4, 3, 4), (rows["2026-03-02T09:00"].Visits, rows["2026-03-02T09:00"].Served, rows["2026-03-02T09:00"].Called));
        Assert.Equal((2, 1, 1), (rows["2026-03-02T10:00"].Visits, rows["2026-03-02T10:00"].Served, rows["2026-03-02T10:00"].Called));
        Assert.Equal((30 + 90) / 60.0, rows.Values.Sum(row => row.OpenHours), 6);
        var week = await _answers.ArrivalsAsync(Question(), null, CancellationToken.None);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0], week.Days);
        Assert.Equal((4, 2, 0), (week.Hours[0][9], week.Hours[0][10], week.Hours[1][9]));
    }

    [Fact]
    public async Task A_day_of_several_offices_is_one_day()
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into rollup (grain, kind, office, start, key, visits)
            values ('day', 'office', 'other', '2026-03-02', '', 1), ('day', 'office', 'other', '2026-03-03', '', 1), ('day', 'office', 'other', '2026-03-04', '', 0)
            """);
        var both = Question() with { Slug = null, Offices = [Document(), Document() with { Slug = "other" }], To = Day.AddDays(2) };

        Assert.Equal([1, 1, 0, 0, 0, 0, 0], (await _answers.ArrivalsAsync(both, null, CancellationToken.None)).Days);
    }

    [Fact]
    public async Task Visits_of_several_services_are_journeys()
    {
        var row = Assert.Single((await AskAsync(FiguresBy.Journey)).Rows);
        Assert.Equal(("register>tax", 1), (row.Key, row.Figures.Visits));
    }

    [Fact]
    public async Task Figures_of_clerks_are_refused_unless_the_office_allows_them()
    {
        Assert.Equal(ProblemCodes.StaffFiguresOff, (await _answers.TableAsync(Question(), FiguresBy.Staff, null, CancellationToken.None)).Problem);

        var allowed = Question() with { Offices = [Document() with { Statistics = new StatisticsDefinition(PerStaff: true) }] };
        var rows = (await _answers.TableAsync(allowed, FiguresBy.Staff, null, CancellationToken.None)).Table!.Rows.ToDictionary(row => row.Key, row => row.Figures);
        Assert.Equal((2, 1, 8 * 60), (rows["clerk1"].Served, rows["clerk1"].Absent, rows["clerk1"].Serve!.Mean));
        Assert.Equal((2, 12 * 60, 0), (rows["clerk2"].Served, rows["clerk2"].Serve!.Mean, rows["clerk2"].PausedHours));
    }

    [Fact]
    public async Task Forms_are_a_share_of_the_visits_that_could_have_one_and_days_are_those_on_which_anybody_came()
    {
        var document = Document();
        var month = Question() with { Offices = [document with { Services = [.. document.Services.Select(one => one.Id == "register" ? one with { Form = "extract" } : one)] }], To = Day.AddDays(27) };

        var (whole, _) = await _answers.TableAsync(month, FiguresBy.Total, null, CancellationToken.None);
        Assert.Equal((3, 1, 1), (whole!.Total.FormVisits, whole.Total.Forms, whole.Days));
        var rows = (await _answers.TableAsync(month, FiguresBy.Service, null, CancellationToken.None)).Table!.Rows.ToDictionary(row => row.Key, row => row.Figures.FormVisits);
        Assert.Equal((3, null), (rows["register"], rows["tax"]));
        Assert.Equal(3, (await _answers.TableAsync(month, FiguresBy.Office, null, CancellationToken.None)).Table!.Rows.Single().Figures.FormVisits);
        var (none, _) = await _answers.TableAsync(Question(), FiguresBy.Total, null, CancellationToken.None);
        Assert.Equal((0, 1), (none!.Total.FormVisits, none.Days));
        Assert.Null((await _answers.TableAsync(month, FiguresBy.Class, null, CancellationToken.None)).Table!.Days);
    }

    [Fact]
    public async Task Another_day_and_another_office_have_none_of_it()
    {
        var (table, _) = await _answers.TableAsync(Question() with { From = Day.AddDays(1), To = Day.AddDays(400) }, FiguresBy.Service, null, CancellationToken.None);
        Assert.Equal((0, 0), (table!.Total.Visits, table.Rows.Count));
        Assert.Null(table.Total.Wait);

        var elsewhere = Question() with { Offices = [Document() with { Slug = "elsewhere" }] };
        Assert.Equal(0, (await _answers.TableAsync(elsewhere, FiguresBy.Total, null, CancellationToken.None)).Table!.Total.Stops);
    }

    [Fact]
    public async Task The_same_comes_out_of_hours_days_months_and_years_and_of_the_rows()
    {
        foreach (var by in new[] { FiguresBy.Hour, FiguresBy.Day, FiguresBy.Month, FiguresBy.Year, FiguresBy.Class, FiguresBy.Channel })
        {
            Assert.Equal((6, 4), ((await AskAsync(by)).Rows.Sum(row => row.Figures.Visits), (await AskAsync(by)).Rows.Sum(row => row.Figures.Served)));
        }

        await RollupCheck.SumsAreOfTheRowsAsync(_source, _office.Slug);
        await using var connection = await _source.OpenConnectionAsync();
        Assert.Equal(6, await connection.ExecuteScalarAsync<int>(
            "select visits from rollup where grain = 'year' and kind = 'office' and office = @Slug and start = '2026-01-01'", new { _office.Slug }));
    }

    private async Task LiveAsync()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1", ["register"]);
        await _office.OpenCounterAsync("2", ["tax"]);
        var ana = (await _office.IssuedAsync(form: Office.Form())).Ordinal;
        var ben = (await _office.IssuedAsync()).Ordinal;
        At(2);
        var chu = (await _office.IssuedAsync()).Ordinal;
        await CallNextAsync("1", 4, ana);
        await StartAsync("1", 5, ana);
        At(10);
        var dae = (await _office.IssuedAsync("tax")).Ordinal;
        At(12);
        Office.Done(await _office.Queue.CancelAsync(_office.Citizen(), dae));
        await CompleteAsync("1", 15, ana);
        await CallNextAsync("1", 16, ben);
        At(17);
        Office.Done(await _office.Queue.RecallAsync(_office.Clerk("1"), "1", ben, TimeSpan.Zero));
        At(18);
        Office.Done(await _office.Queue.NoShowAsync(_office.Clerk("1"), "1", ben));
        await WriteAsync();
        await CallNextAsync("1", 20, chu);
        await StartAsync("1", 21, chu);
        At(27);
        Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", chu, new Completion(Next: "tax")));
        At(30);
        Assert.Null((await _office.Queue.PauseCounterAsync(_office.Clerk("1"), "1", null)).Code);
        await CallNextAsync("2", 35, chu);
        await StartAsync("2", 36, chu);
        await CompleteAsync("2", 40, chu);
        At(45);
        Assert.Null((await _office.Queue.CloseCounterAsync(_office.Clerk("1"), "1")).Code);
        At(58);
        await _office.IssuedAsync("tax");
        At(60);
        var evi = (await _office.IssuedAsync("tax")).Ordinal;
        At(62);
        await _office.ServingAsync("2", evi);
        await CompleteAsync("2", 82, evi);
        At(90);
        await WriteAsync();
    }

    private void At(int minute)
    {
        _office.Now = _start + (minute * Office.Minute);
        _time.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(_office.Now));
    }

    private async Task CallNextAsync(string counter, int minute, long ticket)
    {
        At(minute);
        Assert.Equal(ticket, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk(counter), counter)).Ordinal);
    }

    private async Task StartAsync(string counter, int minute, long ticket)
    {
        At(minute);
        Office.Done(await _office.Queue.StartAsync(_office.Clerk(counter), counter, ticket));
    }

    private async Task CompleteAsync(string counter, int minute, long ticket)
    {
        At(minute);
        Office.Done(await _office.Queue.CompleteAsync(_office.Clerk(counter), counter, ticket, new Completion()));
    }

    private async Task WriteAsync() => await new HistoryBatches(_source, engines.Redis, new SeoulFacts()).WriteAsync(_office.Slug, CancellationToken.None);

    private OfficeDocument Document() => _office.Document("Asia/Seoul");

    private HistoryQuestion Question() => new(_office.Slug, [Document()], Day, Day);

    private async Task<FiguresTable> AskAsync(string by)
    {
        var (table, problem) = await _answers.TableAsync(Question(), by, null, CancellationToken.None);
        Assert.Null(problem);
        return table!;
    }
}
