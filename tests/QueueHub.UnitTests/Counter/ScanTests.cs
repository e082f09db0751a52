using CounterClient;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Counter;

public class ScanTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Form = $"https://queue.example/seocho/f/{Token}";
    private const string Ticket = $"https://queue.example/seocho/t/{Token}";

    [Fact]
    public void A_prepared_form_goes_to_whoever_is_at_the_counter()
    {
        Assert.Equal(ScanStep.Attach, Scan.Of(Form, Boards.DeskWith(TicketState.Serving)));
        Assert.Equal(ScanStep.Attach, Scan.Of(Form, Boards.DeskWith(TicketState.Called)));
        Assert.Equal(ScanStep.NoTicket, Scan.Of(Form, Boards.Desk()));
    }

    [Fact]
    public void A_form_that_is_there_is_replaced_only_when_the_clerk_says_so()
    {
        var desk = Boards.Desk(Boards.Board(first: Boards.Stand(ticket: Boards.Ticket(7, TicketState.Serving, formReady: true))));

        Assert.Equal(ScanStep.AskToReplace, Scan.Of(Form, desk));
        Assert.Equal(new DeskOrder(DeskAction.AttachForm, 7, Text: Form, Replace: true), Scan.Order(desk.Ticket!, Form, replace: true));
    }

    [Fact]
    public void A_ticket_is_looked_for_and_a_token_alone_may_be_either()
    {
        var desk = Boards.DeskWith(TicketState.Serving);

        Assert.Equal(ScanStep.FindTicket, Scan.Of(Ticket, desk));
        Assert.False(Scan.MayBeForm(Ticket, desk));
        Assert.Equal(ScanStep.FindTicket, Scan.Of(Token, desk));
        Assert.True(Scan.MayBeForm(Token, desk));
    }

    [Theory]
    [InlineData("8801234567890")]
    [InlineData("https://queue.example/seocho/f/short")]
    [InlineData($"https://queue.example/banpo-1/f/{Token}")]
    public void Whatever_else_a_reader_reads_is_not_ours(string text) =>
        Assert.Equal(ScanStep.NotOurs, Scan.Of(text, Boards.DeskWith(TicketState.Serving)));

    [Fact]
    public void At_a_counter_that_a_colleague_holds_nothing_is_attached()
    {
        var desk = Boards.Desk(Boards.Board(first: Boards.Stand(staff: "lee", ticket: Boards.Ticket(7, TicketState.Serving))));

        Assert.Equal(ScanStep.NoTicket, Scan.Of(Form, desk));
    }
}
