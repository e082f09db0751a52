using System.Text.Json;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake;

namespace QueueHub.UnitTests.Intake;

public class TicketViewTests
{
    private static readonly PhoneTicket Waiting = new(17, "resident", TicketState.Waiting, 12, null, 0, 2, false, true, true, false, "e1");

    public static TheoryData<TicketState> States => [.. Enum.GetValues<TicketState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_has_a_view_under_its_name_on_the_wire(TicketState state)
    {
        var key = TicketView.KeyOf(Waiting with { State = state });
        Assert.Equal(JsonSerializer.Serialize(state), $"\"{key}\"");
        Assert.Single(TicketView.All, view => view.Key == key);
    }

    [Theory]
    [InlineData(4, 2, "waiting")]
    [InlineData(3, 2, "near")]
    [InlineData(1, 1, "near")]
    [InlineData(0, 1, "next")]
    [InlineData(0, 0, "unserved")]
    [InlineData(2, 0, "unserved")]
    [InlineData(9, 0, "unserved")]
    public void It_is_almost_the_turn_with_few_ahead_but_never_while_no_counter_is_open(int ahead, int open, string key) =>
        Assert.Equal(key, TicketView.KeyOf(Waiting with { PeopleAhead = ahead, OpenCounters = open }));

    [Fact]
    public void How_long_it_takes_is_a_range_or_within_or_not_said()
    {
        Assert.Equal("", TicketView.BandKeyOf(Waiting));
        Assert.Equal("within", TicketView.BandKeyOf(Waiting with { Expect = new(0, 3) }));
        var ranged = Waiting with { Expect = new(10, 15) };
        Assert.Equal("range", TicketView.BandKeyOf(ranged));
        Assert.Equal("예상 대기 약 10–15분", TicketView.Fill(Texts.ExpectRange(TicketView.Low, TicketView.High).Ko, ranged));
    }

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
        Assert.Equal("12 ahead of you", TicketView.Fill(Texts.AheadBrief(TicketView.Ahead).En, Waiting));
    }
}
