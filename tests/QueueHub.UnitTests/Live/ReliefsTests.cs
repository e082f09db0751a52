using CsCheck;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

/// <summary>Two services, four counters: 1 and 2 each with one of them and helping the other, 3 for passports alone, 4 for certificates alone.</summary>
public class ReliefsTests
{
    private const long Minute = 60_000;

    private static readonly OfficeDocument Office = OfficeStory.Office with
    {
        Counters = [new("1", ["resident"], ["passport"]), new("2", ["passport"], ["resident"]), new("3", ["passport"], []), new("4", ["resident"], [])],
    };

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start).AddHours(1);

    private static DeskService Line(OfficeStory story, string service = "resident") =>
        DeskBuilder.Build(story.State, Office, Opening.Always, new Dictionary<string, string>(), Now, false).Services.Single(line => line.Id == service);

    // Certificates took ten minutes, passports twenty; nobody waits and all counters are closed.
    private static OfficeStory Known()
    {
        var story = new OfficeStory();
        foreach (var (service, from, took) in new[] { ("resident", 1000L, 10), ("passport", 2000L, 20) })
        {
            story.Open("1", service);
            for (var ordinal = from; ordinal < from + 5; ordinal++)
            {
                story.Issue(ordinal, ordinal, service).Call(ordinal, "1").Finish(ordinal, took * Minute);
            }
        }

        story.Happen(EventType.CounterClosed, null, new CounterRow("1", CounterState.Closed, OfficeStory.Start));
        return story;
    }

    private static OfficeStory With(OfficeStory story, int people, string service = "resident", long from = 1)
    {
        for (var ordinal = from; ordinal < from + people; ordinal++)
        {
            story.Issue(ordinal, ordinal, service);
        }

        return story;
    }

    private static OfficeStory Work(OfficeStory story, string counter, CounterState state, string[] primary, string[] helping, long? until = null)
    {
        story.Happen(EventType.CounterOpened, null, new CounterRow(counter, state, OfficeStory.Start, "kim", Primary: primary, Helping: helping, PauseUntil: until));
        return story;
    }

    [Fact]
    public void A_closed_counter_is_to_be_opened_and_its_effect_told()
    {
        var line = Line(With(Known(), 6).Open("1", "resident"));

        Assert.Equal((Pace.Busy, 60), (line.Pace, line.Expected));
        // Counter 2 helps, and nobody waits for what it does first; of equals the first of the office's.
        Assert.Equal(new DeskRelief("2", ReliefKind.Open, 60, 30), line.Relief);
        Assert.Equal(new DeskRelief("4", ReliefKind.Open, 60, 30), Line(With(With(Known(), 6).Open("1", "resident"), 1, "passport", 500)).Relief);
    }

    [Fact]
    public void A_line_that_is_not_full_needs_nothing()
    {
        Assert.Null(Line(With(Known(), 4).Open("1", "resident")).Relief);
        Assert.Null(Line(Known()).Relief);
    }

    [Fact]
    public void People_without_any_counter_get_one_even_when_nothing_is_known_of_their_visits()
    {
        Assert.Equal(ReliefKind.Open, Line(With(new OfficeStory(), 1)).Relief!.Kind);
        Assert.Equal((null, null), (Line(With(new OfficeStory(), 1)).Relief!.Before, Line(With(new OfficeStory(), 1)).Relief!.After));
        Assert.Equal((null, 10), (Line(With(Known(), 1)).Relief!.Before, Line(With(Known(), 1)).Relief!.After));
    }

    [Fact]
    public void An_idle_open_counter_helps_before_another_is_opened()
    {
        var story = Work(With(Known(), 6).Open("1", "resident"), "2", CounterState.Open, ["passport"], []);

        Assert.Equal(new DeskRelief("2", ReliefKind.Help, 60, 30), Line(story).Relief);
    }

    [Fact]
    public void A_pause_that_is_over_ends_and_one_that_is_not_is_left_alone()
    {
        OfficeStory Paused(long until) => Work(
            Work(Work(With(Known(), 12).Open("1", "resident"), "2", CounterState.Open, ["passport"], ["resident"]), "3", CounterState.Open, ["passport"], []),
            "4", CounterState.Paused, ["resident"], [], Now.ToUnixTimeMilliseconds() + until);

        Assert.Equal(("4", ReliefKind.Resume), (Line(Paused(-1)).Relief!.Counter, Line(Paused(-1)).Relief!.Kind));
        Assert.NotEqual("4", Line(Paused(Minute)).Relief?.Counter);
    }

    [Fact]
    public void A_closed_day_opens_nothing()
    {
        var story = With(Known(), 6);
        story.Happen(EventType.DayClosed);

        Assert.Null(Line(story).Relief);
    }

    [Fact]
    public void Nothing_is_proposed_that_the_office_does_not_let_a_counter_do()
    {
        var story = Work(Work(With(Known(), 6).Open("1", "resident"), "3", CounterState.Open, ["passport"], []), "2", CounterState.Open, ["passport"], ["resident"]);
        Work(story, "4", CounterState.Open, ["resident"], []);

        Assert.NotEqual("3", Line(With(story, 12, from: 100)).Relief?.Counter);
    }

    [Fact]
    public void It_helps_by_what_it_says_and_makes_no_other_line_much_worse() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 4].Array[4]).Sample((residents, passports, works) =>
        {
            var story = With(With(Known(), residents), passports, "passport", 500);
            for (var at = 0; at < 4; at++)
            {
                var counter = Office.Counters[at];
                _ = works[at] switch
                {
                    0 => story,
                    1 => Work(story, counter.Id, CounterState.Open, [.. counter.Primary], []),
                    2 => Work(story, counter.Id, CounterState.Open, [.. counter.Primary], [.. counter.Helping]),
                    3 => Work(story, counter.Id, CounterState.Paused, [.. counter.Primary], [.. counter.Helping]),
                    _ => Work(story, counter.Id, CounterState.Open, ["resident", "passport"], []),
                };
            }

            foreach (var service in Office.ServiceIds)
            {
                var line = Line(story, service);
                Assert.Equal(line.Relief, Line(story, service).Relief);
                if (line.Relief is not { } relief)
                {
                    continue;
                }

                var other = service == "resident" ? "passport" : "resident";
                var before = Line(story, other).Expected;
                Assert.Equal(line.Expected, relief.Before);
                Assert.True(line.Pace is Pace.Busy or Pace.NoCounter);
                Assert.True(line.Pace == Pace.NoCounter || relief.Before - relief.After >= Reliefs.LeastGain);
                Do(story, relief, service);
                Assert.Equal(relief.After, Line(story, service).Expected);
                Assert.True(before is null || Line(story, other).Expected - before <= Reliefs.MostHarm);
            }
        }, iter: 200);

    // What the supervisor would then order.
    private static void Do(OfficeStory story, DeskRelief relief, string service)
    {
        var (meant, row) = (Office.Counter(relief.Counter)!, story.State.Counters.GetValueOrDefault(relief.Counter));
        _ = relief.Kind switch
        {
            ReliefKind.Open => Work(story, relief.Counter, CounterState.Open, [.. meant.Primary], [.. meant.Helping]),
            ReliefKind.Resume => Work(story, relief.Counter, CounterState.Open, [.. row!.Primary!], [.. row.Helping ?? []]),
            ReliefKind.Help => Work(story, relief.Counter, CounterState.Open, [.. row!.Primary!], [.. row.Helping ?? [], service]),
            _ => Work(story, relief.Counter, CounterState.Open, [.. row!.Primary!, service], [.. (row.Helping ?? []).Where(id => id != service)]),
        };
    }
}
