using System.Text.Json;
using CsCheck;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Something that somebody at an office wants done, chosen without knowing what the others do: most of it is refused.</summary>
/// <param name="Counter">The counter it concerns; its clerk is who wants it.</param>
/// <param name="AtCounter">It concerns the ticket at that counter, if there is one.</param>
/// <param name="Pick">Otherwise this one of the living tickets.</param>
/// <param name="Pause">Milliseconds of office time before it.</param>
internal sealed record Deed(Deed.Kind What, string Counter, bool AtCounter, int Pick, string Service, int Places, long Pause)
{
    private static readonly Gen<Kind> Kinds = Gen.Frequency(
        (6, Gen.OneOf(Kind.Issue, Kind.IssueWithForm, Kind.OpenCounter, Kind.CallNext, Kind.Start, Kind.Complete)),

        // Taking back needs something just done; a fourth of a minute may pass before it.
        (6, Gen.OneOf(Kind.Undo, Kind.PassOn)),
        (3, Gen.OneOf(
            Kind.IssueOnTheWay, Kind.Arrive, Kind.SubmitForm, Kind.EditForm, Kind.CorrectForm, Kind.Call, Kind.Recall, Kind.Transfer, Kind.Requeue,
            Kind.TransferToCounter, Kind.SetJourney, Kind.SetServices, Kind.OpenForm, Kind.AskCorrections, Kind.EndVisit)),

        // The way back needs somebody who was set aside, and then to be meant.
        (3, Gen.OneOf(Kind.NoShow, Kind.Reinstate, Kind.Park, Kind.Resume)),
        (2, Gen.OneOf(Kind.MoveOut, Kind.Moved, Kind.MoveBack)),
        (2, Gen.OneOf(Kind.RaiseAlarm, Kind.AnswerAlarm, Kind.EndAlarm, Kind.Leave)),

        // A visit is ended when it was warned before, and a form signed that was written and is being served.
        (4, Gen.OneOf(Kind.SignForm, Kind.Warn, Kind.EndByOffice)),
        (2, Gen.OneOf(Kind.IssueByPhone, Kind.Rate)),
        (1, Gen.OneOf(Kind.OpenOthersCounter, Kind.TakeOver, Kind.SupervisorOpens, Kind.Notice, Kind.Pause, Kind.CloseCounter, Kind.Cancel, Kind.Expire)));

    public static readonly Gen<Deed> Any = Gen.Select(
        Kinds, Gen.Int[1, 4], Gen.Bool, Gen.Int[0, 9], Gen.OneOf(Office.Services), Gen.Int[0, 3], Gen.Long[0, Office.Minute],
        (what, counter, atCounter, pick, service, places, pause) => new Deed(what, Office.Text(counter), atCounter, pick, service, places, pause));

    public enum Kind
    {
        Issue, IssueOnTheWay, IssueWithForm, Arrive, SubmitForm, EditForm, CorrectForm, OpenCounter, OpenOthersCounter, Pause, CloseCounter, CallNext, Call, Recall,
        SetServices, TakeOver, SupervisorOpens, OpenForm, AskCorrections, PassOn, EndVisit, TransferToCounter, SetJourney, Undo, Notice,
        Start, Complete, NoShow, Reinstate, Park, Resume, Transfer, Requeue, Cancel, Expire,
        MoveOut, Moved, MoveBack,
        SignForm, Warn, EndByOffice, IssueByPhone, Rate, RaiseAlarm, AnswerAlarm, EndAlarm, Leave,
    }

    private string Ticket => AtCounter ? $"the ticket at counter {Counter}, or living ticket {Pick}" : $"living ticket {Pick}";

    /// <summary>The command, ready to be given to any node and to be repeated: its request id is made here.</summary>
    public async Task<Func<ITicketQueue, Task<QueueReply>>> CommandAsync(Office office)
    {
        office.Now += Pause;
        var ticket = await TargetAsync(office);
        var alarm = await AlarmAsync(office);
        var (citizen, clerk, other, system, supervisor, panel) =
            (office.Citizen(), office.Clerk(Counter), office.Clerk("9"), office.System(), office.By("supervisor:choi"), office.Panel(Counter));
        var (issue, onTheWay, withForm) = (
            Office.Issue(Service, to: 20, credit: Pause), Office.Issue(Service, to: 20, onTheWay: true), Office.Issue(Service, to: 20, form: Office.Form()));
        var byPhone = Office.Issue(Service, to: 20) with { Phone = new($"phone{Pick % 3}", 1 + (Places / 3)), WatchHash = $"watch{office.Now}{Pick}" };
        return What switch
        {
            Kind.Issue => queue => queue.IssueAsync(citizen, issue),
            Kind.IssueOnTheWay => queue => queue.IssueAsync(citizen, onTheWay),
            Kind.IssueWithForm => queue => queue.IssueAsync(citizen, withForm),
            Kind.IssueByPhone => queue => queue.IssueAsync(citizen, byPhone),
            Kind.Rate => queue => queue.RateAsync(citizen, AtCounter ? ticket : 1 + Pick, 1 + Places),
            Kind.Arrive => queue => queue.ArriveAsync(citizen, ticket, Office.Minute),
            Kind.SubmitForm => queue => queue.SubmitFormAsync(citizen, ticket, Office.Form()),
            Kind.EditForm => queue => queue.EditFormAsync(citizen, Office.Edit(ticket, null, new SealedChange("name", Places, Office.Sealed(5)))),
            Kind.CorrectForm => queue => queue.EditFormAsync(clerk, Office.Edit(ticket, Counter, new SealedChange("name", Places, Office.Sealed(6)))),
            Kind.OpenCounter => queue => queue.OpenCounterAsync(clerk, Counter, [Service], Office.Services),
            Kind.OpenOthersCounter => queue => queue.OpenCounterAsync(other, Counter, [Service], []),
            Kind.TakeOver => queue => queue.OpenCounterAsync(other, Counter, new CounterOpening([Service], [], "desk9", TakeOver: true)),
            Kind.SupervisorOpens => queue => queue.OpenCounterAsync(supervisor, Counter, new CounterOpening([Service], [], Staff: $"clerk{Counter}")),
            Kind.SetServices => queue => queue.SetServicesAsync(clerk, Counter, [Service], []),
            Kind.OpenForm => queue => queue.OpenFormAsync(clerk, Counter, ticket),
            Kind.AskCorrections => queue => queue.AskCorrectionsAsync(clerk, Counter, ticket, ["name"]),
            Kind.PassOn => queue => queue.CompleteAsync(clerk, Counter, ticket, new Completion("done", Service, WaitedCap: Office.Minute)),
            Kind.EndVisit => queue => queue.CompleteAsync(clerk, Counter, ticket, new Completion(EndVisit: true)),
            Kind.TransferToCounter => queue => queue.TransferAsync(clerk, Counter, ticket, null, Office.Text(Places + 1), Office.Minute),
            Kind.SetJourney => queue => queue.SetJourneyAsync(clerk, ticket, [.. Office.Services.Take(Places)]),
            Kind.Undo => queue => queue.UndoAsync(clerk, Counter, ticket, TimeSpan.FromMinutes(1)),
            Kind.Notice => queue => queue.SetNoticeAsync(supervisor, Places == 0 ? null : new OfficeNotice("안내", "Notice", office.Now + Pause)),
            Kind.SignForm => queue => queue.SignFormAsync(panel, Counter, Office.Signing(ticket, nameSeen: 1 + (Places / 3))),
            Kind.Warn => queue => queue.WarnAsync(clerk, Counter, ticket, "language"),
            Kind.EndByOffice => queue => queue.EndVisitAsync(clerk, Counter, ticket, "language"),
            Kind.RaiseAlarm => queue => queue.RaiseAlarmAsync(clerk, Counter),
            Kind.AnswerAlarm => queue => queue.AnswerAlarmAsync(supervisor, Counter, alarm, null),
            Kind.EndAlarm => queue => queue.EndAlarmAsync(Places == 0 ? other : clerk, Counter, alarm),
            Kind.Leave => queue => queue.PauseCounterAsync(clerk, Counter, null, new CounterPause(Leave: true, WaitedCap: Office.Minute)),
            Kind.Pause => queue => queue.PauseCounterAsync(clerk, Counter, null),
            Kind.CloseCounter => queue => queue.CloseCounterAsync(clerk, Counter),
            Kind.CallNext => queue => queue.CallNextAsync(clerk, Counter),
            Kind.Call => queue => queue.CallAsync(clerk, Counter, ticket, "reason"),
            Kind.Recall => queue => queue.RecallAsync(clerk, Counter, ticket),
            Kind.Start => queue => queue.StartAsync(clerk, Counter, ticket),
            Kind.Complete => queue => queue.CompleteAsync(clerk, Counter, ticket, null),
            Kind.NoShow => queue => queue.NoShowAsync(clerk, Counter, ticket),
            Kind.Reinstate => queue => queue.ReinstateAsync(clerk, ticket, 2),
            Kind.Park => queue => queue.ParkAsync(clerk, Counter, ticket, "note"),
            Kind.Resume => queue => queue.ResumeAsync(clerk, ticket),
            Kind.Transfer => queue => queue.TransferAsync(clerk, Counter, ticket, Service, Office.Minute),
            Kind.MoveOut => queue => queue.MoveOutAsync(clerk, Counter, ticket, "elsewhere", Service),
            Kind.Moved => queue => queue.MovedAsync(system, ticket, 1, new TicketMoved("elsewhere", 12, 34), "sealed"),
            Kind.MoveBack => queue => queue.MoveBackAsync(system, ticket, 1, "day_closed"),
            Kind.Requeue => queue => queue.RequeueAsync(clerk, ticket, Places, 2),
            Kind.Cancel => queue => queue.CancelAsync(citizen, ticket),
            Kind.Expire => queue => queue.ExpireTicketsAsync(system, [ticket, ticket + 1]),
            _ => throw new InvalidOperationException($"{What} is not a command"),
        };
    }

    public override string ToString() => What switch
    {
        Kind.Issue => $"A citizen takes a number for {Service}",
        Kind.IssueOnTheWay => $"A citizen on the way takes a number for {Service}",
        Kind.IssueWithForm => $"A citizen takes a number for {Service} with a form",
        Kind.IssueByPhone => $"Phone {Pick % 3} takes a number for {Service}",
        Kind.Rate => $"The citizen of {(AtCounter ? Ticket : $"ticket {1 + Pick}")} rates the visit {1 + Places}",
        Kind.Arrive => $"The citizen of {Ticket} arrives",
        Kind.SubmitForm => $"The citizen of {Ticket} submits a form",
        Kind.EditForm => $"The citizen of {Ticket} changes revision {Places} of a field",
        Kind.CorrectForm => $"Clerk {Counter} corrects revision {Places} of a field of {Ticket}",
        Kind.OpenCounter => $"Clerk {Counter} opens counter {Counter} for {Service}",
        Kind.OpenOthersCounter => $"Clerk 9 opens counter {Counter} for {Service}",
        Kind.TakeOver => $"Clerk 9 takes counter {Counter} over for {Service}",
        Kind.SupervisorOpens => $"A supervisor opens counter {Counter} for {Service}",
        Kind.SetServices => $"Clerk {Counter} serves {Service} from now on",
        Kind.OpenForm => $"Clerk {Counter} opens the form of {Ticket}",
        Kind.AskCorrections => $"Clerk {Counter} asks for a correction of the form of {Ticket}",
        Kind.PassOn => $"Clerk {Counter} completes {Ticket} and passes it on to {Service}",
        Kind.EndVisit => $"Clerk {Counter} completes {Ticket} and ends the visit",
        Kind.TransferToCounter => $"Clerk {Counter} passes {Ticket} on to counter {Places + 1}",
        Kind.SetJourney => $"Clerk {Counter} leaves {Places} services of the journey of {Ticket}",
        Kind.Undo => $"Clerk {Counter} takes back what was done to {Ticket}",
        Kind.Notice => Places == 0 ? "A supervisor takes the notice away" : "A supervisor shows a notice",
        Kind.SignForm => $"The citizen at panel {Counter} signs the form of {Ticket} with revision {1 + (Places / 3)} of a field",
        Kind.Warn => $"Clerk {Counter} warns {Ticket}",
        Kind.EndByOffice => $"Clerk {Counter} ends the visit of {Ticket} against its will",
        Kind.RaiseAlarm => $"Clerk {Counter} raises the alarm",
        Kind.AnswerAlarm => $"A supervisor answers the alarm of counter {Counter}",
        Kind.EndAlarm => Places == 0 ? $"Clerk 9 switches the alarm of counter {Counter} off" : $"Clerk {Counter} switches the alarm off",
        Kind.Leave => $"Clerk {Counter} leaves at once",
        Kind.Pause => $"Clerk {Counter} pauses counter {Counter}",
        Kind.CloseCounter => $"Clerk {Counter} closes counter {Counter}",
        Kind.CallNext => $"Clerk {Counter} calls the next to counter {Counter}",
        Kind.Call => $"Clerk {Counter} calls {Ticket} to counter {Counter}",
        Kind.Requeue => $"Clerk {Counter} puts {Ticket} back behind {Places}",
        Kind.Transfer => $"Clerk {Counter} passes {Ticket} on to {Service}",
        Kind.MoveOut => $"Clerk {Counter} moves {Ticket} to another office",
        Kind.Moved => $"The other office has given {Ticket} a number",
        Kind.MoveBack => $"The other office refuses {Ticket}",
        Kind.Cancel => $"The citizen of {Ticket} cancels",
        Kind.Expire => $"The day's end expires {Ticket} and the one after",
        Kind.Recall => $"Clerk {Counter} announces {Ticket} again",
        Kind.Start => $"Clerk {Counter} starts serving {Ticket}",
        Kind.Complete => $"Clerk {Counter} completes {Ticket}",
        Kind.NoShow => $"Clerk {Counter} marks {Ticket} absent",
        Kind.Reinstate => $"Clerk {Counter} lets {Ticket} join anew",
        Kind.Park => $"Clerk {Counter} sets {Ticket} aside",
        Kind.Resume => $"Clerk {Counter} brings {Ticket} back to its line",
        _ => throw new InvalidOperationException($"{What} is not a command"),
    };

    private async Task<long> AlarmAsync(Office office) =>
        (string?)await office.Database.HashGetAsync(RedisKeys.Counters(office.Slug), Counter) is { } row
            ? JsonSerializer.Deserialize(row, RowJson.Default.CounterRow)!.Alarm?.Id ?? Pick : Pick;

    /// <summary>The ticket at the counter, one that lives, or any: what a clerk saw a moment ago, which may have changed since.</summary>
    private async Task<long> TargetAsync(Office office)
    {
        if (AtCounter && (string?)await office.Database.HashGetAsync(RedisKeys.Counters(office.Slug), Counter) is { } row
            && JsonSerializer.Deserialize(row, RowJson.Default.CounterRow)!.Ticket is { } ticket)
        {
            return ticket;
        }

        var living = await office.Database.HashValuesAsync(RedisKeys.Living(office.Slug));
        return Pick < living.Length ? (long)living[Pick] : Pick;
    }
}
