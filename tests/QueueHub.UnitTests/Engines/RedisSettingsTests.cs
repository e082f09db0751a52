using QueueHub.Engines;

namespace QueueHub.UnitTests.Engines;

public class RedisSettingsTests
{
    [Theory]
    [InlineData("yes", "always", "noeviction", "")]
    [InlineData("no", "everysec", "noeviction", "appendonly off")]
    [InlineData("yes", "everysec", "noeviction", "appendfsync everysec")]
    [InlineData("yes", "no", "allkeys-lru", "appendfsync no", "maxmemory-policy allkeys-lru")]
    [InlineData("yes", null, "noeviction", "could not be checked whether Redis has appendfsync always")]
    [InlineData(null, null, null, "whether Redis has appendonly yes", "whether Redis has appendfsync always", "whether Redis has maxmemory-policy noeviction")]
    public void What_loses_something_or_cannot_be_checked_is_said_once_each(string? appendOnly, string? appendFsync, string? policy, params string[] complaints)
    {
        var settings = new[] { (RedisSettings.AppendOnly, appendOnly), (RedisSettings.AppendFsync, appendFsync), (RedisSettings.Policy, policy) }
            .Where(setting => setting.Item2 is not null).ToDictionary(setting => setting.Item1, setting => setting.Item2!);

        Assert.Collection(
            RedisSettings.Complaints(settings),
            [.. complaints.Where(complaint => complaint.Length > 0).Select(complaint => (Action<string>)(sentence => Assert.Contains(complaint, sentence, StringComparison.Ordinal)))]);
    }

    [Theory]
    [InlineData(16L << 30, 8L << 30)]
    [InlineData(300L << 20, 256L << 20)]
    public void A_private_one_takes_half_of_the_memory_and_never_too_little(long available, long most) => Assert.Equal(most, PrivateRedis.MaxMemory(available));
}
