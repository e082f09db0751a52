using QueueHub.Contracts;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.UnitTests.Tickets;

public class QueueFailureTests
{
    [Theory]
    [InlineData(CommandStatus.WaitingToBeSent, ProblemCodes.Unavailable)]
    [InlineData(CommandStatus.WaitingInBacklog, ProblemCodes.Unavailable)]
    [InlineData(CommandStatus.Sent, ProblemCodes.Unknown)]
    [InlineData(CommandStatus.Unknown, ProblemCodes.Unknown)]
    public void Only_a_command_that_was_never_sent_has_certainly_not_been_done(CommandStatus status, string code) =>
        Assert.Equal(code, QueueFailure.Of(new RedisConnectionException(ConnectionFailureType.SocketFailure, CommandFlags.None, "lost", null, status)));

    [Fact]
    public void A_command_without_an_answer_in_time_is_unknown() =>
        Assert.Equal(ProblemCodes.Unknown, QueueFailure.Of(new RedisTimeoutException(CommandFlags.None, "late", CommandStatus.Sent)));

    [Theory]
    [InlineData(RedisErrorKind.Loading, ProblemCodes.Unavailable)]
    [InlineData(RedisErrorKind.OutOfMemory, ProblemCodes.Unavailable)]
    [InlineData(RedisErrorKind.Misconfigured, ProblemCodes.Unavailable)]
    [InlineData(RedisErrorKind.WrongType, ProblemCodes.Internal)]
    [InlineData(RedisErrorKind.UnknownError, ProblemCodes.Internal)]
    public void What_Redis_answers_tells_whether_a_later_try_can_help(RedisErrorKind kind, string code) =>
        Assert.Equal(code, QueueFailure.Of(new RedisServerException(kind, CommandFlags.None, "said so")));

    [Fact]
    public void A_fault_of_our_own_is_not_hidden() => Assert.Null(QueueFailure.Of(new InvalidOperationException("ours")));
}
