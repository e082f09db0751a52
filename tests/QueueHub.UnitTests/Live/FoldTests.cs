using CsCheck;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class FoldTests
{
    [Fact]
    public void People_ahead_follow_the_score_and_equal_scores_keep_the_order_of_issue()
    {
        var story = new OfficeStory().Issue(1, 500).Issue(2, 300).Issue(3, 500);

        Assert.Equal([1, 0, 2], new long[] { 1, 2, 3 }.Select(ordinal => story.State.PeopleAhead(story.Ticket(ordinal))!.Value));
    }

    [Fact]
    public void A_called_ticket_leaves_its_line_and_those_behind_move_up()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 100).Issue(2, 200).Call(1, "1");

        Assert.Null(story.State.PeopleAhead(story.Ticket(1)));
        Assert.Equal(0, story.State.PeopleAhead(story.Ticket(2)));
    }

    [Fact]
    public void A_transferred_ticket_stands_in_the_new_line_only()
    {
        var story = new OfficeStory().Issue(1, 100);

        story.Happen(EventType.TicketTransferred, story.Ticket(1) with { Service = "passport", Score = 50 });

        Assert.Empty(story.State.Line("resident"));
        Assert.Single(story.State.Line("passport"));
    }

    [Fact]
    public void A_ticket_is_found_by_its_tokens_hash_until_the_next_day_opens()
    {
        var story = new OfficeStory().Issue(7, 100);
        Assert.Equal(7, story.State.ByToken("hash7")?.Ordinal);

        story.Happen(EventType.DayOpened);

        Assert.Null(story.State.ByToken("hash7"));
        Assert.Empty(story.State.Line("resident"));
    }

    [Fact]
    public void A_missing_event_is_a_gap_and_an_old_one_changes_nothing()
    {
        var story = new OfficeStory().Issue(1, 100).Issue(2, 200);

        Assert.Same(story.State, Fold.Apply(story.State, story.Log[0]));
        Assert.Throws<GapException>(() => Fold.Apply(story.State, story.Log[^1] with { Version = story.State.Version + 2 }));
        Assert.Throws<GapException>(() => Fold.Apply(story.State, story.Log[^1] with { Version = story.State.Version + 1, Epoch = "other" }));
    }

    [Fact]
    public void Joining_at_any_version_with_rows_of_any_later_one_ends_in_the_same_state() =>
        Gen.Select(Gen.Int[0, 7].Array[1, 60], Gen.Int, Gen.Int).Sample((steps, from, rowsAt) =>
        {
            var story = Play(steps);
            var start = Math.Abs(from % story.Log.Count);
            var later = start + Math.Abs(rowsAt % (story.Log.Count - start));
            var atStart = FoldUpTo(story, start);
            var atLater = FoldUpTo(story, later);

            // As a node joins: the version first, the rows a little later, then the log from that version.
            var joined = Fold.FromRows(
                "seocho", OfficeStory.Epoch, atStart.Version, atStart.At, atStart.Day, atStart.DayOpen,
                atLater.Tickets.Values, atLater.Counters.Values);
            var caughtUp = story.Log.Where(@event => @event.Version > atStart.Version).Aggregate(joined, Fold.Apply);

            Assert.Equal(story.State.Version, caughtUp.Version);
            Assert.Equal(Describe(story.State), Describe(caughtUp));
        });

    private static OfficeState FoldUpTo(OfficeStory story, int index) =>
        story.Log.Take(index + 1).Aggregate(OfficeState.Empty("seocho") with { Epoch = OfficeStory.Epoch }, Fold.Apply);

    private static OfficeStory Play(int[] steps)
    {
        var story = new OfficeStory().Open("1", "resident");
        long next = 1;
        foreach (var step in steps)
        {
            var waiting = story.State.Line("resident");
            var held = story.State.Counters["1"].Ticket;
            switch (step)
            {
                case 0 or 1:
                    story.Issue(next, 1000 - (next * 37 % 11));
                    next++;
                    break;
                case 2 when held is null && !waiting.IsEmpty:
                    story.Call(waiting[0].Ordinal, "1");
                    break;
                case 3 when held is { } called:
                    story.Recall(called);
                    break;
                case 4 when held is { } absent:
                    story.Become(absent, TicketState.NoShow, EventType.TicketNoShow);
                    break;
                case 6 when held is { } putBack:
                    story.Requeue(putBack);
                    break;
                case 5 when held is { } done:
                    story.Finish(done, 1000 * (done % 7));
                    break;
                case 7 when held is null && story.State.Finished.Values.FirstOrDefault(endings => !endings.IsEmpty)?.Max is { } ended:
                    story.Undo(ended.Ordinal, "1");
                    break;
            }
        }

        return story;
    }

    private static string Describe(OfficeState state) => string.Join('\n',
        state.Tickets.Values.OrderBy(row => row.Ordinal).Select(row => $"{row.Ordinal} {row.State} {row.CallId}")
            .Concat(state.Counters.Values.OrderBy(row => row.Id).Select(row => $"{row.Id} {row.State} {row.Ticket}"))
            .Concat(state.Lines.Where(line => !line.Value.IsEmpty).OrderBy(line => line.Key).Select(line => $"{line.Key}: {string.Join(',', line.Value.Select(place => place.Ordinal))}"))
            .Append($"calls {string.Join(',', state.Calls.Select(call => $"{call.Id} {call.Number} {call.Times}"))}")
            .Concat(state.Finished.Where(line => !line.Value.IsEmpty).OrderBy(line => line.Key).Select(line => $"finished {line.Key}: {string.Join(',', line.Value)}"))
            .Append($"aside {string.Join(',', state.Aside.Order())}")
            .Append($"day {state.Day} {state.DayOpen}"));
}
