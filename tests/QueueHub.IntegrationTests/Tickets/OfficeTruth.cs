using System.Globalization;
using System.Text.Json;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>What must hold of an office whatever was commanded: its log is whole, and folds to exactly what Redis has.</summary>
internal static class OfficeTruth
{
    /// <summary>Checks every invariant; gives the log.</summary>
    public static async Task<IReadOnlyList<OfficeEvent>> HoldsAsync(Office office)
    {
        var log = await LogAsync(office);
        var folded = FoldTruth.Of(office.Slug, log);
        await RowsEqualAsync(office, folded);
        await LinesEqualAsync(office, folded);
        await NumbersAreHeldByTheLivingAsync(office, folded);
        await MetaEqualsAsync(office, folded);
        return log;
    }

    public static async Task<IReadOnlyList<OfficeEvent>> LogAsync(Office office)
    {
        var entries = await office.Database.StreamRangeAsync(RedisKeys.Events(office.Slug));
        return [.. entries.Select(entry =>
        {
            var @event = JsonSerializer.Deserialize((string)entry["event"]!, RowJson.Default.OfficeEvent)!;
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{@event.Version}-0"), (string?)entry.Id);
            return @event;
        })];
    }

    private static async Task RowsEqualAsync(Office office, OfficeState folded)
    {
        var tickets = await office.Database.HashGetAllAsync(RedisKeys.Tickets(office.Slug));
        Assert.Equal(
            folded.Tickets.OrderBy(pair => pair.Key).Select(pair => JsonSerializer.Serialize(pair.Value, RowJson.Default.TicketRow)),
            tickets.OrderBy(entry => (long)entry.Name).Select(entry => Normal(entry.Value, RowJson.Default.TicketRow)));
        var counters = await office.Database.HashGetAllAsync(RedisKeys.Counters(office.Slug));
        Assert.Equal(
            folded.Counters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => JsonSerializer.Serialize(pair.Value, RowJson.Default.CounterRow)),
            counters.OrderBy(entry => (string)entry.Name!, StringComparer.Ordinal).Select(entry => Normal(entry.Value, RowJson.Default.CounterRow)));
    }

    private static async Task LinesEqualAsync(Office office, OfficeState folded)
    {
        // The counters' own lines, too.
        foreach (var name in Office.Services.Concat(Enumerable.Range(1, 9).Select(counter => TicketRow.LineOf(Office.Text(counter)))))
        {
            var line = await office.Database.SortedSetRangeByRankWithScoresAsync(RedisKeys.Waiting(office.Slug, name));
            Assert.Equal(folded.Line(name).AsEnumerable(), line.Select(entry => new Place((long)entry.Score, (long)entry.Element)));
        }
    }

    private static async Task NumbersAreHeldByTheLivingAsync(Office office, OfficeState folded)
    {
        var held = await office.Database.HashGetAllAsync(RedisKeys.Living(office.Slug));
        Assert.Equal(
            folded.Tickets.Values.Where(ticket => ticket.Living).Select(ticket => ((long)ticket.Number, ticket.Ordinal)).Order(),
            held.Select(entry => ((long)entry.Name, (long)entry.Value)).Order());
    }

    private static async Task MetaEqualsAsync(Office office, OfficeState folded)
    {
        var meta = (await office.Database.HashGetAllAsync(RedisKeys.Meta(office.Slug))).ToDictionary(entry => (string)entry.Name!, entry => entry.Value);
        Assert.Equal(
            (folded.Epoch, folded.Version, folded.At, folded.Day, folded.DayOpen ? "open" : "closed"),
            ((string?)meta["epoch"], (long)meta["version"], (long)meta["now"], (string?)meta["businessDay"], (string?)meta["dayState"]));
        Assert.True(folded.Tickets.Keys.DefaultIfEmpty().Max() <= (long)meta["ordinal"], "an ordinal above the last one");
    }

    private static string Normal<T>(RedisValue json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize((string)json!, type)!, type);
}
