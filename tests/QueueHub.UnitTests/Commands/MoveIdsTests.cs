using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Commands.Moves;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Commands;

/// <summary>Every node gives a move's steps the same request ids, and no two moves share one.</summary>
public class MoveIdsTests
{
    private static readonly TicketMoving To = new("banpo-1", "resident", 1_772_410_000_000);

    private static readonly TicketRow Ticket = new(
        7, 12, "resident", ["resident"], 0, "standard", 0, "phone", "ko", "2026-03-02", TicketState.Serving, 0, 0, 0, 0, 0, "00", "3",
        Moving: To, Moves: 1);

    [Fact]
    public void An_id_is_what_every_node_of_every_version_must_derive() => Assert.Equal(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            "5:issue\n6:seocho\n10:2026-03-02\n1:7\n1:1\n7:banpo-1\n8:resident\n"u8))[..32],
        MoveIds.Issue("seocho", Ticket, To));

    [Fact]
    public void It_does_not_depend_on_what_changes_while_the_ticket_stands() => Assert.Equal(
        MoveIds.Issue("seocho", Ticket, To),
        MoveIds.Issue(
            "seocho", Ticket with { State = TicketState.Called, Score = 5, Waited = 9, Counter = "4", CallId = 88, TokenHash = "11" }, To with { At = 1 }));

    [Fact]
    public void Every_other_ticket_place_try_and_step_has_another()
    {
        string[] ids =
        [
            MoveIds.Issue("seocho", Ticket, To), MoveIds.Moved("seocho", Ticket, To), MoveIds.Back("seocho", Ticket, To),
            MoveIds.Issue("gangnam", Ticket, To), MoveIds.Issue("seocho", Ticket with { Ordinal = 8 }, To),
            MoveIds.Issue("seocho", Ticket with { Day = "2026-03-03" }, To), MoveIds.Issue("seocho", Ticket with { Moves = 2 }, To),
            MoveIds.Issue("seocho", Ticket, To with { Office = "banpo-2" }), MoveIds.Issue("seocho", Ticket, To with { Service = "tax" }),
            MoveIds.Issue("seocho1", Ticket with { Day = "0" }, To), MoveIds.Issue("seocho", Ticket with { Day = "10" }, To),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(id.Length == 32 && id.All(char.IsAsciiHexDigitLower)));
    }
}
