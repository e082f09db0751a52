using QueueHub.Tickets.Files;

namespace QueueHub.UnitTests.Tickets;

public class RewritePlanTests
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 2, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    [InlineData(100_000, true)]
    public void A_closed_office_is_given_time_for_its_last_forms(int seconds, bool due) => Assert.Equal(due, IsDue(Never, seconds, 0));

    [Theory]
    [InlineData(-3600, true)]
    [InlineData(0, true)]
    [InlineData(89, true)]
    [InlineData(90, false)]
    [InlineData(3600, false)]
    public void A_rewrite_does_when_it_was_started_after_that_time(int rewritten, bool due) => Assert.Equal(due, IsDue(Eight.AddSeconds(rewritten), 100_000, 0));

    [Fact]
    public void Offices_that_close_together_need_one_rewrite()
    {
        int[] closings = [.. Enumerable.Range(0, 24).Select(office => 3 * office)];

        var first = Enumerable.Range(0, 1000).First(second => IsDue(Never, second, closings));

        Assert.Equal(closings[^1] + 90, first);
        Assert.DoesNotContain(Enumerable.Range(first, 100_000), second => IsDue(Eight.AddSeconds(first), second, closings));
    }

    [Fact]
    public void One_office_after_the_other_does_not_put_it_off_for_ever()
    {
        int[] closings = [.. Enumerable.Range(0, 100).Select(office => 60 * office)];

        Assert.Equal(900, Enumerable.Range(0, 10_000).First(second => IsDue(Never, second, [.. closings.Where(closed => closed <= second)])));
    }

    [Fact]
    public void Nothing_is_to_be_done_before_any_office_has_closed() => Assert.False(IsDue(Never, 100_000));

    [Theory]
    [InlineData(12 * 3600 - 1, -1, false)]
    [InlineData(12 * 3600, -1, true)]
    [InlineData(100_000, 0, true)]
    [InlineData(100_000, 1, false)]
    public void A_prepared_form_that_went_at_a_weekend_waits_half_a_day(int now, int rewritten, bool due) =>
        Assert.Equal(due, RewritePlan.IsDue([], [Eight], Eight.AddSeconds(rewritten), Eight.AddSeconds(now)));

    [Fact]
    public void A_prepared_form_that_is_kept_needs_no_rewrite() => Assert.False(RewritePlan.IsDue([], [Eight.AddDays(2)], Never, Eight));

    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    private static bool IsDue(DateTimeOffset rewritten, int now, params int[] closings) =>
        RewritePlan.IsDue(closings.Select(seconds => Eight.AddSeconds(seconds)), [], rewritten, Eight.AddSeconds(now));
}
