using System.Text.Json;
using CsCheck;
using QueueHub.Contracts;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>
/// Random commands from many callers at once. Most are refused, for the callers know nothing of each other; whatever happens, the log folds to what Redis
/// holds, and every acknowledged command stands in it.
/// </summary>
public class RandomCommandTests(EngineFixture engines)
{
    private static readonly string[] Refusals =
    [
        ProblemCodes.WrongState, ProblemCodes.NotAtCounter, ProblemCodes.NobodyWaiting, ProblemCodes.CounterBusy, ProblemCodes.CounterNotOpen,
        ProblemCodes.CounterTaken, ProblemCodes.NotYourCounter, ProblemCodes.ReinstateLimit, ProblemCodes.RequeueLimit, ProblemCodes.UnknownTicket,
        ProblemCodes.NumbersExhausted, ProblemCodes.FormLocked, ProblemCodes.FormConflict, ProblemCodes.DayClosed, ProblemCodes.DayChanged,
    ];

    private static readonly Gen<Command> Commands = Gen.Frequency(
        (6, Gen.OneOf(Command.Issue, Command.IssueWithForm, Command.OpenCounter, Command.CallNext, Command.Start, Command.Complete)),
        (3, Gen.OneOf(
            Command.IssueOnTheWay, Command.Arrive, Command.SubmitForm, Command.EditForm, Command.CorrectForm, Command.Call, Command.Recall, Command.NoShow, Command.Reinstate, Command.Park,
            Command.Resume, Command.Transfer, Command.Requeue)),
        (1, Gen.OneOf(Command.OpenOthersCounter, Command.Pause, Command.CloseCounter, Command.Cancel, Command.Expire)));

    private static readonly Gen<Step> Steps = Gen.Select(
        Commands, Gen.Int[1, 4], Gen.Bool, Gen.Int[0, 9], Gen.OneOf(Office.Services), Gen.Int[0, 3], Gen.Long[0, Office.Minute],
        (command, counter, atCounter, pick, service, places, pause) => new Step(command, Office.Text(counter), atCounter, pick, service, places, pause));

    private enum Command
    {
        Issue, IssueOnTheWay, IssueWithForm, Arrive, SubmitForm, EditForm, CorrectForm, OpenCounter, OpenOthersCounter, Pause, CloseCounter, CallNext, Call, Recall,
        Start, Complete, NoShow, Reinstate, Park, Resume, Transfer, Requeue, Cancel, Expire,
    }

    [Fact]
    public async Task One_after_the_other_they_leave_the_office_whole()
    {
        var seen = new HashSet<EventType>([EventType.DayOpened, EventType.DayClosed, EventType.OfficeRebuilt]);
        await Steps.List[100, 300].SampleAsync(
            async steps =>
            {
                var office = await OpenOfficeAsync();
                var replies = await RunAsync(office, steps);
                await AcknowledgedAsync(office, replies);
                seen.UnionWith(replies.Where(reply => reply.Event is not null).Select(reply => reply.Event!.Type));
            },
            iter: 50, threads: 1);

        Assert.Equal(Enum.GetValues<EventType>(), seen.Order());
    }

    [Fact]
    public Task All_at_once_they_leave_the_office_whole() => Steps.List[50, 150].Array[12].SampleAsync(
        async callers =>
        {
            var office = await OpenOfficeAsync();
            var replies = await Task.WhenAll(callers.Select(steps => Task.Run(() => RunAsync(office, steps))));
            await AcknowledgedAsync(office, [.. replies.SelectMany(reply => reply)]);
        },
        iter: 20, threads: 1);

    private async Task<Office> OpenOfficeAsync()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        return office;
    }

    private static async Task<List<QueueReply>> RunAsync(Office office, List<Step> steps)
    {
        var replies = new List<QueueReply>();
        foreach (var step in steps)
        {
            office.Now += step.Pause;
            replies.Add(await RunAsync(office, step));
        }

        return replies;
    }

    private static async Task<QueueReply> RunAsync(Office office, Step step)
    {
        var (queue, clerk, counter, ticket) = (office.Queue, office.Clerk(step.Counter), step.Counter, await TargetAsync(office, step));
        return await (step.Command switch
        {
            Command.Issue => queue.IssueAsync(office.Citizen(), Office.Issue(step.Service, to: 20, credit: step.Pause)),
            Command.IssueOnTheWay => queue.IssueAsync(office.Citizen(), Office.Issue(step.Service, to: 20, onTheWay: true)),
            Command.IssueWithForm => queue.IssueAsync(office.Citizen(), Office.Issue(step.Service, to: 20, form: Office.Form())),
            Command.Arrive => queue.ArriveAsync(office.Citizen(), ticket, Office.Minute),
            Command.SubmitForm => queue.SubmitFormAsync(office.Citizen(), ticket, Office.Form()),
            Command.EditForm => queue.EditFormAsync(office.Citizen(), Office.Edit(ticket, null, new SealedChange("name", step.Places, Office.Sealed(5)))),
            Command.CorrectForm => queue.EditFormAsync(clerk, Office.Edit(ticket, counter, new SealedChange("name", step.Places, Office.Sealed(6)))),
            Command.OpenCounter => queue.OpenCounterAsync(clerk, counter, [step.Service], Office.Services),
            Command.OpenOthersCounter => queue.OpenCounterAsync(office.Clerk("9"), counter, [step.Service], []),
            Command.Pause => queue.PauseCounterAsync(clerk, counter, null),
            Command.CloseCounter => queue.CloseCounterAsync(clerk, counter),
            Command.CallNext => queue.CallNextAsync(clerk, counter),
            Command.Call => queue.CallAsync(clerk, counter, ticket, "reason"),
            Command.Recall => queue.RecallAsync(clerk, counter, ticket),
            Command.Start => queue.StartAsync(clerk, counter, ticket),
            Command.Complete => queue.CompleteAsync(clerk, counter, ticket, null),
            Command.NoShow => queue.NoShowAsync(clerk, counter, ticket),
            Command.Reinstate => queue.ReinstateAsync(clerk, ticket, 2),
            Command.Park => queue.ParkAsync(clerk, counter, ticket, "note"),
            Command.Resume => queue.ResumeAsync(clerk, ticket),
            Command.Transfer => queue.TransferAsync(clerk, counter, ticket, step.Service, Office.Minute),
            Command.Requeue => queue.RequeueAsync(clerk, ticket, step.Places, 2),
            Command.Cancel => queue.CancelAsync(office.Citizen(), ticket),
            Command.Expire => queue.ExpireTicketsAsync(office.System(), [ticket, ticket + 1]),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Command, "not a command"),
        });
    }

    /// <summary>The ticket at the counter, one that lives, or any: what a clerk saw a moment ago, which may have changed since.</summary>
    private static async Task<long> TargetAsync(Office office, Step step)
    {
        if (step.AtCounter && (string?)await office.Database.HashGetAsync(RedisKeys.Counters(office.Slug), step.Counter) is { } row
            && JsonSerializer.Deserialize(row, RowJson.Default.CounterRow)!.Ticket is { } ticket)
        {
            return ticket;
        }

        var living = await office.Database.HashValuesAsync(RedisKeys.Living(office.Slug));
        return step.Pick < living.Length ? (long)living[step.Pick] : step.Pick;
    }

    /// <summary>Every answer is the event that stands in the log, and every event is somebody's answer; only edits of forms have none.</summary>
    private static async Task AcknowledgedAsync(Office office, List<QueueReply> replies)
    {
        var log = await OfficeTruth.HoldsAsync(office);
        Assert.All(replies.Where(reply => !reply.Ok), reply => Assert.Contains(reply.Code, Refusals));
        Assert.All(replies.Where(reply => reply.Ok), reply => Assert.True(reply.Event is not null ^ reply.Fields is not null));
        var answered = replies.Where(reply => reply.Event is not null).Select(reply => reply.Event!).OrderBy(@event => @event.Version);
        Assert.Equal(log.Skip(1).Select(Json), answered.Select(Json));
    }

    private static string Json(OfficeEvent @event) => JsonSerializer.Serialize(@event, RowJson.Default.OfficeEvent);

    private sealed record Step(Command Command, string Counter, bool AtCounter, int Pick, string Service, int Places, long Pause);
}
