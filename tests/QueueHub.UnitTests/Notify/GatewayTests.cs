using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Notify;
using QueueHub.Notify.Gateways;
using QueueHub.TestSupport;

namespace QueueHub.UnitTests.Notify;

/// <summary>The gateways' formats, letter by letter: what is not exactly so is not delivered.</summary>
public class GatewayTests
{
    private static readonly Notice Called = new(NoticeKind.Called, "id", new LocalText("서초구청 민원여권과", "Seocho Civil Service"), 12, 0, "3", DateTimeOffset.MaxValue);
    private static readonly Notice Ahead = Called with { Kind = NoticeKind.Ahead, Ahead = 3, Counter = null };
    private static readonly Subscription Number = new("ko", Number: "01012345678");

    [Fact]
    public async Task Solapi_gets_a_signed_text_message()
    {
        await using var server = await OtherServer.StartAsync();
        Answer(server, """{"statusCode":"2000","statusMessage":"정상 접수"}""");
        using var solapi = new Solapi(Options(server), new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T01:02:03.456Z", null)));

        Assert.IsType<Delivery.Sent>(await solapi.SendAsync(Called, Number, CancellationToken.None));
        Assert.IsType<Delivery.Sent>(await solapi.SendAsync(Ahead, Number with { Language = "en" }, CancellationToken.None));

        var (first, second) = (server.Arrivals.First(), server.Arrivals.Last());
        Assert.Equal("/messages/v4/send", first.Path);
        Assert.Equal("application/json; charset=utf-8", first.Headers["Content-Type"]);
        Assert.Equal(
            """{"message":{"to":"01012345678","from":"0221556000","text":"[서초구청 민원여권과] 12번, 3번 창구로 오세요"}}""",
            System.Text.Encoding.UTF8.GetString(first.Body));
        Assert.Equal(
            """{"message":{"to":"01012345678","from":"0221556000","text":"[Seocho Civil Service] Number 12: 3 ahead of you"}}""",
            System.Text.Encoding.UTF8.GetString(second.Body));
        Assert.Matches("^HMAC-SHA256 apiKey=NCSKEY, date=2026-03-02T01:02:03.456Z, salt=[0-9a-f]{32}, signature=[0-9a-f]{64}$", first.Headers["Authorization"]);
        Assert.NotEqual(first.Headers["Authorization"], second.Headers["Authorization"]);
        Assert.DoesNotContain("s3cret", first.Headers["Authorization"], StringComparison.Ordinal);
    }

    // Reckoned with: printf '2026-03-02T01:02:03.456Z0123456789abcdef' | openssl dgst -sha256 -hmac s3cret
    [Fact]
    public void The_signature_of_Solapi_is_that_of_date_and_salt() => Assert.Equal(
        "HMAC-SHA256 apiKey=NCSKEY, date=2026-03-02T01:02:03.456Z, salt=0123456789abcdef, signature=3628936770aa9f30c32ef696d4d10add90b260f3f989212e116e5e317ad1bdd4",
        Solapi.Authorize("NCSKEY", "s3cret", DateTimeOffset.Parse("2026-03-02T10:02:03.456+09:00", null), "0123456789abcdef"));

    [Fact]
    public async Task Solapi_sends_an_approved_template_where_there_is_a_channel()
    {
        await using var server = await OtherServer.StartAsync();
        Answer(server, """{"statusCode":"2000"}""");
        var options = Options(server);
        (options.Solapi.PfId, options.Solapi.CalledTemplate, options.Solapi.AheadTemplate) = ("KA01PF", "KA01TP-called", "KA01TP-ahead");
        using var solapi = new Solapi(options, TimeProvider.System);

        await solapi.SendAsync(Called, Number, CancellationToken.None);

        Assert.Equal(
            """{"message":{"to":"01012345678","from":"0221556000","kakaoOptions":{"pfId":"KA01PF","templateId":"KA01TP-called","variables":{"#{office}":"서초구청 민원여권과","#{number}":"12","#{counter}":"3"}}}}""",
            System.Text.Encoding.UTF8.GetString(server.Arrivals.Single().Body));
    }

    [Fact]
    public async Task NHN_Cloud_gets_the_values_of_a_template()
    {
        await using var server = await OtherServer.StartAsync();
        Answer(server, """{"header":{"resultCode":0,"resultMessage":"success","isSuccessful":true},"message":{"requestId":"r","sendResults":[{"recipientSeq":1,"recipientNo":"01012345678","resultCode":0}]}}""");
        using var nhn = new NhnCloud(Options(server));

        Assert.IsType<Delivery.Sent>(await nhn.SendAsync(Ahead, Number, CancellationToken.None));

        var arrival = server.Arrivals.Single();
        Assert.Equal(("/alimtalk/v2.3/appkeys/app-key/messages", "nhn-s3cret"), (arrival.Path, arrival.Headers["X-Secret-Key"]));
        Assert.Equal(
            """{"senderKey":"sender-key","templateCode":"ahead-code","recipientList":[{"recipientNo":"01012345678","templateParameter":{"office":"서초구청 민원여권과","number":"12","ahead":"3"}}]}""",
            System.Text.Encoding.UTF8.GetString(arrival.Body));
    }

    [Theory]
    [InlineData(200, """{"header":{"resultCode":-1006,"resultMessage":"x","isSuccessful":false},"message":null}""", "Refused { Reason = -1006 }")]
    [InlineData(200, """{"header":{"resultCode":0,"isSuccessful":true},"message":{"sendResults":[{"resultCode":-1018}]}}""", "Refused { Reason = -1018 }")]
    [InlineData(200, "not json", "Refused { Reason = an answer that cannot be read }")]
    [InlineData(200, "{}", "Refused { Reason = an answer that cannot be read }")]
    [InlineData(401, "", "Refused { Reason = 401 }")]
    [InlineData(302, "", "Refused { Reason = 302 }")]
    [InlineData(500, "", "TryLater { Reason = 500, After =  }")]
    [InlineData(429, "", "TryLater { Reason = 429, After =  }")]
    public async Task What_a_gateway_answers_is_an_outcome(int status, string body, string outcome)
    {
        await using var server = await OtherServer.StartAsync();
        Answer(server, body, status);
        using var nhn = new NhnCloud(Options(server));
        Assert.Equal(outcome, (await nhn.SendAsync(Called, Number, CancellationToken.None)).ToString());
    }

    [Fact]
    public async Task A_gateway_that_says_nothing_is_left_after_a_while()
    {
        await using var server = await OtherServer.StartAsync();
        server.Answer = (_, _, over) => Task.Delay(Timeout.Infinite, over);
        var options = Options(server);
        options.Patience = TimeSpan.FromMilliseconds(200);
        using var nhn = new NhnCloud(options);
        Assert.Equal(new Delivery.TryLater("no answer in time"), await nhn.SendAsync(Called, Number, CancellationToken.None));
    }

    [Fact]
    public void Whoever_prints_a_subscription_learns_nothing()
    {
        var push = new Subscription("ko", Push: new PushAddress("https://push.example/secret", "key", "auth"));
        Assert.Equal(("Subscription", "Subscription", "PushAddress"), (Number.ToString(), push.ToString(), push.Push!.ToString()));
    }

    private static void Answer(OtherServer server, string body, int status = 200) => server.Answer = async (_, response, over) =>
    {
        response.StatusCode = status;
        await response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body), over);
    };

    private static NotifyOptions Options(OtherServer server) => new()
    {
        Solapi = new SolapiOptions { Url = server.Url.ToString(), ApiKey = "NCSKEY", ApiSecret = "s3cret", From = "0221556000" },
        Nhn = new NhnOptions
        {
            Url = server.Url.ToString(),
            AppKey = "app-key",
            SecretKey = "nhn-s3cret",
            SenderKey = "sender-key",
            AheadTemplate = "ahead-code",
            CalledTemplate = "called-code",
        },
    };
}
