using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.Live;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>A small day: what is foretold reaches board and phone, and history knows afterwards how it came out.</summary>
public class WaitBandTests(EngineFixture engines)
{
    [Fact]
    public async Task A_wait_is_foretold_once_five_visits_have_ended_and_kept_with_what_happened()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        using var client = kim;
        var (choi, _) = await hub.SignInAsync("choi");
        using var supervisor = choi;
        var door = new HttpDoor(kim, Seocho.Office, "1");
        Assert.True((await door.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        for (var visit = 0; visit < 5; visit++)
        {
            Assert.Null((await LineAsync()).Expect);
            await citizen.IssueAsync();
            await ServeAsync();
        }

        Assert.Equal(new WaitBand(0, 1), (await LineAsync()).Expect);
        await citizen.IssueAsync();
        var waiting = await citizen.IssueAsync();
        var called = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
        await using var phone = SseParser.Create(await citizen.GetStreamAsync($"{waiting.Url}/events")).EnumerateAsync().GetAsyncEnumerator();
        var first = await HearsAsync(phone, _ => true);
        Assert.True(first.Expect is { Low: >= 0, High: > 0 }, $"{first.Expect}");
        Assert.Matches("data-band=\"within\" data-text=\"[^\"]*\">", await citizen.GetStringAsync(waiting.Url));

        // At the desk somebody gets a number who goes first by class: the phone is told why, and no more than that.
        using var answer = await kim.PostAsJsonAsync(
            $"/api/offices/{Seocho.Office}/desk/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service, Class: "priority"));
        answer.EnsureSuccessStatusCode();
        await HearsAsync(phone, ticket => ticket.PeopleAhead == 1);
        Assert.True((await door.Start(Seocho.Request(called))).Ok);
        Assert.True((await door.Complete(new CompleteRequest(Seocho.NewRequestId(), called))).Ok);
        await ServeAsync();
        Assert.Equal(PassedReason.Priority, (await HearsAsync(phone, ticket => ticket.Passed is not null)).Passed);
        await ServeAsync();

        var states = hub.Services.GetRequiredService<IOfficeStates>();
        var rows = states.Current(Seocho.Office)!.Tickets.Values.OrderBy(row => row.Ordinal).ToList();
        Assert.All(rows.Take(5), row => Assert.Null(row.Expected));
        Assert.Equal([0, 1, 0], rows.Skip(5).Select(row => row.Expected!.Ahead));
        var history = hub.Services.GetRequiredService<HistoryQueries>();
        var told = await Eventually.NotNullAsync(
            async () => (await history.DayAsync(Seocho.Office, rows[0].Day)).Where(ticket => ticket.ExpectedAt is not null).ToList() is { Count: 3 } all
                && all.All(ticket => ticket.CalledAt is not null) ? all : null,
            "what was foretold, with what happened, in the history");
        Assert.Equal(
            rows.Skip(5).Select(row => (row.Ordinal, row.Expected!.Low, row.Expected.High)), told.Select(one => (one.Ordinal, one.ExpectedLow!.Value, one.ExpectedHigh!.Value)));
        Assert.Equal(3, (await choi.GetFromJsonAsync<FiguresTable>($"/api/history/{Seocho.Office}/figures"))!.Total.Foretold!.Count);

        async Task<BoardService> LineAsync() => (await citizen.BoardAsync())!.Services.Single(service => service.Id == Seocho.Service);

        async Task ServeAsync()
        {
            var ticket = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
            Assert.True((await door.Start(Seocho.Request(ticket))).Ok);
            var done = await door.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket));
            Assert.True(done.Ok);
            await hub.Services.GetRequiredService<IOfficeStates>().AtLeastAsync(Seocho.Office, done.Version, TimeSpan.FromSeconds(60), CancellationToken.None);
        }
    }

    [Fact]
    public async Task Offices_that_offer_the_same_service_are_compared_and_lead_to_their_own_pages()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();

        var page = await citizen.GetStringAsync($"/{Seocho.Office}/s/{Seocho.Service}/nearby");

        Assert.Contains($"href=\"/banpo-1/s/{Seocho.Service}\"", page, StringComparison.Ordinal);
        Assert.Contains("/nearby\"", await citizen.GetStringAsync($"/{Seocho.Office}/s/{Seocho.Service}"), StringComparison.Ordinal);
        using var unknown = await citizen.GetAsync($"/{Seocho.Office}/s/nothing/nearby");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<PhoneTicket> HearsAsync(IAsyncEnumerator<SseItem<string>> phone, Func<PhoneTicket, bool> wanted)
    {
        while (await phone.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)))
        {
            if (phone.Current.EventType == "ticket"
                && JsonSerializer.Deserialize<PhoneTicket>(phone.Current.Data, JsonSerializerOptions.Web)! is var ticket && wanted(ticket))
            {
                return ticket;
            }
        }

        throw new InvalidOperationException("The phone's line has ended.");
    }
}
