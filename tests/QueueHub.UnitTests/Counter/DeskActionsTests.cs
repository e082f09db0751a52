using CounterClient;
using QueueHub.Contracts.Tickets;
using static CounterClient.DeskAction;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public class DeskActionsTests
{
    public static TheoryData<TicketState, DeskAction[]> AtCounterWithTicket => new()
    {
        { TicketState.Called, [Start, Recall, NoShow, Requeue, Park, Transfer, Cancel, Pause] },
        { TicketState.Serving, [Complete, Park, Transfer, Pause] },
    };

    public static TheoryData<TicketState, DeskAction[]> InLists => new()
    {
        { TicketState.Waiting, [Call, Requeue, Cancel] },
        { TicketState.Parked, [Call, Resume, Cancel] },
        { TicketState.NoShow, [Reinstate, Cancel] },
        { TicketState.Called, [] },
        { TicketState.Serving, [] },
        { TicketState.Done, [] },
        { TicketState.Cancelled, [] },
        { TicketState.Expired, [] },
        { TicketState.OnTheWay, [] },
    };

    [Theory]
    [MemberData(nameof(AtCounterWithTicket))]
    public void A_ticket_at_the_counter_offers_what_its_state_allows_the_next_step_first(TicketState state, DeskAction[] expected) =>
        Assert.Equal(expected, DeskActions.AtCounter(DeskWith(state)).Select(offer => offer.Action));

    [Theory]
    [MemberData(nameof(InLists))]
    public void A_listed_ticket_offers_what_its_state_allows(TicketState state, DeskAction[] expected) =>
        Assert.Equal(expected, DeskActions.OnListed(Desk(), Ticket(1, state)).Select(offer => offer.Action));

    [Fact]
    public void A_free_counter_calls_next_pauses_or_closes()
    {
        var offers = DeskActions.AtCounter(Desk(Board(waiting: [Ticket(1)])));

        Assert.Equal([new Offer(CallNext), new Offer(Pause), new Offer(Close)], offers);
    }

    [Fact]
    public void Call_next_is_refused_with_its_reason_while_nobody_waits_here()
    {
        var offers = DeskActions.AtCounter(Desk(Board(waiting: [Ticket(1, service: "tax")])));

        Assert.Equal(new Offer(CallNext, Blocked.NobodyWaiting), offers[0]);
    }

    [Fact]
    public void A_paused_counter_opens_again_or_closes() =>
        Assert.Equal([Open, Close], DeskActions.AtCounter(Desk(Board(first: Stand(state: CounterState.Paused)))).Select(offer => offer.Action));

    [Fact]
    public void A_counter_paused_over_its_ticket_finishes_it_and_can_be_opened_again()
    {
        var offers = DeskActions.AtCounter(DeskWith(TicketState.Serving, CounterState.Paused)).Select(offer => offer.Action);

        Assert.Equal([Complete, Park, Transfer, Open], offers);
    }

    [Fact]
    public void Another_clerks_counter_offers_nothing() =>
        Assert.Empty(DeskActions.AtCounter(Desk(Board(first: Stand(staff: "lee")))));

    [Fact]
    public void A_counter_cannot_be_opened_once_the_day_is_closed()
    {
        var closed = Desk(Board(first: Stand(state: CounterState.Closed, staff: null), dayOpen: false));

        Assert.Equal([new Offer(Open, Blocked.DayClosed)], DeskActions.AtCounter(closed));
    }

    [Fact]
    public void A_counter_with_a_ticket_offers_neither_closing_nor_another_call()
    {
        foreach (var state in new[] { TicketState.Called, TicketState.Serving })
        {
            var desk = DeskWith(state);
            Assert.DoesNotContain(DeskActions.AtCounter(desk), offer => offer.Action is Close or CallNext);
            Assert.Equal(Blocked.TicketAtCounter, DeskActions.OnListed(desk, Ticket(1))[0].Blocked);
        }
    }

    [Fact]
    public void A_particular_ticket_cannot_be_called_to_a_paused_counter()
    {
        var paused = Desk(Board(first: Stand(state: CounterState.Paused)));

        Assert.Equal(Blocked.CounterNotOpen, DeskActions.OnListed(paused, Ticket(1))[0].Blocked);
    }

    [Fact]
    public void Every_key_has_one_meaning_in_each_stage_and_none_is_a_bare_letter()
    {
        var chords = Enum.GetValues<DeskAction>().Select(Shortcuts.Of).OfType<Shortcut>().Select(shortcut => shortcut.Chord).ToList();

        Assert.Equal(chords.Count, chords.Distinct().Count());
        Assert.All(chords, chord => Assert.True(chord.StartsWith('F') || chord.StartsWith("Alt+", StringComparison.Ordinal), chord));
        Assert.All(Enum.GetValues<DeskAction>().Where(action => Shortcuts.Of(action) is not null),
            action => Assert.Equal(action, Shortcuts.For(Shortcuts.Of(action)!.Chord)));
    }

    [Fact]
    public void Everything_offered_at_the_counter_has_a_key() =>
        Assert.All(
            new[] { Desk(), DeskWith(TicketState.Called), DeskWith(TicketState.Serving), Desk(Board(first: Stand(state: CounterState.Paused))) },
            desk => Assert.All(DeskActions.AtCounter(desk), offer => Assert.NotNull(Shortcuts.Of(offer.Action))));
}
