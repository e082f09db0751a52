using QueueHub.History.Access;
using QueueHub.History.Chains;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.History;

/// <summary>Whatever is done to the rows of a chained log afterwards, its chain tells from which entry on.</summary>
public class HashChainTests
{
    private static readonly IReadOnlyList<Chained<AccessEntry>> Written = HashChain.Continue(ChainEnd.Start, Enumerable.Range(1, 6).Select(Entry));

    [Fact]
    public async Task A_chain_as_it_was_written_holds() => Assert.Null(await BreakAsync(Written));

    [Fact]
    public async Task An_office_where_nobody_has_opened_anything_yet_holds() =>
        Assert.Null(await HashChain.BreakAsync(ChainEnd.Start, ChainEnd.Start, Rows([])));

    [Fact]
    public async Task Every_part_of_an_entry_is_covered()
    {
        Func<AccessEntry, AccessEntry>[] changes =
        [
            entry => entry with { Office = "gangnam" }, entry => entry with { Version = 99 }, entry => entry with { Day = "2026-03-03" },
            entry => entry with { At = entry.At + 1 }, entry => entry with { Staff = "s9" }, entry => entry with { Counter = "9" },
            entry => entry with { Ordinal = 99 }, entry => entry with { Number = 99 }, entry => entry with { Service = "tax" },
            entry => entry with { Template = null }, entry => entry with { Action = AccessEntry.Asked },
        ];
        Assert.Equal(typeof(AccessEntry).GetProperties().Length, changes.Length);
        foreach (var change in changes)
        {
            Assert.Equal(3, await BreakAsync([.. Written.Select(row => row.Seq == 3 ? row with { Entry = change(row.Entry) } : row)]));
        }
    }

    [Fact]
    public async Task A_changed_entry_with_a_hash_to_match_breaks_the_one_after_it()
    {
        var forged = HashChain.Continue(new ChainEnd(2, Written[1].Hash), [Entry(3) with { Staff = "s9" }])[0];

        Assert.Equal(4, await BreakAsync([.. Written.Select(row => row.Seq == 3 ? forged : row)]));
    }

    [Fact]
    public async Task A_chain_forged_to_its_end_is_told_by_the_hash_that_was_kept()
    {
        var forged = HashChain.Continue(new ChainEnd(2, Written[1].Hash), Enumerable.Range(3, 4).Select(number => Entry(number) with { Staff = "s9" }));

        Assert.Equal(6, await BreakAsync([.. Written.Take(2), .. forged]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task An_entry_taken_out_is_missed_wherever_it_stood(long seq) =>
        Assert.Equal(seq, await BreakAsync([.. Written.Where(row => row.Seq != seq)]));

    [Fact]
    public async Task Entries_that_have_changed_places_are_found() =>
        Assert.Equal(2, await BreakAsync([Written[0], Written[2] with { Seq = 2 }, Written[1] with { Seq = 3 }, .. Written.Skip(3)]));

    [Fact]
    public async Task An_entry_too_many_at_the_end_is_found()
    {
        var more = HashChain.Continue(new ChainEnd(6, Written[5].Hash), [Entry(7)]);

        Assert.Equal(7, await BreakAsync([.. Written, .. more]));
    }

    [Fact]
    public async Task What_is_left_after_old_entries_have_gone_still_holds_and_misses_none_of_its_own()
    {
        var start = new ChainEnd(2, Written[1].Hash);
        var last = new ChainEnd(6, Written[5].Hash);

        Assert.Null(await HashChain.BreakAsync(start, last, Rows(Written.Skip(2))));
        Assert.Equal(3, await HashChain.BreakAsync(start, last, Rows(Written.Skip(3))));
    }

    [Fact]
    public void Parts_cannot_lend_each_other_letters() => Assert.NotEqual(
        HashChain.Hash(1, [], Entry(1) with { Staff = "s1", Counter = "12" }), HashChain.Hash(1, [], Entry(1) with { Staff = "s11", Counter = "2" }));

    [Fact]
    public void Only_what_shows_a_form_or_asks_for_corrections_is_an_entry()
    {
        var ticket = new TicketRow(
            7, 12, "resident", ["resident"], 0, "standard", 0, "phone", "ko", "2026-03-02", Contracts.Tickets.TicketState.Serving, 0, 0, 0, 0, 0, "00", "3",
            Form: new TicketForm("resident-register", 1, 9, 1));
        OfficeEvent Event(EventType type, TicketRow row) => new(41, "e1", 1_772_410_000_000, "2026-03-02", type, "staff:s1", [row]);

        var opened = new AccessEntry("seocho", 41, "2026-03-02", 1_772_410_000_000, "s1", "3", 7, 12, "resident", "resident-register", AccessEntry.Opened);
        Assert.Equal(opened, AccessEntry.Of("seocho", Event(EventType.FormOpened, ticket)));
        Assert.Equal(
            opened with { Action = AccessEntry.Asked },
            AccessEntry.Of("seocho", Event(EventType.CorrectionsAsked, ticket with { Corrections = ["name"] })));
        Assert.Null(AccessEntry.Of("seocho", Event(EventType.CorrectionsAsked, ticket)));
        Assert.Null(AccessEntry.Of("seocho", Event(EventType.ServiceStarted, ticket)));
    }

    private static AccessEntry Entry(int number) => new(
        "seocho", 40 + number, "2026-03-02", 1_772_410_000_000 + number, "s1", "3", number, 100 + number, "resident", "resident-register", AccessEntry.Opened);

    private static Task<long?> BreakAsync(IReadOnlyList<Chained<AccessEntry>> rows) =>
        HashChain.BreakAsync(ChainEnd.Start, new ChainEnd(Written[^1].Seq, Written[^1].Hash), Rows(rows));

    private static IAsyncEnumerable<Chained<AccessEntry>> Rows(IEnumerable<Chained<AccessEntry>> rows) => rows.ToAsyncEnumerable();
}
