using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.History;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>What is left when the dust has settled, held against what callers were told.</summary>
internal static class Reckoning
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Every acknowledged command is in history exactly once and nothing else is; history is the log; it folds, without breaking a rule at any event, to what
    /// Redis holds. For a load whose callers all asked until they had an answer.
    /// </summary>
    public static async Task HoldsAsync(IReadOnlyList<Acknowledged> done, NpgsqlConnection postgres, IConnectionMultiplexer redis)
    {
        var history = await HistoryAsync(done.Max(command => command.Version), postgres);
        Acknowledge(done, history.ToDictionary(@event => @event.Version));
        var log = (await new OfficeLog(redis).AfterAsync(Seocho.Office, history[^1].Version - 100)).ToList();
        Assert.Equal(log.Select(Json), history.TakeLast(log.Count).Select(Json));

        var folded = FoldTruth.Of(Seocho.Office, history);
        var present = (await new OfficeLog(redis).JoinAsync(Seocho.Office))!;
        Assert.Equal((folded.Epoch, folded.Version), (present.Epoch, present.Version));
        Assert.Equal(Rows(folded), Rows(present));
        Assert.Equal(folded.Line(Seocho.Service).AsEnumerable(), present.Line(Seocho.Service).AsEnumerable());
    }

    private static async Task<List<OfficeEvent>> HistoryAsync(long newest, NpgsqlConnection postgres)
    {
        await Eventually.TrueAsync(
            async () => await postgres.QuerySingleAsync<long?>("select max(version) from event where office = @Office", new { Seocho.Office }) >= newest,
            "history has caught up", Limit);
        var payloads = await postgres.QueryAsync<string>("select payload from event where office = @Office order by version", new { Seocho.Office });
        return [.. payloads.Select(payload => LoggedEvent.Parse(payload).Event)];
    }

    private static void Acknowledge(IReadOnlyList<Acknowledged> done, Dictionary<long, OfficeEvent> log)
    {
        Assert.Equal(Enumerable.Range(1, log.Count).Select(version => (long)version), log.Keys.Order());
        Assert.All(done, command => Assert.Equal(
            (command.Type, command.Number ?? Number(log[command.Version])), (log[command.Version].Type, Number(log[command.Version]))));

        // Everybody asked until there was an answer, so there are as many events as answers: nothing was done twice, and nothing by halves. Who opens a form
        // is answered with the form, and not with a version.
        Assert.Equal(
            done.Select(command => command.Version).Order(),
            log.Values.Where(@event => @event.Type is not (EventType.DayOpened or EventType.FormOpened)).Select(@event => @event.Version).Order());
    }

    private static int? Number(OfficeEvent @event) => @event.Tickets is [var ticket, ..] ? ticket.Number : null;

    private static string Json(OfficeEvent @event) => JsonSerializer.Serialize(@event, RowJson.Default.OfficeEvent);

    private static IEnumerable<string> Rows(OfficeState state) => state.Tickets.Values.OrderBy(row => row.Ordinal)
        .Select(row => JsonSerializer.Serialize(row, RowJson.Default.TicketRow))
        .Concat(state.Counters.Values.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => JsonSerializer.Serialize(row, RowJson.Default.CounterRow)));
}
