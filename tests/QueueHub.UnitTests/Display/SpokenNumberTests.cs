using CsCheck;
using DisplayClient.Announcing;

namespace QueueHub.UnitTests.Display;

public class SpokenNumberTests
{
    [Theory]
    [InlineData(1, "일")]
    [InlineData(10, "십")]
    [InlineData(17, "십칠")]
    [InlineData(20, "이십")]
    [InlineData(99, "구십구")]
    [InlineData(100, "백")]
    [InlineData(101, "백일")]
    [InlineData(110, "백십")]
    [InlineData(117, "백십칠")]
    [InlineData(501, "오백일")]
    [InlineData(1000, "천")]
    [InlineData(1111, "천백십일")]
    [InlineData(2030, "이천삼십")]
    [InlineData(9999, "구천구백구십구")]
    public void Korean_reads_the_Sino_Korean_way(int number, string spoken) =>
        Assert.Equal(spoken, string.Concat(SinoKorean.Parts(number).Select(Syllable)));

    [Theory]
    [InlineData(3, new[] { 3 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(17, new[] { 17 })]
    [InlineData(20, new[] { 20 })]
    [InlineData(42, new[] { 40, 2 })]
    [InlineData(100, new[] { 1, 100 })]
    [InlineData(117, new[] { 1, 100, 17 })]
    [InlineData(2030, new[] { 2, 1000, 30 })]
    [InlineData(9999, new[] { 9, 1000, 9, 100, 90, 9 })]
    public void English_reads_hundreds_and_teens(int number, int[] parts) => Assert.Equal(parts, EnglishNumber.Parts(number));

    [Fact]
    public void Every_number_says_its_value() => Gen.Int[1, 9999].Sample(number =>
    {
        Assert.Equal(number, Value(SinoKorean.Parts(number)));
        Assert.Equal(number, Value(EnglishNumber.Parts(number)));
    });

    [Fact]
    public void Korean_never_says_one_before_a_unit() => Gen.Int[1, 9999].Sample(number =>
    {
        var parts = SinoKorean.Parts(number);
        Assert.DoesNotContain(parts.Zip(parts.Skip(1)), pair => pair.First == 1);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(10000)]
    public void Other_numbers_have_no_reading(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SinoKorean.Parts(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnglishNumber.Parts(number));
    }

    private static string Syllable(int part) => part switch
    {
        10 => "십",
        100 => "백",
        1000 => "천",
        _ => "일이삼사오육칠팔구".Substring(part - 1, 1),
    };

    /// <summary>What a listener adds up: a unit multiplies the digit before it, or stands alone for one.</summary>
    private static int Value(IReadOnlyList<int> parts)
    {
        var (sum, digit) = (0, 0);
        foreach (var part in parts)
        {
            if (part is 100 or 1000 || (part == 10 && digit > 0))
            {
                sum += Math.Max(1, digit) * part;
                digit = 0;
            }
            else
            {
                digit += part;
            }
        }
        return sum + digit;
    }
}
