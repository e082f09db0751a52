using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Offices;
using QueueHub.Offices.Documents;
using QueueHub.Platform.Database;

namespace QueueHub.Bench.Servers;

/// <summary>Offices made for measuring: one service with all the numbers that there are, and as many counters as wanted.</summary>
internal static class BenchOffice
{
    public const string Service = "all";

    public static OfficeDocument Document(string slug, int counters) => new(
        slug, new LocalText("측정", "Measured"), new LocalText("서울", "Seoul"), "Asia/Seoul", [],
        [new ServiceDefinition(Service, new LocalText("민원", "Everything"), new LocalText("무엇이든", "Everything"), 1, 9999)],
        [.. Enumerable.Range(1, counters).Select(counter => new CounterDefinition(counter.ToString(CultureInfo.InvariantCulture), [Service], []))],
        [new PriorityClass(PriorityClass.Standard, new LocalText("일반", "Standard"), 0, [])],
        new QueueRules(ReinstateLimit: 99));

    /// <summary>Writes the shipped district and these offices into an empty database, before any hub has seen it.</summary>
    public static async Task SeedAsync(string postgres, bool district, IEnumerable<OfficeDocument> offices)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await Migrations.ApplyAsync(source, NullLogger.Instance, CancellationToken.None);
        await new ConfigurationStore(source).SeedAsync(CancellationToken.None);
        if (!district)
        {
            await using var clear = source.CreateCommand("delete from office");
            await clear.ExecuteNonQueryAsync();
        }

        var documents = offices.ToList();
        await using var insert = source.CreateCommand("insert into office (slug, document) select slug, document::jsonb from unnest($1, $2) as office (slug, document)");
        insert.Parameters.AddWithValue(documents.Select(office => office.Slug).ToArray());
        insert.Parameters.AddWithValue(documents.Select(office => JsonSerializer.Serialize(office, DocumentJson.Default.OfficeDocument)).ToArray());
        await insert.ExecuteNonQueryAsync();
    }
}
