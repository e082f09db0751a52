using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Offices.Documents;
using QueueHub.Staff;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>The first complaint about every other system: two clerks call the same citizen.</summary>
public class ContentionTests(EngineFixture engines)
{
    private const int Clerks = 20;
    private const int Tickets = 500;

    // More by hand: QUEUEHUB_ROUNDS=100 ./test Contention
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("QUEUEHUB_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 4;

    [Fact]
    public async Task Twenty_clerks_calling_from_five_hundred_tickets_over_two_nodes_serve_each_exactly_once()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PerAddress", "1000000").StartAsync();
        await using var other = await new HubFactory(engines).Beside(hub).StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var office = await BigOfficeAsync(hub, other);
            using var citizen = hub.NewClient();
            var issued = new ConcurrentBag<int>();
            await Parallel.ForAsync(0, Tickets, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) =>
                issued.Add((await citizen.IssueAsync(office: office)).Number));
            Assert.Equal(Enumerable.Range(1, Tickets), issued.Order());

            // Signed in at one node, known at the other: their key ring is one.
            var (first, cookies) = await hub.SignInAsync("kim");
            using var second = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = other.Url };
            var called = new ConcurrentBag<(int Clerk, long Ticket, int Number)>();
            await Task.WhenAll(Enumerable.Range(1, Clerks).Select(clerk =>
                WorkAsync(clerk % 2 == 0 ? first : second, office, clerk, called)));

            Assert.Equal(Tickets, called.Count);
            Assert.Equal(Enumerable.Range(1, Tickets), called.Select(call => call.Number).Order());
            Assert.Equal(Tickets, called.DistinctBy(call => call.Ticket).Count());
            first.Dispose();
        }
    }

    private static async Task WorkAsync(HttpClient client, string office, int clerk, ConcurrentBag<(int, long, int)> called)
    {
        var counter = new HttpDoor(client, office, clerk.ToString(CultureInfo.InvariantCulture));
        Assert.Null((await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Problem);
        while (true)
        {
            var reply = await counter.CallNext(Seocho.CallNext());
            if (reply.Problem?.Code == ProblemCodes.NobodyWaiting)
            {
                return;
            }

            Assert.Null(reply.Problem);
            called.Add((clerk, reply.Ticket!.Value, reply.Number!.Value));
            Assert.Null((await counter.Start(Seocho.Request(reply.Ticket.Value))).Problem);
            Assert.Null((await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), reply.Ticket.Value))).Problem);
        }
    }

    // An office with a counter for each clerk, where the demo's clerks work too.
    private static async Task<string> BigOfficeAsync(params RunningHub[] nodes)
    {
        var slug = EngineFixture.NewOffice();
        var seocho = nodes[0].Services.GetRequiredService<IOffices>().Find(Seocho.Office)!;
        var document = seocho with
        {
            Slug = slug,
            Services = [.. seocho.Services.Where(service => service.Id == Seocho.Service).Select(service => service with { From = 1, To = Tickets })],
            Counters = [.. Enumerable.Range(1, Clerks).Select(id => new CounterDefinition(id.ToString(CultureInfo.InvariantCulture), [Seocho.Service], []))],
        };
        await using var source = NpgsqlDataSource.Create(nodes[0].PostgresConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into office (slug, document) values (@slug, @json::jsonb);
            insert into staff_office (staff, office, role) select id, @slug, 'clerk' from staff where name = 'kim';
            """,
            new { slug, json = JsonSerializer.Serialize(document, DocumentJson.Default.OfficeDocument) });
        foreach (var node in nodes)
        {
            await Eventually.TrueAsync(() => node.Services.GetRequiredService<IOffices>().Find(slug) is not null, "the new office is known");
            using var client = node.NewClient();
            await Eventually.TrueAsync(async () => (await client.GetAsync($"/api/offices/{slug}/board")).IsSuccessStatusCode, "its day is open");
        }

        return slug;
    }
}
