using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Every cell of docs/ticket-states.md against a real Redis.</summary>
public class TicketStateTests(EngineFixture engines)
{
    private const long ShortCap = 40_000;
    private const string Prepared = "prepared";
    private static readonly SealedChange Edit = new("name", 1, Office.Sealed(3));

    private readonly Office _office = new(engines.Redis);

    public static IEnumerable<TheoryDataRow<string, TicketState, string, string, string>> TicketCells => StateTable.TicketCells();
    public static IEnumerable<TheoryDataRow<string, CounterState, string>> CounterCells => StateTable.CounterCells();
    public static IEnumerable<TheoryDataRow<string, bool, string>> DayCells => StateTable.DayCells();

    [Fact]
    public void The_table_names_every_command_and_every_state()
    {
        var cells = StateTable.TicketCells().Select(row => row.Data).ToList();
        Assert.Equal(31 * 9, cells.Count);
        Assert.Equal(8 * 3, StateTable.CounterCells().Count());
        Assert.All(cells, cell => Assert.True(StateTable.Refusal(cell.Item3) is not null || Enum.TryParse<TicketState>(cell.Item3, out _), cell.Item3));
    }

    [Theory]
    [MemberData(nameof(TicketCells))]
    public async Task A_command_does_to_a_ticket_what_the_table_says(string command, TicketState state, string cell, string score, string submission)
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2");
        await _office.PreparedAsync(Prepared);
        var before = await InStateAsync(state);
        var others = new List<TicketRow>();
        if (score == "behind")
        {
            others = [await _office.IssuedAsync(), await _office.IssuedAsync(), await _office.IssuedAsync()];
        }

        _office.Now += Office.Minute;
        var unchanged = await Snapshot.OfAsync(_office);

        var reply = await CommandAsync(command, before);

        if (StateTable.Refusal(cell) is { } code)
        {
            Assert.Equal(code, reply.Code);
            await unchanged.UnchangedAsync(_office);
        }
        else
        {
            Assert.Null(reply.Code);
            var after = reply.Ticket ?? await _office.TicketAsync(before.Ordinal);
            Assert.Equal(Enum.Parse<TicketState>(cell), after.State);
            Assert.Equal(ScoreAfter(score, before, after, others), after.Score);
            Assert.Equal(after.State == before.State ? before.Since : _office.Now, after.Since);
            await SubmissionIsAsync(submission, before, after);
        }

        await OfficeTruth.HoldsAsync(_office);
    }

    [Theory]
    [MemberData(nameof(CounterCells))]
    public async Task A_command_does_to_a_counter_what_the_table_says(string command, CounterState state, string cell)
    {
        await _office.OpenDayAsync();
        var ticket = await _office.IssuedAsync();
        if (state != CounterState.Closed)
        {
            await _office.OpenCounterAsync("1");
        }

        if (state == CounterState.Paused)
        {
            Assert.True((await _office.Queue.PauseCounterAsync(_office.Clerk("1"), "1", "lunch")).Ok);
        }

        _office.Now += Office.Minute;
        var unchanged = await Snapshot.OfAsync(_office);

        var reply = await CommandAsync(command, ticket, "1");

        if (StateTable.Refusal(cell) is { } code)
        {
            Assert.Equal(code, reply.Code);
            await unchanged.UnchangedAsync(_office);
        }
        else
        {
            Assert.Null(reply.Code);
            var counter = await _office.CounterAsync("1");
            Assert.Equal(Enum.Parse<CounterState>(cell), counter.State);
            Assert.Equal(counter.State == state ? _office.Now - Office.Minute : _office.Now, counter.Since);
            Assert.Equal(counter.State == CounterState.Closed ? null : "clerk1", counter.Staff);
        }

        await OfficeTruth.HoldsAsync(_office);
    }

    [Theory]
    [MemberData(nameof(DayCells))]
    public async Task A_command_does_to_the_day_what_the_table_says(string command, bool open, string cell)
    {
        await _office.OpenDayAsync();
        if (!open)
        {
            Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);
        }

        var unchanged = await Snapshot.OfAsync(_office);
        var later = new DayOpening("epoch2", 0, 0, Simulated: true);

        var reply = command switch
        {
            "open_day (a later day)" => await _office.Queue.OpenDayAsync(_office.System(Office.NextDay), later),
            "open_day (the same day)" => await _office.Queue.OpenDayAsync(_office.System(), later),
            "close_day" => await _office.Queue.CloseDayAsync(_office.System()),
            "issue" => await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue()),
            "open_counter" => await _office.Queue.OpenCounterAsync(_office.Clerk("1"), "1", ["register"], []),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not a command"),
        };

        if (StateTable.Refusal(cell) is { } code)
        {
            Assert.Equal(code, reply.Code);
            await unchanged.UnchangedAsync(_office);
        }
        else
        {
            Assert.Null(reply.Code);
            Assert.Equal(cell, (string?)await _office.Database.HashGetAsync(RedisKeys.Meta(_office.Slug), "dayState"));
        }

        await OfficeTruth.HoldsAsync(_office);
    }

    /// <summary>A ticket with a form and a credit in this state; Called and Serving at counter 1, and counter 2 is free.</summary>
    private async Task<TicketRow> InStateAsync(TicketState state)
    {
        var ticket = await _office.IssuedAsync(credit: 3 * Office.Minute, form: Office.Form(), onTheWay: state == TicketState.OnTheWay);
        _office.Now += Office.Minute;
        var clerk = _office.Clerk("1");
        return state switch
        {
            TicketState.OnTheWay or TicketState.Waiting => ticket,
            TicketState.Called => await _office.CalledAsync("1", ticket.Ordinal),
            TicketState.Serving => await _office.ServingAsync("1", ticket.Ordinal),
            TicketState.Parked => Office.Done(await _office.Queue.ParkAsync(clerk, "1", (await _office.CalledAsync("1", ticket.Ordinal)).Ordinal, null)),
            TicketState.NoShow => Office.Done(await _office.Queue.NoShowAsync(clerk, "1", (await _office.CalledAsync("1", ticket.Ordinal)).Ordinal)),
            TicketState.Done => Office.Done(await _office.Queue.CompleteAsync(clerk, "1", (await _office.ServingAsync("1", ticket.Ordinal)).Ordinal, null)),
            TicketState.Cancelled => Office.Done(await _office.Queue.CancelAsync(_office.Citizen(), ticket.Ordinal)),
            TicketState.Expired => Office.Done(await _office.Queue.ExpireTicketsAsync(_office.System(), [ticket.Ordinal])),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state"),
        };
    }

    private Task<QueueReply> CommandAsync(string command, TicketRow ticket, string? freeCounter = null)
    {
        var (queue, ordinal) = (_office.Queue, ticket.Ordinal);
        var (here, free) = (_office.Clerk("1"), freeCounter ?? "2");
        return command switch
        {
            "arrive" => queue.ArriveAsync(_office.Citizen(), ordinal, ShortCap),
            "rate" => queue.RateAsync(_office.Citizen(), ordinal, 4),
            "submit_form" => queue.SubmitFormAsync(_office.Citizen(), ordinal, Office.Form(mark: 2)),
            "edit_form (citizen)" => queue.EditFormAsync(_office.Citizen(), Office.Edit(ordinal, null, Edit)),
            "edit_form (clerk)" => queue.EditFormAsync(here, Office.Edit(ordinal, "1", Edit)),
            "attach_form" => queue.AttachFormAsync(here, "1", Office.Attachment(ordinal, Prepared, replace: true)),
            "edit_form (panel)" => queue.EditFormAsync(_office.Panel("1"), Office.Edit(ordinal, "1", Edit)),
            "sign_form" => queue.SignFormAsync(_office.Panel("1"), "1", Office.Signing(ordinal)),
            "warn" => queue.WarnAsync(here, "1", ordinal, "language"),
            "end_visit (after a warning)" => EndVisitAsync(here, ordinal),
            "call_next" => queue.CallNextAsync(_office.Clerk(free), free),
            "call" => queue.CallAsync(_office.Clerk(free), free, ordinal, "wheelchair"),
            "recall" => queue.RecallAsync(here, "1", ordinal),
            "start" => queue.StartAsync(here, "1", ordinal),
            "complete" => queue.CompleteAsync(here, "1", ordinal, "granted"),
            "complete (the journey goes on)" => queue.CompleteAsync(here, "1", ordinal, new Completion("granted", "passport", WaitedCap: ShortCap)),
            "open_form" => queue.OpenFormAsync(here, "1", ordinal),
            "ask_corrections" => queue.AskCorrectionsAsync(here, "1", ordinal, ["name"]),
            "set_journey" => queue.SetJourneyAsync(here, ordinal, ["passport"]),
            "no_show" => queue.NoShowAsync(here, "1", ordinal),
            "reinstate" => queue.ReinstateAsync(here, ordinal, limit: 1),
            "park" => queue.ParkAsync(here, "1", ordinal, "fetches a photo"),
            "resume" => queue.ResumeAsync(here, ordinal),
            "transfer" => queue.TransferAsync(here, "1", ordinal, "passport", ShortCap),
            "transfer (to one counter)" => queue.TransferAsync(here, "1", ordinal, null, "2", ShortCap),
            "move_out" => queue.MoveOutAsync(here, "1", ordinal, "elsewhere", "tax"),
            "requeue (0 places)" => queue.RequeueAsync(here, ordinal, 0, limit: 1),
            "requeue (n places)" => queue.RequeueAsync(here, ordinal, 2, limit: 1),
            "requeue (by the citizen)" => queue.RequeueAsync(_office.Citizen(), ordinal, 2, limit: 1),
            "cancel" => queue.CancelAsync(_office.Citizen(), ordinal),
            "expire_tickets" => queue.ExpireTicketsAsync(_office.System(), [ordinal]),
            "open_counter" => queue.OpenCounterAsync(here, "1", ["register"], []),
            "set_services" => queue.SetServicesAsync(here, "1", ["register"], []),
            "pause_counter" => queue.PauseCounterAsync(here, "1", null),
            "pause_counter (leaving)" => queue.PauseCounterAsync(here, "1", null, new CounterPause(Leave: true)),
            "raise_alarm" => queue.RaiseAlarmAsync(here, "1"),
            "close_counter" => queue.CloseCounterAsync(here, "1"),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not a command"),
        };
    }

    private async Task<QueueReply> EndVisitAsync(QueueContext clerk, long ticket)
    {
        await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, "language");
        return await _office.Queue.EndVisitAsync(clerk, "1", ticket, "language");
    }

    private long ScoreAfter(string word, TicketRow before, TicketRow after, List<TicketRow> others)
    {
        var joinsNow = word is "anew" or "arrives" or "carries";
        Assert.Equal(joinsNow ? _office.Now : before.Joined, after.Joined);
        return word switch
        {
            "keeps" => before.Score,
            "anew" => _office.Now - before.Credit,
            "arrives" => _office.Now - Math.Min(_office.Now - before.Issued, ShortCap) - before.Credit,
            "carries" => _office.Now - Math.Min(before.Waited, ShortCap) - before.Credit,
            "behind" => others[1].Score + 1,
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "not a score"),
        };
    }

    private async Task SubmissionIsAsync(string word, TicketRow before, TicketRow after)
    {
        var form = await _office.FormAsync(before.Ordinal);
        var remaining = await _office.Database.KeyTimeToLiveAsync(RedisKeys.Submission(_office.Slug, before.Ordinal));
        switch (word)
        {
            case "stays":
                Assert.Equal([("name", 1, 1), ("purpose", 1, 1)], Marks(form));
                Assert.InRange(remaining!.Value.TotalHours, 35, 36);
                Assert.Equal(before.Form, after.Form);
                break;
            case "submitted":
                Assert.Equal([("name", 2, 2), ("purpose", 1, 1)], Marks(form));
                Assert.InRange(remaining!.Value.TotalHours, 35, 36);
                Assert.Equal(before.Form! with { Revision = 2 }, after.Form);
                break;
            case "edited":
                Assert.Equal([("name", 2, 3), ("purpose", 1, 1)], Marks(form));
                Assert.InRange(remaining!.Value.TotalHours, 35, 36);
                Assert.Equal(before, after with { Journey = before.Journey });
                break;
            case "signed":
                Assert.Equal([("name", 1, 1), ("purpose", 1, 1)], Marks(form));
                Assert.Equal(Office.Sealed(8), (byte[]?)await _office.Database.HashGetAsync(RedisKeys.Submission(_office.Slug, before.Ordinal), "signature"));
                Assert.InRange(remaining!.Value.TotalHours, 35, 36);
                Assert.Equal(before.Form! with { Revision = 2, Fields = 2 }, after.Form);
                Assert.Equal(new TicketSigning("drawn", _office.Now), after.Signing);
                break;
            case "replaced":
                Assert.Equal([("name", 2, 4), ("phone", 1, 4)], Marks(form.Where(field => field.Value.Ciphertext.Length > 0).ToDictionary()));
                Assert.Equal(2, form["purpose"].Revision);
                Assert.InRange(remaining!.Value.TotalHours, 35, 36);
                Assert.Equal(before.Form! with { Revision = 2, Fields = 2 }, after.Form);
                break;
            case "60 s":
                Assert.InRange(remaining!.Value.TotalSeconds, 1, 60);
                break;
            case "destroyed":
                Assert.Empty(form);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(word), word, "not a fate");
        }
    }

    private static IEnumerable<(string Field, int Revision, int Mark)> Marks(Dictionary<string, (int Revision, byte[] Ciphertext)> form) =>
        form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => (field.Key, field.Value.Revision, (int)field.Value.Ciphertext[0]));
}
