using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.UnitTests.Commands;

public class CommandLimitsTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    public static TheoryData<ICommandRequest> Acceptable =>
    [
        new CounterRequest(Id), new TicketRequest(Id, 1), new ParkRequest(Id, 1, "서류를 가지러 가심 📄"), new RequeueRequest(Id, 1, 0),
        new TransferRequest(Id, 1, "passport"), new IssueRequest(Id, "resident", "ko"),
    ];

    public static TheoryData<ICommandRequest> Unacceptable =>
    [
        new TicketRequest(Id, 0), new TicketRequest(Id, -5), new ParkRequest(Id, 1, new string('x', CommandLimits.MaxText + 1)),
        new ParkRequest(Id, 1, "lone \ud83d surrogate"), new ParkRequest(Id, 1, "bell \a"), new RequeueRequest(Id, 1, -1),
        new RequeueRequest(Id, 1, CommandLimits.MaxPlaces + 1), new TransferRequest(Id, 1, null!), new IssueRequest(Id, ""),
        new IssueRequest(Id, "resident", "<b>"), new OpenCounterRequest(Id, [null!]),
    ];

    [Theory, MemberData(nameof(Acceptable))]
    public void A_well_formed_body_is_accepted(ICommandRequest request) => Assert.Null(CommandLimits.Check(request));

    [Theory, MemberData(nameof(Unacceptable))]
    public void A_body_out_of_range_is_refused(ICommandRequest request) =>
        Assert.Equal(ProblemCodes.InvalidRequest, CommandLimits.Check(request));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void Without_a_request_id_of_128_bits_nothing_is_done(string? id) =>
        Assert.Equal(ProblemCodes.RequestIdRequired, CommandLimits.Check(new CounterRequest(id!)));
}
