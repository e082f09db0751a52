using System.Reflection;
using CounterClient;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public class RoomTests
{
    private static readonly StaffOffice Seocho = new("seocho", new("서초구청", "Seocho"), StaffRole.Supervisor, []);

    [Fact]
    public void An_older_board_does_not_bring_back_what_was()
    {
        var room = new Room(Board(version: 5));

        Assert.Same(room, room.Fold(Board(version: 4)));
        Assert.Equal(6, room.Fold(Board(version: 6)).Board.Version);
        Assert.Equal("e2", room.Fold(Board(version: 1, epoch: "e2")).Board.Epoch);
    }

    [Theory]
    [InlineData(CounterState.Closed, null, RoomStanding.Closed)]
    [InlineData(CounterState.Open, null, RoomStanding.Free)]
    [InlineData(CounterState.Open, TicketState.Called, RoomStanding.Called)]
    [InlineData(CounterState.Open, TicketState.Serving, RoomStanding.Serving)]
    [InlineData(CounterState.Paused, TicketState.Serving, RoomStanding.Paused)]
    public void What_a_counter_is_at(CounterState state, TicketState? ticket, RoomStanding standing) =>
        Assert.Equal(standing, Room.StandingOf(Stand(state: state, ticket: ticket is { } at ? Ticket(7, at) : null)));

    [Fact]
    public void A_pause_is_over_its_time_only_after_it()
    {
        var paused = Stand(state: CounterState.Paused) with { PauseUntil = Noon };

        Assert.Null(Room.Over(paused, Noon));
        Assert.Equal(TimeSpan.FromMinutes(3), Room.Over(paused, Noon.AddMinutes(3)));
        Assert.Null(Room.Over(paused with { PauseUntil = null }, Noon.AddMinutes(3)));
        Assert.Null(Room.Over(paused with { State = CounterState.Open }, Noon.AddMinutes(3)));
    }

    [Fact]
    public void A_counter_with_a_ticket_is_freed_before_it_can_be_closed()
    {
        Assert.Equal([RoomAction.Open], Offered(CounterState.Closed));
        Assert.Equal([RoomAction.Pause, RoomAction.Services, RoomAction.Close], Offered(CounterState.Open));
        Assert.Equal([RoomAction.Pause, RoomAction.Services, RoomAction.NoShow, RoomAction.Park], Offered(CounterState.Open, TicketState.Called));
        Assert.Equal([RoomAction.Pause, RoomAction.Services, RoomAction.Complete, RoomAction.Park], Offered(CounterState.Open, TicketState.Serving));
        Assert.Equal([RoomAction.Reopen, RoomAction.Services, RoomAction.Close], Offered(CounterState.Paused));
        Assert.Empty(RoomActions.AtCounter(Stand(state: CounterState.Closed), dayOpen: false));
    }

    [Fact]
    public void A_ticket_set_aside_is_commanded_through_its_counter_or_any_other()
    {
        var room = new Room(Board());

        Assert.Equal("2", room.CounterFor(Ticket(7, TicketState.Parked) with { Counter = "2" }));
        Assert.Equal("1", room.CounterFor(Ticket(7, TicketState.Parked) with { Counter = "gone" }));
        Assert.Equal(RoomAction.Resume, RoomActions.Back(Ticket(7, TicketState.Parked)));
        Assert.Equal(RoomAction.Reinstate, RoomActions.Back(Ticket(7, TicketState.NoShow)));
    }

    [Fact]
    public void A_notice_is_shown_by_the_clock()
    {
        var room = new Room(Board() with { Notice = new BoardNotice(new LocalText("안내", "Notice"), Noon.AddMinutes(5)) });

        Assert.NotNull(room.NoticeAt(Noon));
        Assert.Null(room.NoticeAt(Noon.AddMinutes(5)));
    }

    [Theory]
    [InlineData(RoomAction.Open, "counters/3%2FA/open", typeof(OpenCounterRequest))]
    [InlineData(RoomAction.NoShow, "counters/3%2FA/no-show", typeof(TicketRequest))]
    [InlineData(RoomAction.Services, "counters/3%2FA/services", typeof(ServicesRequest))]
    public void Each_order_has_its_address_and_body(RoomAction action, string path, Type body)
    {
        var order = new RoomOrder(action, "3/A", 7);

        Assert.Equal(path, order.Path);
        Assert.IsType(body, order.Body("id"));
    }

    [Fact]
    public void A_notice_is_taken_away_by_one_without_words()
    {
        Assert.Equal(new NoticeRequest("id"), new RoomOrder(RoomAction.TakeNoticeAway).Body("id"));
        Assert.Equal("notice", new RoomOrder(RoomAction.TakeNoticeAway).Path);
    }

    [Theory]
    [InlineData("room", null, false)]
    [InlineData("room/seocho?x=1", "seocho", false)]
    [InlineData("district/", null, true)]
    public void The_supervisors_addresses(string path, string? office, bool all) => Assert.Equal(new RoomAddress(office, all), RoomAddress.Parse(path));

    [Theory]
    [InlineData("")]
    [InlineData("room/a/b")]
    [InlineData("rooms")]
    public void Every_other_address_is_the_clerks(string path) => Assert.Null(RoomAddress.Parse(path));

    [Fact]
    public void Who_supervises_one_office_starts_in_its_room_and_others_with_all_of_them()
    {
        var clerkElsewhere = Seocho with { Slug = "jamwon", Role = StaffRole.Clerk };
        var one = new SignedIn("1", "choi", "최은영", [Seocho, clerkElsewhere]);
        var two = one with { Offices = [Seocho, clerkElsewhere with { Role = StaffRole.Administrator }] };

        Assert.Equal("seocho", RoomAddress.Parse("room")!.Choose(one));
        Assert.Null(RoomAddress.Parse("district")!.Choose(one));
        Assert.Null(RoomAddress.Parse("room")!.Choose(two));
        Assert.Equal("jamwon", RoomAddress.Parse("room/jamwon")!.Choose(two));
    }

    [Fact]
    public void Korean_is_written_in_Korean_and_English_is_not()
    {
        var plain = typeof(RoomTexts).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.PropertyType == typeof(string) && property.Name != nameof(RoomTexts.Language));
        Assert.All(plain, property =>
        {
            Assert.Contains((string)property.GetValue(RoomTexts.Korean)!, letter => letter is >= '가' and <= '힣');
            Assert.DoesNotContain((string)property.GetValue(RoomTexts.English)!, letter => letter is >= '가' and <= '힣');
        });
        foreach (var words in new[] { RoomTexts.Korean, RoomTexts.English })
        {
            Assert.All(Enum.GetValues<RoomAction>(), action => Assert.NotEmpty(words.Action(action)));
            Assert.All(Enum.GetValues<Pace>(), pace => Assert.NotEmpty(words.Pace(pace)));
            Assert.Equal(Enum.GetValues<RoomStanding>().Length, Enum.GetValues<RoomStanding>().Select(words.Standing).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(30, "1분 미만", "< 1 min")]
    [InlineData(1800, "30분", "30 min")]
    [InlineData(3600, "1시간", "1 h")]
    [InlineData(5400, "1시간 30분", "1 h 30 min")]
    public void A_length_is_told_in_minutes(int seconds, string korean, string english)
    {
        Assert.Equal(korean, RoomTexts.Korean.Length(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(english, RoomTexts.English.Length(TimeSpan.FromSeconds(seconds)));
    }

    private static IReadOnlyList<RoomAction> Offered(CounterState state, TicketState? ticket = null) =>
        RoomActions.AtCounter(Stand(state: state, ticket: ticket is { } at ? Ticket(7, at) : null), dayOpen: true);
}
