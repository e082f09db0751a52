using System.Net;

namespace QueueHub.IntegrationTests.History;

/// <summary>Alone, since what other tests hold meanwhile would be counted as the file's.</summary>
[CollectionDefinition(nameof(ExportMemoryTests), DisableParallelization = true)]
[Collection(nameof(ExportMemoryTests))]
public sealed class ExportMemoryTests(EngineFixture engines)
{
    private const string Tickets = "/api/history/seocho/export/tickets";

    [Fact]
    public async Task The_hub_holds_no_more_of_a_file_than_goes_over_the_wire()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await hub.WriteTicketsAsync(200_000);
        var (choi, _) = await hub.SignInAsync("choi");

        Assert.InRange(await ReadAsync(choi, $"{Tickets}.csv?from={PastTickets.From}&to={PastTickets.To}"), 50_000_000, 90_000_000);
        Assert.InRange(await ReadAsync(choi, $"{Tickets}.xlsx?from={PastTickets.From}&to=2026-02-07"), 600_000, 30_000_000);
    }

    // What lives is measured in the midst of it: what was read before is garbage by then, what the hub has kept is not.
    private static async Task<long> ReadAsync(HttpClient client, string path)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var (total, next) = (0L, 500_000L);
        for (int read; (read = await stream.ReadAsync(buffer)) > 0; total += read)
        {
            if (total >= next)
            {
                next += 8_000_000;
                Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16_000_000);
            }
        }

        return total;
    }
}
