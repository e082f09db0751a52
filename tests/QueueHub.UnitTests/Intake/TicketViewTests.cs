using System.Text.Json;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake;

namespace QueueHub.UnitTests.Intake;

public class TicketViewTests
{
    private static readonly PhoneTicket Waiting = new(17, "resident", TicketState.Waiting, 3, null, 0, 2, false, true, true, false, "e1");

    public static TheoryData<TicketState> States => [.. Enum.GetValues<TicketState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_has_a_view_under_its_name_on_the_wire(TicketState state)
    {
        var key = TicketView.KeyOf(Waiting with { State = state });
        Assert.Equal(JsonSerializer.Serialize(state), $"\"{key}\"");
        Assert.Single(TicketView.All, view => view.Key == key);
    }

    [Fact]
    public void With_nobody_ahead_the_ticket_is_next() => Assert.Equal("next", TicketView.KeyOf(Waiting with { PeopleAhead = 0 }));

    [Theory]
    [InlineData(false, true, TicketState.Waiting, "todo")]
    [InlineData(true, true, TicketState.Waiting, "edit")]
    [InlineData(true, false, TicketState.Called, "ready")]
    [InlineData(false, false, TicketState.Called, "clerk")]
    [InlineData(false, false, TicketState.Serving, "clerk")]
    [InlineData(false, false, TicketState.Done, "")]
    [InlineData(true, false, TicketState.Done, "")]
    public void The_form_is_offered_while_the_phone_may_write_it(bool ready, bool editable, TicketState state, string key) =>
        Assert.Equal(key, TicketView.FormKeyOf(Waiting with { FormReady = ready, FormEditable = editable, State = state }));

    [Fact]
    public void Numbers_are_filled_into_the_sentence()
    {
        var called = Waiting with { State = TicketState.Called, Counter = "3" };
        Assert.Equal("3번 창구로 오세요", TicketView.Fill(Texts.GoToCounter(TicketView.Counter).Ko, called));
        Assert.Equal("3 ahead", TicketView.Fill(Texts.AheadTitle(TicketView.Ahead).En, Waiting));
    }
}
