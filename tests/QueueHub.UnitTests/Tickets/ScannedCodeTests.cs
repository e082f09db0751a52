using CsCheck;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Tickets;

/// <summary>What readers type at the counter.</summary>
public class ScannedCodeTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData($"https://queue.seocho.go.kr/seocho/f/{Token}", ScannedKind.Form, "seocho")]
    [InlineData($"https://queue.seocho.go.kr/seocho/t/{Token}", ScannedKind.Ticket, "seocho")]
    [InlineData($"http://192.168.0.7:5080/seocho-1/t/{Token}", ScannedKind.Ticket, "seocho-1")]
    [InlineData($"https://old.example/seocho/t/{Token}?lang=en#top", ScannedKind.Ticket, "seocho")]
    [InlineData($"  https://q/seocho/f/{Token}\r\n", ScannedKind.Form, "seocho")]
    [InlineData("HTTPS://Q/SEOCHO/F/0123456789ABCDEF0123456789ABCDEF", ScannedKind.Form, "seocho")]
    [InlineData(Token, ScannedKind.Token, null)]
    [InlineData($"{Token}\t", ScannedKind.Token, null)]
    public void A_printed_code_is_recognised(string text, ScannedKind kind, string? office) =>
        Assert.Equal(new ScannedCode(kind, Token, office), ScannedCode.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8801234567890")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData($"/seocho/f/{Token}")]
    [InlineData($"ftp://q/seocho/f/{Token}")]
    [InlineData($"javascript://q/seocho/f/{Token}")]
    [InlineData($"https://q/f/{Token}")]
    [InlineData($"https://q//f/{Token}")]
    [InlineData($"https://q/seocho/x/{Token}")]
    [InlineData($"https://q/seocho/f/{Token}/form")]
    [InlineData($"https://q/a/seocho/f/{Token}")]
    [InlineData("https://q/seocho/f/short")]
    public void Anything_else_is_nothing(string? text) => Assert.Null(ScannedCode.Parse(text));

    [Fact]
    public void Another_offices_link_is_not_this_ones_and_a_token_alone_may_be()
    {
        Assert.NotNull(ScannedCode.Parse($"https://q/seocho/f/{Token}", "seocho"));
        Assert.Null(ScannedCode.Parse($"https://q/banpo-1/f/{Token}", "seocho"));
        Assert.NotNull(ScannedCode.Parse(Token, "seocho"));
    }

    [Theory]
    [InlineData("ㄴㄷㅐ초", "seoch")]
    [InlineData("ㅗㅅ쎈", "htTps")]
    [InlineData("한글", "gksrmf")]
    [InlineData("값 읽다 뷁", "rkqt dlfrek qnpfr")]
    [InlineData("ㄳㅢ", "rtml")]
    [InlineData("https://q/0 1", "https://q/0 1")]
    public void Hangul_is_turned_back_into_the_keys_that_were_pressed(string typed, string keys) =>
        Assert.StartsWith(keys, HangulKeys.ToLatin(typed), StringComparison.Ordinal);

    [Fact]
    public void A_code_typed_while_the_Korean_input_method_was_on_is_recognised() =>
        Assert.Equal(
            new ScannedCode(ScannedKind.Form, Token, "seocho"),
            ScannedCode.Parse("ㅗㅅㅅㅔㄴ://벼뎓.내/ㄴㄷㅐ초ㅐ/ㄹ/0123456789뮻ㅇㄷㄹ0123456789뮻ㅇㄷㄹ"));

    [Fact]
    public void Whatever_is_scanned_is_answered() =>
        Gen.String.Sample(text => ScannedCode.Parse(text) is not { } code || code.Token.Length == 32);
}
