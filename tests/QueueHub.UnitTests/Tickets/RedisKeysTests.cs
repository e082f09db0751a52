using QueueHub.Tickets;

namespace QueueHub.UnitTests.Tickets;

public class RedisKeysTests
{
    [Fact]
    public void The_names_are_those_of_the_documentation()
    {
        Assert.Equal(
            [
                "qh:{seocho}:meta", "qh:{seocho}:events", "qh:{seocho}:tickets", "qh:{seocho}:counters", "qh:{seocho}:living", "qh:{seocho}:numbers",
                "qh:{seocho}:waiting:register", "qh:{seocho}:request:0f", "qh:{seocho}:submission:", "qh:{seocho}:submission:12",
            ],
            new[]
            {
                RedisKeys.Meta("seocho"), RedisKeys.Events("seocho"), RedisKeys.Tickets("seocho"), RedisKeys.Counters("seocho"), RedisKeys.Living("seocho"),
                RedisKeys.Numbers("seocho"), RedisKeys.Waiting("seocho", "register"), RedisKeys.Request("seocho", "0f"), RedisKeys.SubmissionStem("seocho"),
                RedisKeys.Submission("seocho", 12),
            }.Select(key => key.ToString()));
        Assert.Equal(("qh:rewritten", "qh:rewriting"), (RedisKeys.Rewritten.ToString(), RedisKeys.Rewriting.ToString()));
        Assert.Equal("qh:{seocho}:bell", RedisKeys.Bell("seocho").ToString());
        Assert.Equal("qh:{seocho}:form-bell", RedisKeys.FormBell("seocho").ToString());
    }
}
