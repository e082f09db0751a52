using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>A slip of the finger is taken back within ten seconds, and nothing of it is left.</summary>
public class UndoTests(EngineFixture engines)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Office _office = new(engines.Redis);

    [Theory]
    [InlineData("call_next", TicketState.Waiting)]
    [InlineData("call", TicketState.Waiting)]
    [InlineData("call parked", TicketState.Parked)]
    [InlineData("no_show", TicketState.Called)]
    [InlineData("park", TicketState.Called)]
    [InlineData("complete", TicketState.Serving)]
    [InlineData("complete and pass on", TicketState.Serving)]
    [InlineData("transfer", TicketState.Serving)]
    [InlineData("transfer to a counter", TicketState.Called)]
    public async Task The_last_command_on_a_ticket_is_taken_back_as_if_it_had_not_been(string command, TicketState before)
    {
        var ticket = await PreparedAsync(before);
        var (row, counter) = (await RowAsync(ticket), await _office.CounterAsync("1"));
        _office.Now += 5_000;
        Office.Done(await GiveAsync(command, ticket));
        Assert.NotEqual(row, await RowAsync(ticket));

        _office.Now += 9_000;
        var undone = await UndoAsync(ticket);

        Assert.Equal(EventType.CommandUndone, undone.Event?.Type);
        Assert.Equal(row, await RowAsync(ticket));
        Assert.Equivalent(counter, await _office.CounterAsync("1"), strict: true);
        await OfficeTruth.HoldsAsync(_office);
        Assert.Equal(ProblemCodes.UndoTooLate, (await UndoAsync(ticket)).Code);
    }

    [Fact]
    public async Task A_completed_visit_that_is_taken_back_keeps_its_form_and_its_number()
    {
        var ticket = await PreparedAsync(TicketState.Serving);
        Office.Done(await GiveAsync("complete", ticket));

        Office.Done(await UndoAsync(ticket));

        Assert.Equal(["name", "purpose"], (await _office.FormAsync(ticket)).Keys.Order());
        Assert.True(await _office.Database.KeyTimeToLiveAsync(RedisKeys.Submission(_office.Slug, ticket)) > TimeSpan.FromHours(35));
    }

    [Fact]
    public async Task After_ten_seconds_or_when_somebody_else_has_acted_it_is_too_late_and_nothing_changes()
    {
        var ticket = await PreparedAsync(TicketState.Called);
        Office.Done(await GiveAsync("no_show", ticket));
        _office.Now += 10_001;
        await RefusedAsync(ProblemCodes.UndoTooLate, () => UndoAsync(ticket));

        Office.Done(await _office.Queue.ReinstateAsync(_office.Clerk("2"), ticket, limit: 2));
        Office.Done(await GiveAsync("call", ticket));
        Office.Done(await GiveAsync("park", ticket));
        Office.Done(await _office.Queue.ResumeAsync(_office.Clerk("2"), ticket));
        await RefusedAsync(ProblemCodes.UndoTooLate, () => UndoAsync(ticket));
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_has_done_nor_over_somebody_who_is_at_the_counter()
    {
        var ticket = await PreparedAsync(TicketState.Called);
        await _office.OpenCounterAsync("2");
        Office.Done(await GiveAsync("park", ticket));
        await RefusedAsync(ProblemCodes.NotYourCounter, () => _office.Queue.UndoAsync(_office.Clerk("2"), "1", ticket, Window));
        await RefusedAsync(ProblemCodes.UndoTooLate, () => _office.Queue.UndoAsync(_office.By("supervisor:choi"), "1", ticket, Window));
        await RefusedAsync(ProblemCodes.UndoTooLate, () => _office.Queue.UndoAsync(_office.Clerk("2"), "2", ticket, Window));

        var next = await _office.IssuedAsync();
        Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("1"), "1"));
        await RefusedAsync(ProblemCodes.UndoTooLate, () => UndoAsync(ticket));
        Office.Done(await UndoAsync(next.Ordinal));
    }

    [Fact]
    public async Task A_number_that_was_given_again_meanwhile_is_not_taken_from_its_new_holder()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(from: 1, to: 1)));
        await _office.ServingAsync("1", ticket.Ordinal);
        Office.Done(await GiveAsync("complete", ticket.Ordinal));
        Assert.Equal(ticket.Number, Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(from: 1, to: 1))).Number);

        await RefusedAsync(ProblemCodes.UndoTooLate, () => UndoAsync(ticket.Ordinal));
    }

    private async Task<long> PreparedAsync(TicketState state)
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1", ["register"], ["passport"]);
        await _office.OpenCounterAsync("3", ["passport"]);
        var ticket = (await _office.IssuedAsync(credit: Office.Minute, form: Office.Form())).Ordinal;
        _office.Now += Office.Minute;
        if (state != TicketState.Waiting)
        {
            await (state == TicketState.Serving ? _office.ServingAsync("1", ticket) : _office.CalledAsync("1", ticket));
        }

        if (state == TicketState.Parked)
        {
            Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", ticket, "note", "desk"));
            _office.Now += Office.Minute;
        }

        return ticket;
    }

    private Task<QueueReply> GiveAsync(string command, long ticket) => (command, _office.Queue, _office.Clerk("1")) switch
    {
        ("call_next", var queue, var clerk) => queue.CallNextAsync(clerk, "1"),
        ("call" or "call parked", var queue, var clerk) => queue.CallAsync(clerk, "1", ticket, null),
        ("no_show", var queue, var clerk) => queue.NoShowAsync(clerk, "1", ticket),
        ("park", var queue, var clerk) => queue.ParkAsync(clerk, "1", ticket, "another note", "hall"),
        ("complete", var queue, var clerk) => queue.CompleteAsync(clerk, "1", ticket, "granted"),
        ("complete and pass on", var queue, var clerk) => queue.CompleteAsync(clerk, "1", ticket, new Completion(null, "passport", WaitedCap: Office.Minute)),
        ("transfer", var queue, var clerk) => queue.TransferAsync(clerk, "1", ticket, "passport", Office.Minute),
        ("transfer to a counter", var queue, var clerk) => queue.TransferAsync(clerk, "1", ticket, null, "3", Office.Minute),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not a command"),
    };

    private Task<QueueReply> UndoAsync(long ticket) => _office.Queue.UndoAsync(WithLines(_office.Clerk("1")), "1", ticket, Window);

    // As a node names the lines in which it knows that somebody waits.
    private static QueueContext WithLines(QueueContext context) => context with { Lines = [.. context.Lines, TicketRow.LineOf("3")] };

    private async Task<string> RowAsync(long ticket) =>
        System.Text.Json.JsonSerializer.Serialize(await _office.TicketAsync(ticket), RowJson.Default.TicketRow);

    private async Task RefusedAsync(string code, Func<Task<QueueReply>> command)
    {
        var unchanged = await Snapshot.OfAsync(_office);
        Assert.Equal(code, (await command()).Code);
        await unchanged.UnchangedAsync(_office);
    }
}
