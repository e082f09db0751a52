using CsCheck;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class ExpectationTests
{
    private const long Minute = 60_000;

    private static int? Newcomer(OfficeStory story, string service = "resident") =>
        Expectation.Of(story.State, OfficeStory.Office, DateTimeOffset.FromUnixTimeMilliseconds(story.State.At)).Newcomer(service);

    // Visits that took ten minutes each, at a counter that is closed again.
    private static OfficeStory WithPast(int visits, string service = "resident", long took = 10 * Minute)
    {
        var story = new OfficeStory();
        AddPast(story, visits, service, took, 1000);
        return story;
    }

    private static void AddPast(OfficeStory story, int visits, string service, long took, long from)
    {
        story.Open("1", service);
        for (var ordinal = from; ordinal < from + visits; ordinal++)
        {
            story.Issue(ordinal, ordinal, service).Call(ordinal, "1").Finish(ordinal, took);
        }

        story.Happen(EventType.CounterClosed, null, new CounterRow("1", CounterState.Closed, OfficeStory.Start));
    }

    private static OfficeStory WithLine(OfficeStory story, int people, string service = "resident", long from = 1)
    {
        for (var ordinal = from; ordinal < from + people; ordinal++)
        {
            story.Issue(ordinal, ordinal, service);
        }

        return story;
    }

    [Fact]
    public void Each_person_ahead_takes_as_long_as_the_last_visits_did() =>
        Assert.Equal(30, Newcomer(WithLine(WithPast(5), 3).Open("1", "resident")));

    [Fact]
    public void Two_counters_share_the_line() =>
        Assert.Equal(15, Newcomer(WithLine(WithPast(5), 3).Open("1", "resident").Open("2", "resident")));

    [Fact]
    public void A_free_counter_takes_who_comes_at_once() =>
        Assert.Equal(0, Newcomer(WithPast(5).Open("1", "resident")));

    [Fact]
    public void Nothing_is_said_of_few_visits_or_without_an_open_counter()
    {
        Assert.Null(Newcomer(WithLine(WithPast(4), 3).Open("1", "resident")));
        Assert.Null(Newcomer(WithLine(WithPast(5), 3)));
        Assert.Null(Newcomer(WithLine(WithPast(5), 3).Open("1", "passport")));
    }

    [Fact]
    public void Only_the_last_visits_count()
    {
        var story = WithPast(30, took: 50 * Minute);
        AddPast(story, Expectation.Recent, "resident", 5 * Minute, 2000);

        Assert.Equal(5, Newcomer(WithLine(story, 1).Open("1", "resident")));
    }

    [Fact]
    public void A_visit_that_was_taken_back_counts_no_longer()
    {
        var story = WithPast(5).Open("1", "resident");
        Assert.Equal(0, Newcomer(story));

        Assert.Null(Newcomer(story.Undo(1004, "1")));
    }

    [Fact]
    public void Who_is_being_served_counts_with_what_is_left_and_never_with_nothing()
    {
        int? After(int minutes)
        {
            var story = WithLine(WithPast(5), 1).Open("1", "resident").Call(1, "1");
            story.Happen(EventType.ServiceStarted, story.Ticket(1) with { State = TicketState.Serving, ServedAt = story.State.At });
            var now = DateTimeOffset.FromUnixTimeMilliseconds(story.State.At - 1000).AddMinutes(minutes);
            return Expectation.Of(story.State, OfficeStory.Office, now).Newcomer("resident");
        }

        Assert.Equal([10, 6, 3], [After(0), After(4), After(60)]);
    }

    [Fact]
    public void A_counter_that_only_helps_does_its_own_line_first()
    {
        var story = WithPast(5);
        AddPast(story, 5, "passport", 20 * Minute, 3000);
        WithLine(WithLine(story, 1), 2, "passport", 10);
        story.Happen(EventType.CounterOpened, null,
            new CounterRow("2", CounterState.Open, OfficeStory.Start, "kim", Primary: ["passport"], Helping: ["resident"]));

        Assert.Equal(50, Newcomer(story));
        Assert.Equal(40, Newcomer(story, "passport"));
    }

    [Fact]
    public void Those_who_wait_expect_what_was_ahead_of_them_and_the_next_one_nothing()
    {
        var story = WithLine(WithPast(5), 3).Open("1", "resident");
        var rows = story.State.Line("resident").Select(place => story.Ticket(place.Ordinal));

        Assert.Equal([0, 10, 20], Expectation.Of(story.State, OfficeStory.Office, DateTimeOffset.FromUnixTimeMilliseconds(story.State.At)).InOrder(rows));
    }

    [Fact]
    public void Who_waits_for_one_counter_alone_is_not_helped_by_another()
    {
        var story = WithLine(WithPast(5), 1).Open("1", "resident").Open("2", "resident").Call(1, "1");
        story.Happen(EventType.TicketIssued, story.Ticket(1) with { Ordinal = 2, Number = 2, State = TicketState.Waiting, Counter = null, Target = "1", TokenHash = "hash2" });

        var minutes = Expectation.Of(story.State, OfficeStory.Office, DateTimeOffset.FromUnixTimeMilliseconds(story.State.At)).InOrder([story.Ticket(2)]);

        Assert.Equal([10], minutes);
        Assert.Equal(0, Newcomer(story));
    }

    [Fact]
    public void More_people_ahead_never_expect_less() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 40], Gen.Bool, Gen.Bool).Sample((people, more, inOtherLine, secondCounter) =>
        {
            OfficeStory Told(int extra)
            {
                var story = WithLine(WithPast(7), people).Open("1", "resident", "passport");
                WithLine(story, extra, inOtherLine ? "passport" : "resident", 500);
                return secondCounter ? story.Open("2", "resident") : story;
            }

            Assert.True(Newcomer(Told(more)) >= Newcomer(Told(0)));
        }, iter: 50);

    [Fact]
    public void More_counters_never_expect_more() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Bool).Sample((people, others, helping) =>
        {
            var story = WithLine(WithLine(WithPast(7), people), others, "passport", 500).Open("1", "resident");
            var alone = Newcomer(story);
            story.Happen(EventType.CounterOpened, null, new CounterRow("2", CounterState.Open, OfficeStory.Start, "lee",
                Primary: helping ? ["passport"] : ["passport", "resident"], Helping: helping ? ["resident"] : null));

            Assert.True(Newcomer(story) <= alone);
        }, iter: 50);
}
