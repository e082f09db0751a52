using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>Who opens whose form is in the office's log, before the first field is shown.</summary>
public class FormOpeningTests(EngineFixture engines)
{
    [Fact]
    public async Task Each_clerk_who_opens_a_form_is_logged_once_and_whoever_takes_the_ticket_over_is_another()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync(form: hub.FilledForm());
        await using var kim = await ConsoleAsync(hub, "kim", "1");
        await using var lee = await ConsoleAsync(hub, "lee", "2");
        var ticket = (await kim.Door.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.Empty(await OpeningsAsync(hub));

        await ReadAsync(kim, ticket);
        await ReadAsync(kim, ticket);
        var first = Assert.Single(await OpeningsAsync(hub));
        Assert.StartsWith("staff:", first, StringComparison.Ordinal);

        Assert.True((await kim.Door.Start(Seocho.Request(ticket))).Ok);
        Assert.True((await kim.Door.Transfer(new TransferRequest(Seocho.NewRequestId(), ticket, Counter: "2"))).Ok);
        Assert.Equal(ticket, (await lee.Door.CallNext(Seocho.CallNext())).Ticket);
        await ReadAsync(lee, ticket);
        var openings = await OpeningsAsync(hub);
        Assert.Equal(2, openings.Count);
        Assert.NotEqual(openings[0], openings[1]);
    }

    [Fact]
    public async Task An_empty_form_is_given_to_write_and_its_opening_is_logged_once_something_is_there()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync();
        await using var kim = await ConsoleAsync(hub, "kim", "1");
        var ticket = (await kim.Door.CallNext(Seocho.CallNext())).Ticket!.Value;

        var empty = await ReadAsync(kim, ticket);
        Assert.Equal(("resident-register", false, 0), (empty.Template.Id, empty.Submitted, empty.Answers.Values.Count));
        Assert.Contains("name", empty.Missing);
        Assert.Empty(await OpeningsAsync(hub));

        Assert.True((await kim.Door.EditForm(new EditFormRequest(ticket, [new("name", 0, ["홍길동"])]))).Ok);
        Assert.Equal(["홍길동"], (await ReadAsync(kim, ticket)).Answers.Values["name"]);
        Assert.Single(await OpeningsAsync(hub));
    }

    [Fact]
    public async Task A_form_is_not_shown_while_its_opening_cannot_be_kept()
    {
        await using var redis = await OwnRedis.StartAsync();
        await using var hub = await new HubFactory(engines).WithRedisAt(redis.ConnectionString).StartAsync();
        using var citizen = hub.NewClient();
        await Eventually.TrueAsync(() => hub.Services.GetRequiredService<IOfficeStates>().Life(Seocho.Office) is not null, "the office works", TimeSpan.FromSeconds(30));
        await citizen.IssueAsync(form: hub.FilledForm());
        await using var kim = await ConsoleAsync(hub, "kim", "1");
        var ticket = (await kim.Door.CallNext(Seocho.CallNext())).Ticket!.Value;

        // Redis can be read, and takes nothing.
        await redis.ExecuteAsync("CONFIG", "SET", "min-replicas-to-write", "1");
        var shown = await Record.ExceptionAsync(async () => Assert.Null(await kim.Door.Submission(ticket)));
        Assert.True(shown is null or HubException, $"{shown}");

        await redis.ExecuteAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await ReadAsync(kim, ticket);
        Assert.Single(await OpeningsAsync(hub));
    }

    private static async Task<SubmissionView> ReadAsync(Console console, long ticket)
    {
        SubmissionView? view = null;
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    return (view = await console.Door.Submission(ticket)) is not null;
                }
                catch (HubException)
                {
                    return false;
                }
            },
            "the clerk sees the form");
        return view!;
    }

    /// <summary>Who has opened forms, in the office's log.</summary>
    private static async Task<IReadOnlyList<string>> OpeningsAsync(RunningHub hub)
    {
        var entries = await hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StreamRangeAsync(RedisKeys.Events(Seocho.Office));
        return
        [
            .. entries.Select(entry => JsonDocument.Parse((string)entry.Values[0].Value!).RootElement)
                .Where(@event => @event.GetProperty("type").GetString() == "formOpened")
                .Select(@event => @event.GetProperty("by").GetString()!),
        ];
    }

    private static async Task<Console> ConsoleAsync(RunningHub hub, string name, string counter)
    {
        var (client, cookies) = await hub.SignInAsync(name);
        var connection = hub.CounterConnection(cookies);
        await connection.StartAsync();
        var door = new HubDoor(connection);
        Assert.NotNull(await door.Attach(Seocho.Office, counter, "ko"));
        Assert.True((await door.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        return new Console(client, connection, door);
    }

    private sealed record Console(HttpClient Client, HubConnection Connection, HubDoor Door) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Connection.DisposeAsync();
            Client.Dispose();
        }
    }
}
