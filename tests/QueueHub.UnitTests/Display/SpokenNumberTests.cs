using System.Globalization;
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

    [Theory]
    [InlineData(2, "二")]
    [InlineData(10, "十")]
    [InlineData(17, "十七")]
    [InlineData(20, "二十")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(117, "一百一十七")]
    [InlineData(200, "二百")]
    [InlineData(1000, "一千")]
    [InlineData(1005, "一千零五")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1050, "一千零五十")]
    [InlineData(2002, "两千零二")]
    [InlineData(9999, "九千九百九十九")]
    public void Mandarin_fills_a_gap_with_one_zero(int number, string spoken) =>
        Assert.Equal(spoken, string.Concat(MandarinNumber.Parts(number).Select(part => Words("zh", part))));

    [Theory]
    [InlineData(4, "よん")]
    [InlineData(10, "じゅう")]
    [InlineData(117, "ひゃくじゅうなな")]
    [InlineData(300, "さんびゃく")]
    [InlineData(444, "よんひゃくよんじゅうよん")]
    [InlineData(600, "ろっぴゃく")]
    [InlineData(808, "はっぴゃくはち")]
    [InlineData(1000, "せん")]
    [InlineData(3003, "さんぜんさん")]
    [InlineData(8642, "はっせんろっぴゃくよんじゅうに")]
    [InlineData(9999, "きゅうせんきゅうひゃくきゅうじゅうきゅう")]
    public void Japanese_changes_its_sounds(int number, string spoken) =>
        Assert.Equal(spoken, string.Concat(JapaneseNumber.Parts(number).Select(part => Words("ja", part, sound: true))));

    [Theory]
    [InlineData(1, "một")]
    [InlineData(5, "năm")]
    [InlineData(10, "mười")]
    [InlineData(11, "mười một")]
    [InlineData(15, "mười lăm")]
    [InlineData(20, "hai mươi")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(24, "hai mươi bốn")]
    [InlineData(55, "năm mươi lăm")]
    [InlineData(100, "một trăm")]
    [InlineData(101, "một trăm linh một")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(117, "một trăm mười bảy")]
    [InlineData(1000, "một nghìn")]
    [InlineData(1001, "một nghìn không trăm linh một")]
    [InlineData(2025, "hai nghìn không trăm hai mươi lăm")]
    [InlineData(9991, "chín nghìn chín trăm chín mươi mốt")]
    public void Vietnamese_changes_its_words(int number, string spoken) =>
        Assert.Equal(spoken, string.Join(' ', VietnameseNumber.Parts(number).Select(part => Words("vi", part))));

    [Fact]
    public void Every_number_says_its_value_in_every_language()
    {
        for (var number = 1; number <= 9999; number++)
        {
            Assert.Equal(number, Value(SinoKorean.Parts(number)));
            Assert.Equal(number, Value(EnglishNumber.Parts(number)));
            Assert.Equal(number, Value(MandarinNumber.Parts(number)));
            Assert.Equal(number, Value(JapaneseNumber.Parts(number)));
            Assert.Equal(number, Value([.. Said(VietnameseNumber.Parts(number)).Select(InVietnamese)]));
        }
    }

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
        Assert.Throws<ArgumentOutOfRangeException>(() => MandarinNumber.Parts(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => JapaneseNumber.Parts(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnameseNumber.Parts(number));
    }

    private static string Syllable(int part) => part switch
    {
        10 => "십",
        100 => "백",
        1000 => "천",
        _ => "일이삼사오육칠팔구".Substring(part - 1, 1),
    };

    /// <summary>What the clip of a part says.</summary>
    private static string Words<TPart>(string language, TPart part, bool sound = false) =>
        VoiceList.Row($"{language}/{part}") is var row && sound ? row.Sound : row.Words;

    /// <summary>Không trăm, no hundred, adds nothing either.</summary>
    private static string[] Said(IReadOnlyList<string> parts) => string.Join(' ', parts).Replace("0 100", "linh", StringComparison.Ordinal).Split(' ');

    /// <summary>Mười and mươi are both ten, mốt is one and lăm five, and linh says nothing.</summary>
    private static int InVietnamese(string part) => part switch
    {
        "muoi" => 10,
        "mot" => 1,
        "lam" => 5,
        "linh" => 0,
        _ => int.Parse(part, CultureInfo.InvariantCulture),
    };

    /// <summary>What a listener adds up: a unit multiplies the digit before it, or stands alone for one.</summary>
    private static int Value(IReadOnlyList<int> parts)
    {
        var (sum, digit) = (0, 0);
        foreach (var part in parts)
        {
            if (part > 100 && part % 100 == 0 && part != 1000)
            {
                sum += part;
            }
            else if (part is 100 or 1000 || (part == 10 && digit > 0))
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
