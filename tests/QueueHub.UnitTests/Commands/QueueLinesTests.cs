using QueueHub.Tickets.Commands;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Commands;

public class QueueLinesTests
{
    [Fact]
    public void A_service_that_left_the_configuration_keeps_its_line_while_somebody_waits_in_it()
    {
        var story = new OfficeStory().Issue(1, 100).Issue(2, 200, "closed-down");

        Assert.Equal(["resident", "passport", "closed-down"], QueueLines.Of(OfficeStory.Office, story.State));
        Assert.Equal(["resident", "passport"], QueueLines.Of(OfficeStory.Office, null));
    }
}
