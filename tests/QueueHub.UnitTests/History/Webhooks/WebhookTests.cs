using QueueHub.Contracts.Tickets;
using QueueHub.History.Webhooks;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.History.Webhooks;

public class WebhookTests
{
    [Fact]
    public void The_signature_is_that_of_the_published_example() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"));

    [Fact]
    public void Eight_tries_take_about_a_day_and_then_there_is_none()
    {
        var (soonest, latest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var tries = 1; tries < WebhookRetry.Tries; tries++)
        {
            soonest += WebhookRetry.After(tries, null, 0)!.Value;
            latest += WebhookRetry.After(tries, null, 1)!.Value;
        }

        Assert.InRange(soonest, TimeSpan.FromHours(11), TimeSpan.FromHours(12));
        Assert.InRange(latest, TimeSpan.FromHours(22), TimeSpan.FromHours(24));
        Assert.True(soonest > WebhookRetry.GivenUp);
        Assert.Equal(TimeSpan.FromMinutes(2), WebhookRetry.After(1, TimeSpan.FromMinutes(2), 1));
        Assert.Null(WebhookRetry.After(WebhookRetry.Tries, TimeSpan.FromMinutes(2), 1));
    }

    [Theory]
    [InlineData("https://hooks.example.kr/queue", true)]
    [InlineData("https://hooks.example.kr:8443/queue?key=1", true)]
    [InlineData("http://hooks.example.kr/queue", false)]
    [InlineData("https://user:secret@hooks.example.kr/", false)]
    [InlineData("https://localhost/queue", false)]
    [InlineData("https://127.0.0.1/queue", false)]
    [InlineData("https://10.1.2.3/queue", false)]
    [InlineData("https://172.16.0.1/queue", false)]
    [InlineData("https://192.168.0.1/queue", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://100.64.0.1/queue", false)]
    [InlineData("https://224.0.0.1/queue", false)]
    [InlineData("https://0.0.0.0/queue", false)]
    [InlineData("https://[::1]/queue", false)]
    [InlineData("https://[fd00::1]/queue", false)]
    [InlineData("https://[fe80::1]/queue", false)]
    [InlineData("https://[ff02::1]/queue", false)]
    [InlineData("https://[::ffff:10.0.0.1]/queue", false)]
    [InlineData("https://[2606:4700::1111]/queue", true)]
    [InlineData("ftp://hooks.example.kr/", false)]
    [InlineData("hooks.example.kr", false)]
    [InlineData(null, false)]
    public void Only_https_outside_is_a_receiver(string? url, bool allowed) => Assert.Equal(allowed, new WebhookOptions().Allows(url));

    [Fact]
    public void A_message_says_what_the_lobby_shows_and_nothing_else()
    {
        var row = new TicketRow(
            7, 1007, "tax", ["tax"], 0, "standard", 0, "phone", "ko", "2026-03-02", TicketState.Called, 0, 0, 0, 0, 0, "hash", Counter: "3", Note: "secret note");

        var (ordinal, message) = Assert.Single(WebhookMessage.Of("seocho", new OfficeEvent(12, "e", 1_772_410_000_000, "2026-03-02", EventType.TicketCalled, "staff:kim", [row], Reason: "why")));

        Assert.Equal(7, ordinal);
        Assert.Equal(
            """{"id":"seocho:12:1007","type":"ticketCalled","at":"2026-03-02T00:06:40+00:00","office":"seocho","day":"2026-03-02","number":1007,"service":"tax","state":"called","counter":"3"}""",
            message.Body());
    }

    [Fact]
    public void A_ticket_whose_clerk_leaves_at_once_is_told_to_wait_again_and_one_that_goes_on_waiting_is_not()
    {
        var left = new TicketRow(
            7, 1007, "tax", ["tax"], 0, "standard", 0, "phone", "ko", "2026-03-02", TicketState.Waiting, 0, 0, 0, 0, Since: 5000, "hash");
        var (ordinal, message) = Assert.Single(WebhookMessage.Of(
            "seocho", new OfficeEvent(12, "e", 5000, "2026-03-02", EventType.CounterPaused, "staff:kim", [left, left with { Ordinal = 8, Since = 4000 }])));

        Assert.Equal((7, "ticketRequeued", TicketState.Waiting), (ordinal, message.Type, message.State));
    }

    [Fact]
    public void How_a_visit_was_ended_and_what_was_done_with_forms_is_not_told()
    {
        var row = new TicketRow(
            7, 1007, "tax", ["tax"], 0, "standard", 0, "phone", "ko", "2026-03-02", TicketState.Done, 0, 0, 0, 0, 0, "hash");

        Assert.Equal("ticketCompleted", WebhookMessage.Of("seocho", Event(EventType.VisitEnded)).Single().Message.Type);
        foreach (var type in new[] { EventType.FormSubmitted, EventType.FormOpened, EventType.WarningGiven, EventType.AlarmRaised, EventType.TicketRated, EventType.OfficeRebuilt })
        {
            Assert.Empty(WebhookMessage.Of("seocho", Event(type)));
        }

        OfficeEvent Event(EventType type) => new(12, "e", 0, "2026-03-02", type, "staff:kim", [row]);
    }
}
