using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>Every command of the clerk, told once, through the hub and through HTTP.</summary>
public class BothDoorsTests(EngineFixture engines)
{
    [Theory]
    [InlineData("hub")]
    [InlineData("http")]
    public async Task Every_command_does_the_same_through_either_door(string door)
    {
        await using var hub = await new HubFactory(engines).StartAsync();

        // The longest there are: a story may take its time.
        await hub.SetRulesAsync(rules => rules with { UndoSeconds = 60, RecallLockSeconds = 60 });
        using var citizen = hub.NewClient();
        var (clerk, cookies) = await hub.SignInAsync("kim");
        await using var connection = hub.CounterConnection(cookies);
        await connection.StartAsync();
        var counter = door == "http" ? new HttpDoor(clerk, Seocho.Office, "1") : (ICounterHub)new HubDoor(connection);
        if (door == "hub")
        {
            Assert.NotNull(await counter.Attach(Seocho.Office, "1", "en"));
        }

        await DoneAsync(counter.Open(new OpenCounterRequest(Seocho.NewRequestId())));
        await RefusedAsync(ProblemCodes.NobodyWaiting, counter.CallNext(Seocho.CallNext()));

        var first = await citizen.IssueAsync();
        var second = await citizen.IssueAsync();
        var called = await DoneAsync(counter.CallNext(Seocho.CallNext()));
        Assert.Equal(first.Number, called.Number);
        await RefusedAsync(ProblemCodes.CounterBusy, counter.CallNext(Seocho.CallNext()));
        await RefusedAsync(ProblemCodes.CounterBusy, counter.Close(Seocho.Request()));
        await RefusedAsync(ProblemCodes.RecallLocked, counter.Recall(Seocho.Request(called.Ticket!.Value)));
        await DoneAsync(counter.NoShow(Seocho.Request(called.Ticket.Value)));
        await RefusedAsync(ProblemCodes.WrongState, counter.NoShow(Seocho.Request(called.Ticket.Value)));
        await DoneAsync(counter.Reinstate(Seocho.Request(called.Ticket.Value)));

        var next = await DoneAsync(counter.CallNext(Seocho.CallNext()));
        Assert.Equal(second.Number, next.Number);
        await RefusedAsync(ProblemCodes.InvalidRequest, counter.SetServices(new ServicesRequest(Seocho.NewRequestId(), [], [])));
        await RefusedAsync(ProblemCodes.UnknownService, counter.SetServices(new ServicesRequest(Seocho.NewRequestId(), ["nothing"], [])));
        await DoneAsync(counter.SetServices(new ServicesRequest(Seocho.NewRequestId(), [Seocho.Service], ["passport"])));
        await DoneAsync(counter.SetJourney(new JourneyRequest(Seocho.NewRequestId(), next.Ticket!.Value, ["passport"])));
        await DoneAsync(counter.AskCorrections(new CorrectionsRequest(Seocho.NewRequestId(), next.Ticket.Value, ["name"])));
        await DoneAsync(counter.Park(new ParkRequest(Seocho.NewRequestId(), next.Ticket.Value, "서류 보완", "서류 작성대")));
        await DoneAsync(counter.Undo(Seocho.Request(next.Ticket.Value)));
        await RefusedAsync(ProblemCodes.UndoTooLate, counter.Undo(Seocho.Request(next.Ticket.Value)));
        await DoneAsync(counter.Park(new ParkRequest(Seocho.NewRequestId(), next.Ticket.Value, "서류 보완")));
        await DoneAsync(counter.Resume(Seocho.Request(next.Ticket.Value)));
        await DoneAsync(counter.Call(new CallTicketRequest(Seocho.NewRequestId(), next.Ticket.Value, "휠체어 이용")));
        await DoneAsync(counter.Requeue(new RequeueRequest(Seocho.NewRequestId(), next.Ticket.Value, 0)));
        await DoneAsync(counter.Call(new CallTicketRequest(Seocho.NewRequestId(), next.Ticket.Value)));
        await DoneAsync(counter.Start(Seocho.Request(next.Ticket.Value)));
        var name = new EditFormRequest(next.Ticket.Value, [new FieldChange("name", 0, [" 홍길동 "])]);
        foreach (var saved in new[] { await counter.EditForm(name), await counter.EditForm(name) })
        {
            Assert.Null(saved.Problem);
            Assert.Equivalent(new FieldOutcome("name", true, 1, ["홍길동"]), Assert.Single(saved.Fields), strict: true);
        }

        var conflict = await counter.EditForm(name with { Changes = [new FieldChange("name", 0, ["성춘향"])] });
        Assert.Equivalent(new FieldOutcome("name", false, 1, ["홍길동"]), Assert.Single(conflict.Fields), strict: true);
        Assert.Equal(ProblemCodes.FormInvalid, (await counter.EditForm(name with { Changes = [new FieldChange("name", 1, [new string('가', 500)])] })).Problem?.Code);
        Assert.Equal(ProblemCodes.InvalidRequest, (await counter.EditForm(name with { Changes = [new FieldChange("nothing", 0, ["x"])] })).Problem?.Code);
        Assert.Equal(ProblemCodes.WrongState, (await counter.EditForm(name with { Ticket = called.Ticket.Value })).Problem?.Code);
        Assert.Equal(ProblemCodes.UnknownTicket, (await counter.EditForm(name with { Ticket = 999_999 })).Problem?.Code);
        await RefusedAsync(ProblemCodes.UnknownPreparedForm, counter.AttachForm(new AttachFormRequest(Seocho.NewRequestId(), next.Ticket.Value, new string('0', 32))));
        Assert.Equal(next.Ticket, await counter.FindTicket(second.Url.Split('/')[^1]));
        await RefusedAsync(ProblemCodes.UnknownService, counter.Transfer(new TransferRequest(Seocho.NewRequestId(), next.Ticket.Value, "nothing")));
        await DoneAsync(counter.Transfer(new TransferRequest(Seocho.NewRequestId(), next.Ticket.Value, "passport")));

        var reinstated = await DoneAsync(counter.CallNext(Seocho.CallNext()));
        Assert.Equal(first.Number, reinstated.Number);
        await DoneAsync(counter.Start(Seocho.Request(reinstated.Ticket!.Value)));
        await RefusedAsync(ProblemCodes.InvalidRequest, counter.Warn(new WarnRequest(Seocho.NewRequestId(), reinstated.Ticket.Value, "go away")));
        await RefusedAsync(ProblemCodes.WarningRequired, counter.EndVisit(new EndVisitRequest(Seocho.NewRequestId(), reinstated.Ticket.Value, WarningKind.Time)));
        await DoneAsync(counter.Warn(new WarnRequest(Seocho.NewRequestId(), reinstated.Ticket.Value, WarningKind.Time)));
        await DoneAsync(counter.EndVisit(new EndVisitRequest(Seocho.NewRequestId(), reinstated.Ticket.Value, WarningKind.Time)));
        await DoneAsync(counter.Undo(Seocho.Request(reinstated.Ticket.Value)));
        var alarm = await DoneAsync(counter.RaiseAlarm(Seocho.Request()));
        Assert.Null((await counter.RaiseAlarm(Seocho.Request())).Problem);
        await RefusedAsync(ProblemCodes.AlarmOver, counter.EndAlarm(new AlarmRequest(Seocho.NewRequestId(), alarm.Version - 1)));
        await DoneAsync(counter.EndAlarm(new AlarmRequest(Seocho.NewRequestId(), alarm.Version)));
        await RefusedAsync(ProblemCodes.UnknownResult, counter.Complete(new CompleteRequest(Seocho.NewRequestId(), reinstated.Ticket.Value, "nothing")));
        await DoneAsync(counter.Complete(new CompleteRequest(Seocho.NewRequestId(), reinstated.Ticket.Value, "not-provided")));
        await DoneAsync(counter.Cancel(Seocho.Request(next.Ticket.Value)));

        await DoneAsync(counter.Pause(new PauseCounterRequest(Seocho.NewRequestId(), "점심")));
        await RefusedAsync(ProblemCodes.CounterNotOpen, counter.CallNext(Seocho.CallNext()));
        await DoneAsync(counter.Close(Seocho.Request()));
        clerk.Dispose();
    }

    [Theory]
    [InlineData("hub")]
    [InlineData("http")]
    public async Task A_repeated_request_is_one_command_and_a_stolen_id_returns_nothing(string door)
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, kimCookies) = await hub.SignInAsync("kim");
        var (lee, leeCookies) = await hub.SignInAsync("lee");
        await using var kimConnection = hub.CounterConnection(kimCookies);
        await using var leeConnection = hub.CounterConnection(leeCookies);
        var (first, second) = door == "http"
            ? ((ICounterHub)new HttpDoor(kim, Seocho.Office, "1"), (ICounterHub)new HttpDoor(lee, Seocho.Office, "2"))
            : (new HubDoor(kimConnection), new HubDoor(leeConnection));
        if (door == "hub")
        {
            await kimConnection.StartAsync();
            await leeConnection.StartAsync();
            await first.Attach(Seocho.Office, "1", "ko");
            await second.Attach(Seocho.Office, "2", "ko");
        }

        await DoneAsync(first.Open(new OpenCounterRequest(Seocho.NewRequestId())));
        await DoneAsync(second.Open(new OpenCounterRequest(Seocho.NewRequestId())));
        await citizen.IssueAsync();
        await citizen.IssueAsync();

        var request = Seocho.CallNext();
        var once = await DoneAsync(first.CallNext(request));
        var again = await DoneAsync(first.CallNext(request));
        Assert.Equal(once, again);
        await RefusedAsync(ProblemCodes.RequestIdConflict, second.CallNext(request));
        await hub.CaughtUpAsync();
        Assert.Equal(1, (await citizen.BoardAsync())!.Services.Single(service => service.Id == Seocho.Service).Waiting);
        kim.Dispose();
        lee.Dispose();
    }

    private static async Task<CommandReply> DoneAsync(Task<CommandReply> reply)
    {
        var answer = await reply;
        Assert.Null(answer.Problem);
        return answer;
    }

    private static async Task RefusedAsync(string code, Task<CommandReply> reply)
    {
        var answer = await reply;
        Assert.Equal(code, answer.Problem?.Code);
        Assert.NotEmpty(answer.Problem!.Sentence);
    }
}
