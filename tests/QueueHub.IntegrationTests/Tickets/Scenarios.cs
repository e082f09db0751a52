using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>For every script an office in which it has as much to write as it ever has.</summary>
internal static class Scenarios
{
    private delegate Task<Func<Task<QueueReply>>> Prepare(Office office);

    private static readonly Dictionary<string, Prepare> All = new()
    {
        ["open_day"] = async office =>
        {
            await WorkedDayAsync(office);
            var context = office.System(Office.NextDay);
            return () => office.Queue.OpenDayAsync(context, new DayOpening("epoch2", 0, 0, Simulated: true));
        },
        ["expire_tickets"] = async office =>
        {
            var tickets = await OneInEveryStateAsync(office);
            return Command(office.System(), context => office.Queue.ExpireTicketsAsync(context, tickets));
        },
        ["close_day"] = async office =>
        {
            await OneInEveryStateAsync(office);
            await office.OpenCounterAsync("3");
            return Command(office.System(), office.Queue.CloseDayAsync);
        },
        ["confirm"] = async office =>
        {
            await OneInEveryStateAsync(office);
            var found = await RestartedAsync(office);
            return Command(office.System(), context => office.Queue.ConfirmAsync(context, found));
        },
        ["rebuild"] = async office =>
        {
            await OneInEveryStateAsync(office);
            return Command(office.System(), await LostAsync(office));
        },
        ["open_counter"] = async office =>
        {
            await office.OpenDayAsync();
            return Command(office.Clerk("1"), context => office.Queue.OpenCounterAsync(context, "1", ["register"], ["passport"]));
        },
        ["pause_counter"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.OpenCounterAsync("2");
            await office.CalledAsync("2", ticket);
            Office.Done(await office.Queue.TransferAsync(office.Clerk("2"), "2", ticket, null, "1", Office.Minute));
            await office.ServingAsync("1", (await office.IssuedAsync(form: Office.Form())).Ordinal);
            return Command(office.Clerk("1"), context => office.Queue.PauseCounterAsync(
                context, "1", "lunch", new CounterPause(TimeSpan.FromMinutes(10), Leave: true, Office.Minute)));
        },
        ["close_counter"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.OpenCounterAsync("2");
            await office.CalledAsync("2", ticket);
            Office.Done(await office.Queue.TransferAsync(office.Clerk("2"), "2", ticket, null, "1", Office.Minute));
            return Command(office.Clerk("1"), context => office.Queue.CloseCounterAsync(context, "1"));
        },
        ["issue"] = async office =>
        {
            await ReadyAsync(office);
            var issue = Office.Issue(form: Office.Form()) with { Phone = new("phone1", 1), WatchHash = "watch", Expected = new TicketExpectation(4, 12, 3) };
            return Command(office.Citizen(), context => office.Queue.IssueAsync(context, issue));
        },
        ["arrive"] = async office =>
        {
            var ticket = await ReadyAsync(office, onTheWay: true);
            return Command(office.Citizen(), context => office.Queue.ArriveAsync(context, ticket, Office.Minute, new TicketExpectation(4, 12, 3)));
        },
        ["submit_form"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            return Command(office.Citizen(), context => office.Queue.SubmitFormAsync(context, ticket, Office.Form(mark: 2)));
        },
        ["edit_form"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            var edit = Office.Edit(ticket, null, new("name", 1, Office.Sealed(3)), new("purpose", 1, null), new("members.0.name", 0, Office.Sealed(3)));
            return Command(office.Citizen(), context => office.Queue.EditFormAsync(context, edit));
        },
        ["prepare_form"] = async office =>
        {
            await office.OpenDayAsync();
            var hash = await office.PreparedAsync();
            return Command(office.By("citizen", day: ""), context => office.Queue.PrepareFormAsync(context, hash, "passport", Office.Form(), present: true));
        },
        ["discard_form"] = async office =>
        {
            await office.OpenDayAsync();
            var hash = await office.PreparedAsync();
            return Command(office.By("citizen", day: ""), context => office.Queue.DiscardFormAsync(context, hash));
        },
        ["attach_form"] = async office =>
        {
            var ticket = await CalledAsync(office);
            var attachment = Office.Attachment(ticket, await office.PreparedAsync(), replace: true);
            return Command(office.Clerk("1"), context => office.Queue.AttachFormAsync(context, "1", attachment));
        },
        ["call_next"] = async office =>
        {
            await ReadyAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.CallNextAsync(context, "1"));
        },
        ["call"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.CallAsync(context, "1", ticket, "wheelchair"));
        },
        ["recall"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.RecallAsync(context, "1", ticket));
        },
        ["start"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.StartAsync(context, "1", ticket));
        },
        ["complete"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.ServingAsync("1", ticket);
            return Command(office.Clerk("1"), context => office.Queue.CompleteAsync(context, "1", ticket, "granted"));
        },
        ["set_services"] = async office =>
        {
            await ReadyAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.SetServicesAsync(context, "1", ["passport"], ["register"]));
        },
        ["open_form"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.OpenFormAsync(context, "1", ticket));
        },
        ["ask_corrections"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.AskCorrectionsAsync(context, "1", ticket, ["name", "purpose"]));
        },
        ["set_journey"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.SetJourneyAsync(context, ticket, ["passport", "tax"]));
        },
        ["undo"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.ServingAsync("1", ticket);
            Office.Done(await office.Queue.CompleteAsync(office.Clerk("1"), "1", ticket, "granted"));
            return Command(office.Clerk("1"), context => office.Queue.UndoAsync(context, "1", ticket, TimeSpan.FromSeconds(10)));
        },
        ["set_notice"] = async office =>
        {
            await ReadyAsync(office);
            return Command(office.By("supervisor:choi"), context => office.Queue.SetNoticeAsync(context, new OfficeNotice("안내", "Notice", office.Now + 60_000)));
        },
        ["sign_form"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.ServingAsync("1", ticket);
            return Command(office.Panel("1"), context => office.Queue.SignFormAsync(context, "1", Office.Signing(ticket)));
        },
        ["warn"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.WarnAsync(context, "1", ticket, "language"));
        },
        ["end_visit"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.ServingAsync("1", ticket);
            Office.Done(await office.Queue.WarnAsync(office.Clerk("1"), "1", ticket, "language"));
            return Command(office.Clerk("1"), context => office.Queue.EndVisitAsync(context, "1", ticket, "language"));
        },
        ["raise_alarm"] = async office =>
        {
            await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.RaiseAlarmAsync(context, "1"));
        },
        ["answer_alarm"] = async office =>
        {
            var alarm = await AlarmAsync(office);
            return Command(office.By("supervisor:choi"), context => office.Queue.AnswerAlarmAsync(context, "1", alarm, "next door"));
        },
        ["end_alarm"] = async office =>
        {
            var alarm = await AlarmAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.EndAlarmAsync(context, "1", alarm));
        },
        ["rate"] = async office =>
        {
            var ticket = await ReadyAsync(office);
            await office.ServingAsync("1", ticket);
            Office.Done(await office.Queue.CompleteAsync(office.Clerk("1"), "1", ticket, "granted"));
            return Command(office.Citizen(), context => office.Queue.RateAsync(context, ticket, 4));
        },
        ["no_show"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.NoShowAsync(context, "1", ticket));
        },
        ["reinstate"] = async office =>
        {
            var ticket = await CalledAsync(office);
            Office.Done(await office.Queue.NoShowAsync(office.Clerk("1"), "1", ticket));
            return Command(office.Clerk("1"), context => office.Queue.ReinstateAsync(context, ticket, limit: 1));
        },
        ["park"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.ParkAsync(context, "1", ticket, "fetches a photo"));
        },
        ["resume"] = async office =>
        {
            var ticket = await CalledAsync(office);
            Office.Done(await office.Queue.ParkAsync(office.Clerk("1"), "1", ticket, null));
            return Command(office.Clerk("1"), context => office.Queue.ResumeAsync(context, ticket));
        },
        ["transfer"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.TransferAsync(context, "1", ticket, "passport", Office.Minute));
        },
        ["move_out"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Clerk("1"), context => office.Queue.MoveOutAsync(context, "1", ticket, "elsewhere", "tax"));
        },
        ["moved"] = async office =>
        {
            var ticket = await MovingAsync(office);
            return Command(office.System(), context => office.Queue.MovedAsync(context, ticket, 1, new TicketMoved("elsewhere", 12, 34), "sealed"));
        },
        ["move_back"] = async office =>
        {
            var ticket = await MovingAsync(office);
            return Command(office.System(), context => office.Queue.MoveBackAsync(context, ticket, 1, "day_closed"));
        },
        ["requeue"] = async office =>
        {
            var ticket = await CalledAsync(office);
            await office.IssuedAsync();
            await office.IssuedAsync();
            return Command(office.Clerk("1"), context => office.Queue.RequeueAsync(context, ticket, 1, limit: 1));
        },
        ["cancel"] = async office =>
        {
            var ticket = await CalledAsync(office);
            return Command(office.Citizen(), context => office.Queue.CancelAsync(context, ticket));
        },
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Prepares the office; the result runs the command, each time with the same request.</summary>
    public static Task<Func<Task<QueueReply>>> PrepareAsync(string script, Office office) => All[script](office);

    private static Func<Task<QueueReply>> Command(QueueContext context, Func<QueueContext, Task<QueueReply>> command) => () => command(context);

    /// <summary>A free counter and somebody with a form.</summary>
    private static async Task<long> ReadyAsync(Office office, bool onTheWay = false)
    {
        await office.OpenDayAsync();
        await office.OpenCounterAsync("1", ["register"], ["passport"]);
        var ticket = await office.IssuedAsync(form: Office.Form(), onTheWay: onTheWay);
        office.Now += 10 * Office.Minute;
        return ticket.Ordinal;
    }

    private static async Task<long> CalledAsync(Office office)
    {
        var ticket = await ReadyAsync(office);
        await office.CalledAsync("1", ticket);
        return ticket;
    }

    private static async Task<long> AlarmAsync(Office office)
    {
        await CalledAsync(office);
        Assert.Null((await office.Queue.RaiseAlarmAsync(office.Clerk("1"), "1")).Code);
        return (await office.CounterAsync("1")).Alarm!.Id;
    }

    private static async Task<long> MovingAsync(Office office)
    {
        var ticket = await CalledAsync(office);
        Office.Done(await office.Queue.MoveOutAsync(office.Clerk("1"), "1", ticket, "elsewhere", "tax"));
        return ticket;
    }

    private static async Task<long[]> OneInEveryStateAsync(Office office)
    {
        var noShow = await CalledAsync(office);
        Office.Done(await office.Queue.NoShowAsync(office.Clerk("1"), "1", noShow));
        var parked = await office.IssuedAsync(form: Office.Form());
        await office.CalledAsync("1", parked.Ordinal);
        Office.Done(await office.Queue.ParkAsync(office.Clerk("1"), "1", parked.Ordinal, null));
        var called = await office.IssuedAsync(form: Office.Form());
        await office.CalledAsync("1", called.Ordinal);
        var serving = await office.IssuedAsync("passport", form: Office.Form());
        await office.OpenCounterAsync("2", ["passport"]);
        await office.ServingAsync("2", serving.Ordinal);
        var waiting = await office.IssuedAsync(form: Office.Form());
        var onTheWay = await office.IssuedAsync(form: Office.Form(), onTheWay: true);
        var cancelled = await office.IssuedAsync();
        Office.Done(await office.Queue.CancelAsync(office.Citizen(), cancelled.Ordinal));
        return [noShow, parked.Ordinal, called.Ordinal, serving.Ordinal, waiting.Ordinal, onTheWay.Ordinal, cancelled.Ordinal];
    }

    /// <summary>Redis was restarted with what it had, and the office is founded anew all the same.</summary>
    public static async Task RebuiltAsync(Office office) => Assert.Null((await (await LostAsync(office))(await SystemAsync(office))).Code);

    /// <summary>The day ends for everybody who is left, whichever line they wait in.</summary>
    public static async Task CloseDayAsync(Office office) => Assert.Null((await office.Queue.CloseDayAsync(await SystemAsync(office))).Code);

    // With the lines of single counters that somebody waits in, as the hub declares them.
    private static async Task<QueueContext> SystemAsync(Office office) => office.System() with
    {
        Lines = QueueLines.Of(office.Document("Asia/Seoul"), FoldTruth.Of(office.Slug, await OfficeTruth.LogAsync(office))),
    };

    private static async Task<Func<QueueContext, Task<QueueReply>>> LostAsync(Office office)
    {
        var state = FoldTruth.Of(office.Slug, await OfficeTruth.LogAsync(office));
        var found = await RestartedAsync(office);
        return context => office.Queue.RebuildAsync(context, Office.Rebuild(state, found));
    }

    /// <summary>As Redis finds an office after a restart: confirmed for another process.</summary>
    private static async Task<FoundOffice> RestartedAsync(Office office)
    {
        await office.Database.HashSetAsync(RedisKeys.Meta(office.Slug), "run", "another");
        return new FoundOffice("epoch1", (long)await office.Database.HashGetAsync(RedisKeys.Meta(office.Slug), "version"));
    }

    private static async Task WorkedDayAsync(Office office)
    {
        var tickets = await OneInEveryStateAsync(office);
        Office.Done(await office.Queue.ExpireTicketsAsync(office.System(), tickets));
        Assert.Null((await office.Queue.CloseDayAsync(office.System())).Code);
    }
}
