using QueueHub.History;

namespace QueueHub.UnitTests.History;

public class RedisMemoryTests
{
    [Theory]
    [InlineData("# Memory\r\nused_memory:250\r\nused_memory_peak:900\r\ntotal_system_memory:10000\r\nmaxmemory:1000\r\n", 0.25)]
    [InlineData("# Memory\r\nused_memory:250\r\ntotal_system_memory:10000\r\nmaxmemory:0\r\n", 0.025)]
    [InlineData("# Memory\r\nused_memory:250\r\nmaxmemory:0\r\n", null)]
    [InlineData("", null)]
    public void Its_share_is_of_maxmemory_or_else_of_the_machines(string info, double? share) => Assert.Equal(share, RedisMemory.Share(info));
}
