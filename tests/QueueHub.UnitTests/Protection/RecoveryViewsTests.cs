using QueueHub.Contracts;
using QueueHub.Protection.Recovery;

namespace QueueHub.UnitTests.Protection;

/// <summary>What clerks and supervisors see of the recovery room.</summary>
public class RecoveryViewsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_772_410_000);
    private static readonly LocalText Name = new("아담소", "Adamso recovery room");

    [Fact]
    public void The_room_is_taken_until_the_last_of_the_bookings_that_follow_each_other_at_once()
    {
        Assert.Null(Of(null, []).TakenUntil);
        Assert.Null(Of(null, [Booking("s1", 10, 20)]).TakenUntil);
        Assert.Equal(Now.AddMinutes(20), Of(null, [Booking("s1", -5, 20), Booking("s2", 25, 40)]).TakenUntil);
        Assert.Equal(Now.AddMinutes(40), Of(null, [Booking("s1", -5, 20), Booking("s2", 20, 40)]).TakenUntil);
    }

    [Fact]
    public void A_clerk_sees_the_own_booking_alone_a_supervisor_who_has_it()
    {
        var bookings = new[] { Booking("s1", -5, 20), Booking("s2", 25, 40) };

        Assert.Equal(["s2"], Of("s2", bookings).Bookings.Select(booking => booking.Staff));
        Assert.Empty(Of("s3", bookings).Bookings);
        Assert.NotNull(Of("s3", bookings).TakenUntil);
        Assert.Equal([("s1", "김서연", "3"), ("s2", "s2", "3")], Of(null, bookings).Bookings.Select(booking => (booking.Staff, booking.StaffName, booking.Counter!)));
    }

    [Fact]
    public void An_office_without_a_room_has_nothing_to_show() =>
        Assert.Equal((null, null, 0), RecoveryViews.Of(null, [Booking("s1", -5, 20)], null, new Dictionary<string, string>(), Now) is { } room
            ? (room.Name, room.TakenUntil, room.Bookings.Count) : default);

    private static Contracts.Protection.RecoveryRoom Of(string? only, IReadOnlyList<RoomBooking> bookings) =>
        RecoveryViews.Of(Name, bookings, only, new Dictionary<string, string> { ["s1"] = "김서연" }, Now);

    private static RoomBooking Booking(string staff, int from, int until) => new("b", "seocho", staff, "3", Now.AddMinutes(from), Now.AddMinutes(until), "r");
}
