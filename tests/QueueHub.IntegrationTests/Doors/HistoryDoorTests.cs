using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>What the supervisors of an office ask of its days over HTTP, moments after they happened.</summary>
public class HistoryDoorTests(EngineFixture engines)
{
    private const string History = $"/api/history/{Seocho.Office}";

    [Fact]
    public async Task A_visit_is_in_the_figures_as_soon_as_history_has_it()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var first = await citizen.IssueAsync(form: hub.FilledForm());
        await citizen.IssueAsync();
        var (_, cookies) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        await using var connection = hub.CounterConnection(cookies);
        await connection.StartAsync();
        var counter = new HubDoor(connection);
        await counter.Attach(Seocho.Office, "1", "ko");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await counter.Call(new CallTicketRequest(Seocho.NewRequestId(), first.Ordinal, null));
        await counter.Start(new TicketRequest(Seocho.NewRequestId(), first.Ordinal));
        await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), first.Ordinal));

        FiguresTable? table = null;
        await Eventually.TrueAsync(
            async () => (table = await choi.GetFromJsonAsync<FiguresTable>($"{History}/figures?by=service"))!.Total.Served == 1, "the visit is in the figures");
        Assert.Equal((2, 1, 1, 15), (table!.Total.Visits, table.Total.Called, table.Total.Forms, table.TargetMinutes));
        Assert.True(table.Total.Sheets > 0);
        var row = Assert.Single(table.Rows);
        Assert.Equal((table.Total.Visits, table.Total.Served, "주민등록 등·초본"), (row.Figures.Visits, row.Figures.Served, row.Name!.Ko));

        // Of her offices together it is the same, since nothing happened elsewhere.
        var all = await choi.GetFromJsonAsync<FiguresTable>("/api/history/figures?by=office");
        Assert.Equal((null, 2, Seocho.Office), (all!.Office, all.Total.Visits, Assert.Single(all.Rows, office => office.Figures.Visits > 0).Key));
        Assert.Equal(2, (await choi.GetFromJsonAsync<ArrivalsWeek>($"{History}/arrivals"))!.Hours.Sum(day => day.Sum()));
        choi.Dispose();
    }

    [Fact]
    public async Task A_total_is_that_of_its_rows_whatever_is_written_meanwhile()
    {
        const int Visits = 40;
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));

        var serving = ServeAsync();
        FiguresTable table;
        do
        {
            table = (await choi.GetFromJsonAsync<FiguresTable>($"{History}/figures?by=service"))!;
            Assert.Equal(
                (table.Total.Visits, table.Total.Called, table.Total.Served),
                (table.Rows.Sum(row => row.Figures.Visits), table.Rows.Sum(row => row.Figures.Called), table.Rows.Sum(row => row.Figures.Served)));
        }
        while (!serving.IsCompleted);

        await serving;
        await Eventually.TrueAsync(
            async () => (await choi.GetFromJsonAsync<FiguresTable>($"{History}/figures?by=service"))!.Total.Served == Visits, "all visits are in the figures");
        kim.Dispose();
        choi.Dispose();

        async Task ServeAsync()
        {
            for (var visit = 0; visit < Visits; visit++)
            {
                await citizen.IssueAsync();
                var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
                Assert.True((await counter.Start(Seocho.Request(ticket))).Ok);
                Assert.True((await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))).Ok);
            }
        }
    }

    [Fact]
    public async Task A_question_that_cannot_be_answered_is_told_why()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (choi, _) = await hub.SignInAsync("choi");

        foreach (var (question, status, code) in new[]
        {
            ("figures?from=2026-03-02&to=2026-03-01", HttpStatusCode.BadRequest, ProblemCodes.RangeReversed),
            ("figures?from=2026-02-30", HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest),
            ("figures?from=0001-01-01&to=9999-12-31", HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest),
            ("figures?from=2026-01-01&to=2026-03-01&by=hour", HttpStatusCode.BadRequest, ProblemCodes.RangeTooLong),
            ("figures?by=shoe-size", HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest),
            ("figures?by=staff", HttpStatusCode.Forbidden, ProblemCodes.StaffFiguresOff),
            ("arrivals?from=2026-03-02&to=2026-03-01", HttpStatusCode.BadRequest, ProblemCodes.RangeReversed),
        })
        {
            var answer = await choi.GetAsync($"{History}/{question}");
            Assert.Equal((question, status, code), (question, answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }

        choi.Dispose();
    }

    [Fact]
    public async Task Nobody_reads_the_days_of_an_office_that_is_not_theirs()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var stranger = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");

        foreach (var question in new[] { "figures", "arrivals" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"{History}/{question}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await kim.GetAsync($"{History}/{question}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await kim.GetAsync($"/api/history/{question}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await choi.GetAsync($"/api/history/nowhere/{question}")).StatusCode);
        }

        kim.Dispose();
        choi.Dispose();
    }
}
