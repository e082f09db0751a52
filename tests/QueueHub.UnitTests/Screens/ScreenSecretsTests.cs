using QueueHub.Screens;

namespace QueueHub.UnitTests.Screens;

public class ScreenSecretsTests
{
    [Fact]
    public void A_secret_is_known_by_its_shape_and_stored_as_something_else()
    {
        var secret = ScreenSecrets.New();

        Assert.True(ScreenSecrets.IsOne(secret));
        Assert.NotEqual(secret, ScreenSecrets.New());
        Assert.DoesNotContain(secret, ScreenSecrets.Hash(secret), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", ScreenSecrets.Hash(secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Nothing_else_is_worth_a_look(string? text) => Assert.False(ScreenSecrets.IsOne(text));
}
