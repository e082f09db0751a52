using System.Text.Json;
using CsCheck;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.History;
using QueueHub.Platform.Database;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>
/// Random commands from many callers. Most are refused, for the callers know nothing of each other; whatever happens, the log folds to what Redis
/// holds, every acknowledged command stands in it once, and history is the log.
/// </summary>
public class RandomCommandTests(EngineFixture engines)
{
    private static readonly string[] Refusals =
    [
        ProblemCodes.WrongState, ProblemCodes.NotAtCounter, ProblemCodes.NobodyWaiting, ProblemCodes.CounterBusy, ProblemCodes.CounterNotOpen,
        ProblemCodes.CounterTaken, ProblemCodes.NotYourCounter, ProblemCodes.ReinstateLimit, ProblemCodes.RequeueLimit, ProblemCodes.UnknownTicket,
        ProblemCodes.UndoTooLate, ProblemCodes.UnknownService, ProblemCodes.NumbersExhausted, ProblemCodes.FormLocked, ProblemCodes.FormConflict, ProblemCodes.DayClosed, ProblemCodes.DayChanged,
        ProblemCodes.TicketMoving, ProblemCodes.WarningRequired, ProblemCodes.AlarmOver, ProblemCodes.UnknownForm, ProblemCodes.AlreadyWaiting,

        // A colleague cannot switch an alarm off.
        ProblemCodes.Forbidden,
    ];

    [Fact]
    public async Task One_after_the_other_they_leave_the_office_whole()
    {
        var seen = new HashSet<EventType>([EventType.DayOpened, EventType.DayClosed, EventType.OfficeRebuilt]);

        // Some events need a long chain of luck: more stories are told until each has happened, within a bound, for a script that never succeeds must be found.
        for (var told = 0; told == 0 || (told < 30 && seen.Count < Enum.GetValues<EventType>().Length); told++)
        {
            await Story.HoldsAsync(Deed.Any.List[100, 300], 80, async deeds =>
            {
                var office = await OpenOfficeAsync();
                var replies = new List<QueueReply>();
                foreach (var deed in deeds)
                {
                    replies.Add(await (await deed.CommandAsync(office))(office.Queue));
                }

                await AcknowledgedAsync(office, replies);
                seen.UnionWith(replies.Where(reply => reply.Event is not null).Select(reply => reply.Event!.Type));
            });
        }

        Assert.Equal(Enum.GetValues<EventType>(), seen.Order());
    }

    [Fact]
    public async Task All_at_once_over_nodes_with_troubles_they_leave_office_and_history_whole()
    {
        await using var nodes = await Nodes.ConnectAsync(engines.Engines.RedisConfiguration);
        await using var source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(source, NullLogger.Instance, CancellationToken.None);
        var repeated = 0;

        await Story.HoldsAsync(Step.Any.List[1, 600], 20, async steps =>
        {
            var office = await OpenOfficeAsync();
            var people = LiveAsync(office, nodes, steps);
            var writers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => WriteAsync(new HistoryBatches(source, engines.Redis, new SeoulFacts()), office, people))).ToList();
            var replies = await people;
            await Task.WhenAll(writers);

            var log = await AcknowledgedAsync(office, replies);
            await HistoryIsAsync(log, office, source);
            await RollupCheck.SumsAreOfTheRowsAsync(source, office.Slug);
            repeated += replies.Count(reply => reply.Replayed);
        });

        Assert.True(nodes.Unknown > 0 && repeated > 0, $"{nodes.Unknown} outcomes unknown, {repeated} answered as repeated: the test proves nothing");
    }

    private async Task<Office> OpenOfficeAsync()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        return office;
    }

    /// <summary>All people at once; whoever was refused after an unknown outcome asks once more when all is quiet. Gives the last answer to every request.</summary>
    private static async Task<List<QueueReply>> LiveAsync(Office office, Nodes nodes, IReadOnlyList<Step> steps)
    {
        var lives = await Task.WhenAll(steps.GroupBy(step => step.Person).Select(own => Task.Run(() => LiveAsync(office, nodes, own))));
        var replies = new List<QueueReply>();
        foreach (var (reply, inDoubt) in lives.SelectMany(life => life))
        {
            replies.Add(inDoubt is null ? reply : (await nodes.AskAsync(1, Trouble.None, inDoubt)).Reply);
        }

        return replies;
    }

    /// <summary>One person's deeds, one after the other; an answered request that is sent again to another node gets the same answer.</summary>
    private static async Task<List<(QueueReply Reply, Func<ITicketQueue, Task<QueueReply>>? InDoubt)>> LiveAsync(Office office, Nodes nodes, IEnumerable<Step> steps)
    {
        var life = new List<(QueueReply, Func<ITicketQueue, Task<QueueReply>>?)>();
        foreach (var step in steps)
        {
            var command = await step.Deed.CommandAsync(office);
            var (reply, doubted) = await nodes.AskAsync(step.Node, step.Trouble, command);
            life.Add((reply, doubted ? command : null));
            if (step.Again && reply.Event is not null)
            {
                var (again, _) = await nodes.AskAsync(step.Node % Nodes.Count + 1, Trouble.None, command);
                Assert.Equal((reply.Code, Json(reply.Event), reply.Sealed), (again.Code, again.Event is { } same ? Json(same) : null, again.Sealed));
            }
        }

        return life;
    }

    // As the writers of two nodes, until everything that was done is written.
    private static async Task WriteAsync(HistoryBatches batches, Office office, Task people)
    {
        while (true)
        {
            var all = people.IsCompleted;
            if (await batches.WriteAsync(office.Slug, CancellationToken.None) is { Events.Count: 0 } && all)
            {
                return;
            }
        }
    }

    private static async Task HistoryIsAsync(IReadOnlyList<OfficeEvent> log, Office office, NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        var payloads = await connection.QueryAsync<string>("select payload from event where office = @Slug order by version", new { office.Slug });
        Assert.Equal(log.Select(Json), payloads.Select(payload => Json(LoggedEvent.Parse(payload).Event)));
    }

    /// <summary>Every answer is the event that stands in the log, and every event is somebody's answer; only edits of forms have none.</summary>
    private static async Task<IReadOnlyList<OfficeEvent>> AcknowledgedAsync(Office office, IReadOnlyList<QueueReply> replies)
    {
        var log = await OfficeTruth.HoldsAsync(office);
        Assert.All(replies.Where(reply => !reply.Ok), reply => Assert.Contains(reply.Code, Refusals));
        Assert.All(replies.Where(reply => reply.Ok), reply => Assert.True(reply.Event is not null ^ reply.Fields is not null));
        var (done, told) = (log.Skip(1).Select(Json).ToList(), replies.Where(reply => reply.Event is not null).Select(reply => Json(reply.Event!)).ToList());
        Assert.True(done.Except(told).FirstOrDefault() is null, $"Nobody was told of {done.Except(told).FirstOrDefault()}");
        Assert.True(told.Except(done).FirstOrDefault() is null, $"It never happened: {told.Except(done).FirstOrDefault()}");
        Assert.Equal(done.Count, told.Count);
        return log;
    }

    private static string Json(OfficeEvent @event) => JsonSerializer.Serialize(@event, RowJson.Default.OfficeEvent);
}
