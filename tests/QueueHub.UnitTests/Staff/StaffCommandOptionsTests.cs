using QueueHub.Contracts.Staff;
using QueueHub.Platform;
using QueueHub.Staff.Accounts;
using QueueHub.Staff.CommandLine;

namespace QueueHub.UnitTests.Staff;

public class StaffCommandOptionsTests
{
    [Fact]
    public void The_first_administrator_is_of_the_whole_district()
    {
        var options = StaffCommandOptions.Parse(["add", "boss", "--display", "김관리", "--administrator", "--data", "/srv/hub"]);

        Assert.Equal(("add", "boss", "김관리"), (options.Verb, options.Name, options.DisplayName));
        Assert.Equal(new StaffGrant(null, StaffRole.Administrator), options.Grant);
        Assert.Equal("/srv/hub", options.Hub.DataFolder);
    }

    [Fact]
    public void Others_may_be_made_too() => Assert.Equal(
        new StaffGrant("seocho", StaffRole.Clerk), StaffCommandOptions.Parse(["add", "kim", "--display=김서연", "--role", "clerk", "--office=seocho"]).Grant);

    [Theory]
    [InlineData("list")]
    [InlineData("help")]
    [InlineData("help", "--help")]
    [InlineData("reset", "reset", "kim", "--ConnectionStrings:Postgres=Host=db")]
    public void The_hub_is_named_as_for_the_hub_itself(string verb, params string[] args) =>
        Assert.Equal(verb, StaffCommandOptions.Parse(args.Length == 0 && verb != "help" ? [verb] : args).Verb);

    [Theory]
    [InlineData("'fire' is nothing to do with staff", "fire", "kim")]
    [InlineData("staff reset needs the name", "reset")]
    [InlineData("staff add needs the name", "add", "--administrator")]
    [InlineData("Say what the person is to be", "add", "kim", "--display", "x")]
    [InlineData("Say what the person is to be", "add", "kim", "--administrator", "--role", "clerk")]
    [InlineData("Say what the person is to be", "add", "kim", "--administrator", "--office", "seocho")]
    [InlineData("'king' is not a role", "add", "kim", "--role", "king")]
    [InlineData("'1' is not a role", "add", "kim", "--role", "1")]
    [InlineData("--display needs a value", "add", "kim", "--display")]
    [InlineData("'--administrator' is not an option", "reset", "kim", "--administrator")]
    public void What_is_wrong_is_said_in_one_sentence(string sentence, params string[] args) =>
        Assert.Contains(sentence, Assert.Throws<StartException>(() => StaffCommandOptions.Parse(args)).Message, StringComparison.Ordinal);
}
