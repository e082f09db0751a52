using QueueHub.Contracts.Screens;

namespace QueueHub.UnitTests.Screens;

public class UserCodeTests
{
    [Theory]
    [InlineData("BCDF-GHJK")]
    [InlineData("bcdfghjk")]
    [InlineData("  bcdf - ghjk ")]
    [InlineData("ㅠㅊㅇㄹ-호ㅓㅏ")]
    public void However_a_person_types_it_it_is_the_same_code(string typed) => Assert.Equal("BCDFGHJK", UserCode.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BCDF-GHJ")]
    [InlineData("BCDF-GHJKL")]
    [InlineData("BCDF-GHJA")]
    [InlineData("BCDF-GHJ1")]
    [InlineData("BCDF_GHJK")]
    [InlineData("B-C-D-F-G-H-J-K-B-C-D-F-G-H-J-K-B-C-D-F")]
    public void Anything_else_is_none(string? typed) => Assert.Null(UserCode.Parse(typed));

    [Fact]
    public void It_is_shown_in_two_halves_of_twenty_letters_that_spell_nothing()
    {
        Assert.Equal("BCDF-GHJK", UserCode.Shown("BCDFGHJK"));
        Assert.Equal(20, UserCode.Letters.Distinct().Count());
        Assert.DoesNotContain(UserCode.Letters, "AEIOUY".Contains);
    }
}
