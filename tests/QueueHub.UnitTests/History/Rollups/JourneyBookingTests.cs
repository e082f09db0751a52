using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.History.Rollups;
using QueueHub.TestSupport;

namespace QueueHub.UnitTests.History.Rollups;

/// <summary>Which visits went to several services.</summary>
public class JourneyBookingTests
{
    [Theory]
    [InlineData("tax", null)]
    [InlineData("tax>tax", null)]
    [InlineData("tax>passport", "tax>passport")]
    [InlineData("tax>tax>passport>passport>tax", "tax>passport>tax")]
    public void Who_is_passed_on_to_another_counter_of_the_same_service_goes_nowhere_else(string stops, string? journey)
    {
        var ticket = new TicketHistory(
            "seocho", "2026-03-02", 1, 1, 1, "tax", ["tax"], 0, "standard", "phone", "ko", TicketState.Waiting, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)
        {
            Stops = [.. stops.Split('>').Select(service => new Stop(service, 0))],
        };

        var booked = TicketBookings.Of(ticket, SeoulFacts.Seoul).Where(booking => booking.Kind == RollupKind.Journey).Select(booking => booking.Key);

        Assert.Equal(journey is null ? [] : [journey], booked);
    }
}
