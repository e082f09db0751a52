using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using QueueHub.Notify.Push;
using QueueHub.TestSupport;

namespace QueueHub.UnitTests.Notify;

public class WebPushTests
{
    // RFC 8291, section 5 and appendix A.
    private const string Plain = "When I grow up, I want to be a watermelon";
    private const string SenderPublic = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private const string SenderPrivate = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private const string ReceiverPublic = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string ReceiverPrivate = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private const string Auth = "BTBZMqHH6r4Tts7J_aSIgg";
    private const string Salt = "DGv6ra1nlYgDCS1FRnbzlw";
    private const string Body =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZ"
        + "wbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Fact]
    public void The_example_of_the_RFC_is_encrypted_to_its_very_bytes()
    {
        using var sender = Key(SenderPublic, SenderPrivate);

        var body = WebPushEncryption.Encrypt(Encoding.UTF8.GetBytes(Plain), Bytes(ReceiverPublic), Bytes(Auth), sender, Bytes(Salt));

        Assert.Equal(Body, Base64Url.EncodeToString(body));
    }

    [Fact]
    public void The_browser_of_the_tests_reads_the_example_of_the_RFC()
    {
        using var browser = new PushBrowser(Key(ReceiverPublic, ReceiverPrivate), Bytes(Auth));
        Assert.Equal(Plain, Encoding.UTF8.GetString(browser.Decrypt(Bytes(Body))));
    }

    [Fact]
    public void Only_the_browser_that_it_was_made_for_reads_a_message_and_no_two_are_alike()
    {
        using var browser = new PushBrowser();
        using var other = new PushBrowser();
        var (one, two) = (Encrypt(browser), Encrypt(browser));

        Assert.Equal("번호 12", Encoding.UTF8.GetString(browser.Decrypt(one)));
        Assert.NotEqual(one, two);
        Assert.ThrowsAny<CryptographicException>(() => other.Decrypt(one));

        static byte[] Encrypt(PushBrowser browser) => WebPushEncryption.Encrypt(Encoding.UTF8.GetBytes("번호 12"), browser.PublicKey, Bytes(browser.Auth));
    }

    [Fact]
    public void A_point_beside_the_curve_is_refused()
    {
        var point = Bytes(ReceiverPublic);
        point[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => WebPushEncryption.Import(point));
        Assert.ThrowsAny<CryptographicException>(() => WebPushEncryption.Import(point[..^1]));
        Assert.ThrowsAny<CryptographicException>(() => WebPushEncryption.Import([2, .. point[1..]]));
    }

    [Fact]
    public void The_vapid_token_is_signed_names_the_push_service_and_lives_half_a_day()
    {
        var key = VapidKey.Import(VapidKey.Create().Export());
        var now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);

        var header = key.Authorize(new Uri("https://push.example.net/send/secret-part"), "mailto:queue@example.kr", now);

        var (claims, named) = PushBrowser.Verify(header);
        Assert.Equal(key.Public, named);
        Assert.Equal("""{"aud":"https://push.example.net","exp":1900043200,"sub":"mailto:queue@example.kr"}""", claims.GetRawText());
        Assert.DoesNotContain("secret-part", header, StringComparison.Ordinal);
        var spoilt = header.Replace("vapid t=e", "vapid t=f", StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => PushBrowser.Verify(spoilt));
    }

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);

    private static ECDiffieHellman Key(string point, string secret) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Bytes(point)[1..33], Y = Bytes(point)[33..] },
        D = Bytes(secret),
    });
}
