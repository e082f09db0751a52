using QueueHub.Platform.Limits;

namespace QueueHub.UnitTests.Platform.Limits;

public class OpenFilesTests
{
    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 524)]
    [InlineData("Max open files            524288               524288               files     ", 40_000)]
    [InlineData("Max open files            unlimited            unlimited            files     ", 40_000)]
    [InlineData("Max open files            100                  100                  files     ", 1)]
    [InlineData("Max processes             100                  100                  processes ", 40_000)]
    public void Connections_leave_some_files_for_the_rest(string line, int connections) =>
        Assert.Equal(connections, OpenFiles.Connections(40_000, ["Limit                     Soft Limit           Hard Limit           Units     ", line]));
}
