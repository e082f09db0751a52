namespace QueueHub.BrowserTests;

public class SmokeTests
{
    [Fact]
    public void The_runner_finds_and_runs_this_project() => Assert.True(typeof(SmokeTests).IsPublic);
}
