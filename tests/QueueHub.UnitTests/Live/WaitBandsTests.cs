using CsCheck;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class WaitBandsTests(ITestOutputHelper output)
{
    private const long Minute = 60_000;

    private static WaitBand? Newcomer(OfficeStory story, string service = "resident", double later = 0) =>
        new WaitBands(story.State, OfficeStory.Office, DateTimeOffset.FromUnixTimeMilliseconds(story.State.At).AddMinutes(later)).Newcomer(service);

    // Visits at a counter that is closed again.
    private static OfficeStory WithPast(IEnumerable<double> minutes, string service = "resident", long from = 1000, OfficeStory? story = null)
    {
        story ??= new OfficeStory();
        story.Open("1", service);
        foreach (var took in minutes)
        {
            story.Issue(from, from, service).Call(from, "1");
            var began = story.State.At - (long)(took * Minute);
            story.Happen(EventType.TicketCompleted,
                story.Ticket(from) with { State = TicketState.Done, CalledAt = began, ServedAt = began, Since = story.State.At },
                story.State.Counters["1"] with { Ticket = null });
            from++;
        }

        story.Happen(EventType.CounterClosed, null, new CounterRow("1", CounterState.Closed, OfficeStory.Start));
        return story;
    }

    private static OfficeStory WithPast(int visits = 8, double minutes = 10, string service = "resident") => WithPast(Enumerable.Repeat(minutes, visits), service);

    private static OfficeStory WithLine(OfficeStory story, int people, string service = "resident", long from = 1)
    {
        for (var ordinal = from; ordinal < from + people; ordinal++)
        {
            story.Issue(ordinal, ordinal, service);
        }

        return story;
    }

    [Fact]
    public void Nothing_is_said_of_few_visits_or_without_an_open_counter()
    {
        Assert.Null(Newcomer(WithLine(WithPast(4), 3).Open("1", "resident")));
        Assert.Null(Newcomer(WithLine(WithPast(5), 3)));
        Assert.Null(Newcomer(WithLine(WithPast(5), 3).Open("1", "passport")));
        Assert.NotNull(Newcomer(WithLine(WithPast(5), 3).Open("1", "resident")));
    }

    [Fact]
    public void The_band_is_about_the_work_ahead_and_two_counters_halve_it()
    {
        Assert.Equal(new WaitBand(15, 50), Newcomer(WithLine(WithPast(), 3).Open("1", "resident")));
        Assert.Equal(new WaitBand(8, 25), Newcomer(WithLine(WithPast(), 3).Open("1", "resident").Open("2", "resident")));
    }

    [Fact]
    public void A_free_counter_takes_who_comes_within_a_minute() =>
        Assert.Equal(new WaitBand(0, 1), Newcomer(WithPast().Open("1", "resident")));

    [Fact]
    public void Visits_that_differ_make_a_wider_band()
    {
        var alike = Newcomer(WithLine(WithPast(20), 6).Open("1", "resident"))!;
        var unlike = Newcomer(WithLine(WithPast(Enumerable.Range(0, 20).Select(visit => visit % 2 == 0 ? 2.0 : 18)), 6).Open("1", "resident"))!;

        Assert.True(unlike.Low < alike.Low && unlike.High > alike.High, $"{unlike} against {alike}");
    }

    [Fact]
    public void The_last_visits_weigh_more()
    {
        var slower = Newcomer(WithLine(WithPast([.. Enumerable.Repeat(4.0, 12), .. Enumerable.Repeat(12.0, 12)]), 5).Open("1", "resident"))!;
        var faster = Newcomer(WithLine(WithPast([.. Enumerable.Repeat(12.0, 12), .. Enumerable.Repeat(4.0, 12)]), 5).Open("1", "resident"))!;

        Assert.True(slower.Low > faster.Low && slower.High > faster.High, $"{slower} against {faster}");
    }

    [Fact]
    public void A_visit_that_nobody_ended_on_the_console_does_not_spoil_the_day()
    {
        var story = WithPast([.. Enumerable.Repeat(5.0, 15), 300]);

        Assert.True(Newcomer(WithLine(story, 1).Open("1", "resident"))!.High <= 15);
    }

    [Fact]
    public void Work_under_way_counts_with_what_is_left_of_it()
    {
        var story = WithLine(WithPast(30), 1).Open("1", "resident").Call(1, "1");
        story.Happen(EventType.ServiceStarted, story.Ticket(1) with { State = TicketState.Serving, CalledAt = story.State.At, ServedAt = story.State.At });

        var (fresh, nearlyOver) = (Newcomer(story)!, Newcomer(story, later: 9)!);

        Assert.True(nearlyOver.Low < fresh.Low && nearlyOver.High < fresh.High, $"{nearlyOver} after {fresh}");
    }

    [Fact]
    public void A_counter_that_only_helps_does_its_own_line_first()
    {
        var story = WithPast();
        WithPast(Enumerable.Repeat(20.0, 8), "passport", 3000, story);
        WithLine(WithLine(story, 1), 2, "passport", 10);
        story.Happen(EventType.CounterOpened, null,
            new CounterRow("2", CounterState.Open, OfficeStory.Start, "kim", Primary: ["passport"], Helping: ["resident"]));

        Assert.True(Newcomer(story)!.Low >= 25);
        Assert.True(Newcomer(story)!.High > Newcomer(story, "passport")!.High);
    }

    [Fact]
    public void Whoever_has_a_credit_is_told_of_those_who_come_first_all_the_same()
    {
        var story = WithPast().Open("1", "resident");
        for (var ordinal = 1; ordinal <= 6; ordinal++)
        {
            story.Issue(ordinal, story.State.At - (ordinal * Minute));
        }

        var bands = new WaitBands(story.State, OfficeStory.Office, DateTimeOffset.FromUnixTimeMilliseconds(story.State.At));

        Assert.Equal(6, bands.Ahead("resident"));
        Assert.Equal(3, bands.Ahead("resident", (long)(3.5 * Minute)));
        Assert.True(bands.Newcomer("resident", (long)(3.5 * Minute))!.High < bands.Newcomer("resident")!.High);
    }

    [Fact]
    public void More_people_ahead_never_expect_less_and_the_band_is_in_order() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 10], Gen.Bool, Gen.Double[1, 30].Array[5, 40]).Sample((people, others, secondCounter, past) =>
        {
            var story = WithPast(past).Open("1", "resident", "passport");
            story = WithLine(secondCounter ? story.Open("2", "resident") : story, people + 1);
            WithLine(story, others, "passport", 500);
            var bands = new WaitBands(story.State, OfficeStory.Office, DateTimeOffset.FromUnixTimeMilliseconds(story.State.At));
            var inOrder = story.State.Line("resident").Select(place => bands.Of(story.Ticket(place.Ordinal))!).Append(bands.Newcomer("resident")!).ToList();

            Assert.All(inOrder, band => Assert.True(0 <= band.Low && band.Low < band.High));
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.Low <= pair.Second.Low && pair.First.High <= pair.Second.High));
        }, iter: 60);

    private static bool IsWithin((WaitBand Band, int Ahead, double Waited) one) => one.Waited >= one.Band.Low && one.Waited <= one.Band.High;

    [Fact]
    public void Over_many_days_about_eight_of_ten_waits_end_within_what_was_foretold()
    {
        var outcomes = Enumerable.Range(1, 120).SelectMany(seed => new BusyDay(seed).Outcomes).ToList();
        double Share(Func<(WaitBand Band, int Ahead, double Waited), bool> of) => outcomes.Count(of) / (double)outcomes.Count;
        var (within, sooner, later) = (
            Share(IsWithin), Share(one => one.Waited < one.Band.Low), Share(one => one.Waited > one.Band.High));
        output.WriteLine($"{outcomes.Count} waits: {within:P1} within, {sooner:P1} sooner, {later:P1} later");
        foreach (var group in outcomes.GroupBy(one => one.Ahead switch { 0 => 0, <= 3 => 1, <= 8 => 4, <= 15 => 9, _ => 16 }).OrderBy(group => group.Key))
        {
            output.WriteLine(
                $"{group.Key,2} or more ahead: {group.Count(),6} waits, {group.Average(one => IsWithin(one) ? 1.0 : 0):P1} within, "
                + $"{group.Average(one => one.Waited > one.Band.High ? 1.0 : 0):P1} later, {group.Average(one => one.Waited):0.0} minutes, "
                + $"band {group.Average(one => one.Band.Low):0.0}–{group.Average(one => one.Band.High):0.0}");
        }

        Assert.True(outcomes.Count > 10_000);
        Assert.InRange(within, 0.78, 0.9);
        Assert.InRange(later, 0.02, 0.12);
        Assert.InRange(sooner, 0.02, 0.12);
    }
}
