using QueueHub.Intake;
using QueueHub.Offices;

namespace QueueHub.UnitTests.Intake;

public class HoursTests
{
    [Theory]
    [InlineData("ko", "월–금 09:00–18:00", DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday)]
    [InlineData("en", "Mon, Wed–Thu 09:00–18:00", DayOfWeek.Thursday, DayOfWeek.Monday, DayOfWeek.Wednesday)]
    [InlineData("en", "Sat–Sun 09:00–18:00", DayOfWeek.Sunday, DayOfWeek.Saturday)]
    public void Days_that_follow_each_other_are_one_run(string language, string read, params DayOfWeek[] days) =>
        Assert.Equal(read, Hours.Read(new OpeningHours(days, new TimeOnly(9, 0), new TimeOnly(18, 0)), language));
}
