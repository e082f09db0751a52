using System.ComponentModel.DataAnnotations;
using QueueHub.History;
using QueueHub.History.CommandLine;
using QueueHub.History.Retention;
using QueueHub.Platform;

namespace QueueHub.UnitTests.History;

public class KeepingRuleTests
{
    [Theory]
    [InlineData("2026-03-02T03:00:00Z", 1, "2025-03-01")]
    [InlineData("2026-03-01T23:00:00Z", 1, "2025-02-01")]
    [InlineData("2024-03-01T12:00:00Z", 10, "2014-02-01")]
    public void Whole_months_go_and_never_a_day_too_early(string now, int years, string before) =>
        Assert.Equal(DateOnly.Parse(before, null), new KeepingRule("event", years, "KeepYears").Before(DateTimeOffset.Parse(now, null)));

    [Theory]
    [InlineData(0, null, null, false)]
    [InlineData(10, 11, null, false)]
    [InlineData(10, null, 11, false)]
    [InlineData(10, 0, null, false)]
    [InlineData(1, null, null, true)]
    [InlineData(10, 3, 2, true)]
    public void Events_are_not_kept_longer_than_what_they_became(int years, int? events, int? hours, bool sound)
    {
        var options = new HistoryOptions { KeepYears = years, KeepEventsYears = events, KeepHoursYears = hours };
        Assert.Equal(sound, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }

    [Fact]
    public void The_command_line_of_history_says_what_is_wrong_with_it()
    {
        Assert.Equal(("rebuild", "seocho"), HistoryCommandOptions.Parse(["rebuild", "--office", "seocho", "--data", "/srv/hub"]) is var parsed ? (parsed.Verb, parsed.Office) : default);
        Assert.Equal("/tmp/a.dump", HistoryCommandOptions.Parse(["backup", "/tmp/a.dump"]).File);
        foreach (var wrong in new[] { new[] { "burn" }, ["backup"], ["restore", "--data=x"], ["check", "--office"], ["backup", "a", "--office=b"] })
        {
            Assert.Throws<StartException>(() => HistoryCommandOptions.Parse(wrong));
        }
    }
}
