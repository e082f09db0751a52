using QueueHub.Contracts.Tickets;
using QueueHub.Notify;
using QueueHub.Tickets.Rows;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Notify;

public class DueNoticesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start).AddMinutes(1);

    [Fact]
    public void Who_waits_is_told_once_so_many_are_ahead_or_fewer()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 10).Issue(2, 20).Issue(3, 30).Issue(4, 40);

        Assert.Empty(Due(story, Wish(4, 2, true)));
        Assert.Equal([(3, "ahead")], Due(story, Wish(3, 2, true)));
        Assert.Equal([(2, "ahead")], Due(story, Wish(2, 2, true)));
        Assert.Empty(Due(story, Wish(2, 0, true)));
        story.Call(1, "1");
        Assert.Equal([(4, "ahead")], Due(story, Wish(4, 2, false)));
    }

    [Fact]
    public void Who_is_called_is_told_that_and_not_how_many_were_ahead()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 10).Call(1, "1");

        Assert.Equal([(1, "called")], Due(story, Wish(1, 3, true)));
        Assert.Empty(Due(story, Wish(1, 3, false)));
    }

    [Fact]
    public void A_call_that_is_three_minutes_old_helps_nobody()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 10).Call(1, "1");
        Assert.NotEmpty(DueNotices.Of(story.State, [Wish(1, 0, true)], Now.AddSeconds(119)));
        Assert.Empty(DueNotices.Of(story.State, [Wish(1, 0, true)], Now.AddSeconds(120)));
    }

    [Theory]
    [InlineData(TicketState.Serving, false)]
    [InlineData(TicketState.Parked, false)]
    [InlineData(TicketState.NoShow, false)]
    [InlineData(TicketState.OnTheWay, false)]
    [InlineData(TicketState.Done, true)]
    [InlineData(TicketState.Cancelled, true)]
    [InlineData(TicketState.Expired, true)]
    public void In_other_states_nothing_is_said_and_after_the_visit_the_wish_is_forgotten(TicketState state, bool over)
    {
        var story = new OfficeStory().Issue(1, 10);
        story.Happen(EventType.TicketCancelled, story.Ticket(1) with { State = state });

        Assert.Empty(Due(story, Wish(1, 3, true)));
        Assert.Equal(over ? [1L] : [], DueNotices.Over(story.State, [Wish(1, 3, true), Wish(1, 3, true) with { Channel = NotifyChannel.Number }]));
    }

    [Fact]
    public void A_ticket_that_has_not_reached_this_node_yet_is_left_alone()
    {
        var story = new OfficeStory();
        Assert.Empty(Due(story, Wish(7, 3, true)));
        Assert.Empty(DueNotices.Over(story.State, [Wish(7, 3, true)]));
    }

    [Fact]
    public void Each_leg_of_a_journey_is_a_notice_of_its_own()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 10).Call(1, "1");
        var first = DueNotices.Of(story.State, [Wish(1, 0, true)], Now).Single();
        story.Recall(1);
        Assert.Equal(first, DueNotices.Of(story.State, [Wish(1, 0, true)], Now).Single());
        story.Happen(EventType.TicketCalled, story.Ticket(1) with { Leg = 1 });
        Assert.Equal(first with { Leg = 1 }, DueNotices.Of(story.State, [Wish(1, 0, true)], Now).Single());
    }

    [Fact]
    public void The_index_of_wishes_holds_nothing_but_ordinal_channel_and_wish()
    {
        var entry = Wish(12, 3, true).ToHash();
        Assert.Equal(("12:push", "3:1"), ((string)entry.Name!, (string)entry.Value!));
        Assert.Equal(Wish(12, 3, true), WishEntry.Of(entry));
    }

    [Theory]
    [InlineData("010-1234-5678", "01012345678")]
    [InlineData("010 1234 5678", "01012345678")]
    [InlineData("+82 10-1234-5678", "01012345678")]
    [InlineData("+82 010-1234-5678", "01012345678")]
    [InlineData("0101234567", null)]
    [InlineData("010123456789", null)]
    [InlineData("02-2155-6000", null)]
    [InlineData("011-234-5678", null)]
    [InlineData("０１０12345678", null)]
    [InlineData("01012345678\n1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Mobile_numbers(string? text, string? digits) => Assert.Equal(digits, PhoneNumber.Read(text));

    [Fact]
    public void Retries_wait_twice_as_long_each_time_up_to_half_a_minute_and_never_less_than_was_asked()
    {
        Assert.Equal([0.5, 1, 2, 4, 8, 15, 15], new[] { 1, 2, 3, 4, 5, 6, 60 }.Select(tries => Retry.After(tries, null, luck: 0).TotalSeconds));
        Assert.Equal(30, Retry.After(9, null, luck: 1).TotalSeconds);
        Assert.Equal(45, Retry.After(1, TimeSpan.FromSeconds(45), luck: 1).TotalSeconds);
        Assert.Equal(1, Retry.After(1, TimeSpan.FromMilliseconds(1), luck: 1).TotalSeconds);
    }

    [Fact]
    public void A_wish_for_nothing_or_for_too_much_is_none() => Assert.Equal(
        [true, true, true, false, false, false],
        new Wish[] { new(3, true), new(0, true), new(20, false), new(0, false), new(21, true), new(-1, true) }.Select(wish => wish.IsValid));

    [Theory]
    [InlineData("none", true)]
    [InlineData("solapi", false)]
    [InlineData("nhn", false)]
    [InlineData("pigeon", false)]
    public void A_gateway_without_its_keys_stops_the_start_and_names_no_secret(string gateway, bool valid)
    {
        var options = new NotifyOptions
        {
            Gateway = gateway,
            Contact = "mailto:a@example.kr",
            PushHosts = NotifyOptions.KnownPushHosts,
            Solapi = new() { ApiSecret = "s3cret" },
            Nhn = new() { SecretKey = "s3cret" },
        };
        var complaints = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
        Assert.Equal(valid, System.ComponentModel.DataAnnotations.Validator.TryValidateObject(options, new(options), complaints, validateAllProperties: true));
        Assert.DoesNotContain(complaints, complaint => complaint.ErrorMessage!.Contains("s3cret", StringComparison.Ordinal));
    }

    private static WishEntry Wish(long ticket, int ahead, bool called) => new(ticket, NotifyChannel.Push, new Wish(ahead, called));

    private static IEnumerable<(int, string)> Due(OfficeStory story, params WishEntry[] wishes) =>
        DueNotices.Of(story.State, wishes, Now).Select(due => ((int)due.Ticket, due.Kind));
}
