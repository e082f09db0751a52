using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

public class PhoneStreamTests(EngineFixture engines)
{
    [Fact]
    public async Task A_phone_sees_its_place_move_its_counter_and_its_end()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, _) = await hub.SignInAsync("kim");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await citizen.IssueAsync();
        var mine = await citizen.IssueAsync();
        await hub.CaughtUpAsync();
        await using var phone = await PhoneAsync(citizen, mine);
        Assert.True(await phone.NextAsync() is { State: TicketState.Waiting, PeopleAhead: 1, OpenCounters: 1 });

        var other = await counter.CallNext(Seocho.CallNext());
        Assert.True(await phone.NextAsync() is { State: TicketState.Waiting, PeopleAhead: 0 });

        await counter.NoShow(Seocho.Request(other.Ticket!.Value));
        var called = await counter.CallNext(Seocho.CallNext());
        Assert.True(await phone.NextAsync() is { State: TicketState.Called, PeopleAhead: null, Counter: "1", Calls: 1 });

        var ticket = called.Ticket!.Value;
        await Eventually.TrueAsync(
            async () =>
            {
                var recalled = await counter.Recall(Seocho.Request(ticket));
                Assert.True(recalled.Problem is null or { Code: ProblemCodes.RecallLocked });
                return recalled.Ok;
            },
            "the number may be announced again");
        Assert.True(await phone.NextAsync() is { State: TicketState.Called, Calls: 2 });

        await counter.Start(Seocho.Request(ticket));
        Assert.True(await phone.NextAsync() is { State: TicketState.Serving, Cancellable: false });

        await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket));
        Assert.True(await phone.NextAsync() is { State: TicketState.Done });
        Assert.Null(await phone.NextAsync());
        kim.Dispose();
    }

    [Fact]
    public async Task A_citizen_cancels_by_the_secret_of_the_link_alone_and_nobody_can_without_it()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var mine = await citizen.IssueAsync();

        using var guessed = await citizen.PostAsJsonAsync($"/{Seocho.Office}/t/{Seocho.NewRequestId()}/cancel", Seocho.Request());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, guessed.StatusCode);
        await hub.CaughtUpAsync();
        Assert.Equal(1, (await citizen.BoardAsync())!.Services.Sum(service => service.Waiting));

        using var cancelled = await citizen.PostAsJsonAsync($"{mine.Url}/cancel", Seocho.Request());
        Assert.Equal(System.Net.HttpStatusCode.NoContent, cancelled.StatusCode);
        await hub.CaughtUpAsync();
        Assert.Equal(0, (await citizen.BoardAsync())!.Services.Sum(service => service.Waiting));
    }

    private static async Task<PhoneReader> PhoneAsync(HttpClient client, IssuedTicket ticket)
    {
        var response = await client.GetAsync($"{ticket.Url}/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return new PhoneReader(SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    private sealed class PhoneReader(IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

        public async Task<PhoneTicket?> NextAsync() => await events.MoveNextAsync().AsTask().WaitAsync(Limit)
            ? JsonSerializer.Deserialize<PhoneTicket>(events.Current.Data, JsonSerializerOptions.Web)
            : null;

        public ValueTask DisposeAsync() => events.DisposeAsync();
    }
}
