using Simulator;

namespace QueueHub.UnitTests.Demo;

public class SimulatorOptionsTests
{
    [Fact]
    public void What_the_hub_says_is_understood() => Assert.Equal(
        new SimulatorOptions(new Uri("http://127.0.0.1:8080/"), 2.5, 7, "AB"),
        SimulatorOptions.Parse(["--hub", "http://127.0.0.1:8080/", "--speed", "2.5", "--seed", "7", "--certificate", "AB"]));

    [Theory]
    [InlineData]
    [InlineData("--hub")]
    [InlineData("--hub", "nowhere")]
    [InlineData("--speed", "10")]
    [InlineData("--hub", "http://127.0.0.1/", "--speed", "0")]
    [InlineData("--hub", "http://127.0.0.1/", "--speed", "fast")]
    [InlineData("--hub", "http://127.0.0.1/", "--seed", "-1")]
    [InlineData("--hub", "http://127.0.0.1/", "--hurry", "1")]
    public void What_cannot_be_understood_gets_the_help(params string[] args) => Assert.Null(SimulatorOptions.Parse(args));
}
