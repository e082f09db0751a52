using CounterClient;
using QueueHub.Contracts.Tickets;
using static CounterClient.DeskAction;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public class DeskActionsTests
{
    public static TheoryData<TicketState, DeskAction[]> AtCounterWithTicket => new()
    {
        { TicketState.Called, [Start, Recall, NoShow, Requeue, Park, Transfer, SetJourney, Cancel, Pause] },
        { TicketState.Serving, [Complete, Park, Transfer, SetJourney, Pause] },
    };

    public static TheoryData<TicketState, DeskAction[]> InLists => new()
    {
        { TicketState.Waiting, [Call, Requeue, SetJourney, Cancel] },
        { TicketState.Parked, [Call, Resume, SetJourney, Cancel] },
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
        Assert.Equal(expected, DeskActions.AtCounter(DeskWith(state), Noon).Select(offer => offer.Action));

    [Theory]
    [MemberData(nameof(InLists))]
    public void A_listed_ticket_offers_what_its_state_allows(TicketState state, DeskAction[] expected) =>
        Assert.Equal(expected, DeskActions.OnListed(Desk(), Ticket(1, state)).Select(offer => offer.Action));

    [Fact]
    public void A_free_counter_calls_next_pauses_or_closes()
    {
        var offers = DeskActions.AtCounter(Desk(Board(waiting: [Ticket(1)])), Noon);

        Assert.Equal([new Offer(CallNext), new Offer(Pause), new Offer(SetServices), new Offer(Close)], offers);
    }

    [Fact]
    public void Call_next_is_refused_with_its_reason_while_nobody_waits_here()
    {
        var offers = DeskActions.AtCounter(Desk(Board(waiting: [Ticket(1, service: "tax")])), Noon);

        Assert.Equal(new Offer(CallNext, Blocked.NobodyWaiting), offers[0]);
    }

    [Fact]
    public void A_paused_counter_opens_again_or_closes() =>
        Assert.Equal([Open, SetServices, Close], DeskActions.AtCounter(Desk(Board(first: Stand(state: CounterState.Paused))), Noon).Select(offer => offer.Action));

    [Fact]
    public void A_counter_paused_over_its_ticket_finishes_it_and_can_be_opened_again()
    {
        var offers = DeskActions.AtCounter(DeskWith(TicketState.Serving, CounterState.Paused), Noon).Select(offer => offer.Action);

        Assert.Equal([Complete, Park, Transfer, SetJourney, Open], offers);
    }

    [Fact]
    public void Another_clerks_counter_offers_nothing() =>
        Assert.Empty(DeskActions.AtCounter(Desk(Board(first: Stand(staff: "lee"))), Noon));

    [Fact]
    public void A_counter_cannot_be_opened_once_the_day_is_closed()
    {
        var closed = Desk(Board(first: Stand(state: CounterState.Closed, staff: null), dayOpen: false));

        Assert.Equal([new Offer(Open, Blocked.DayClosed)], DeskActions.AtCounter(closed, Noon));
    }

    [Fact]
    public void A_counter_with_a_ticket_offers_neither_closing_nor_another_call()
    {
        foreach (var state in new[] { TicketState.Called, TicketState.Serving })
        {
            var desk = DeskWith(state);
            Assert.DoesNotContain(DeskActions.AtCounter(desk, Noon), offer => offer.Action is Close or CallNext);
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
    public void A_number_just_announced_is_not_announced_again_for_some_seconds()
    {
        var desk = Desk(Board(first: Stand(ticket: Ticket(7, TicketState.Called, calls: 1) with { AnnouncedAt = Noon })));

        Assert.Equal(new Offer(Recall, Blocked.RecallLocked), DeskActions.AtCounter(desk, Noon.AddSeconds(4.9))[1]);
        Assert.Equal(new Offer(Recall), DeskActions.AtCounter(desk, Noon.AddSeconds(5))[1]);
    }

    [Theory]
    [InlineData(3, Start)]
    [InlineData(4, NoShow)]
    public void After_as_many_recalls_as_the_office_wants_no_show_is_the_offered_answer(int calls, DeskAction first)
    {
        var desk = Desk(Board(first: Stand(ticket: Ticket(7, TicketState.Called, calls: calls))));

        Assert.Equal(first, DeskActions.AtCounter(desk, Noon)[0].Action);
    }

    [Theory]
    [InlineData(1, Blocked.No)]
    [InlineData(2, Blocked.ReinstateLimit)]
    public void An_absent_ticket_comes_back_only_as_often_as_the_office_allows(int reinstated, Blocked expected)
    {
        var ticket = Ticket(1, TicketState.NoShow) with { Reinstated = reinstated };

        Assert.Equal(new Offer(Reinstate, expected), DeskActions.OnListed(Desk(), ticket)[0]);
    }

    [Fact]
    public void Every_key_has_one_meaning_in_each_stage_and_none_is_a_bare_letter()
    {
        var chords = Enum.GetValues<DeskAction>().Select(Shortcuts.Of).OfType<Shortcut>()
            .Concat([Shortcuts.Preview, Shortcuts.Ending, Shortcuts.Issue, Shortcuts.Lists, Shortcuts.Print, Shortcuts.StepAway, Shortcuts.Record, Shortcuts.Alarm]).Select(shortcut => shortcut.Chord).ToList();

        Assert.Equal(chords.Count, chords.Distinct().Count());
        Assert.All(chords, chord => Assert.True(chord.StartsWith('F') || chord.StartsWith("Alt+", StringComparison.Ordinal), chord));
        Assert.All(Enum.GetValues<DeskAction>().Where(action => Shortcuts.Of(action) is not null),
            action => Assert.Equal(action, Shortcuts.For(Shortcuts.Of(action)!.Chord)));
    }

    [Fact]
    public void Everything_offered_at_the_counter_has_a_key() =>
        Assert.All(
            new[] { Desk(), DeskWith(TicketState.Called), DeskWith(TicketState.Serving), Desk(Board(first: Stand(state: CounterState.Paused))) },
            desk => Assert.All(DeskActions.AtCounter(desk, Noon), offer => Assert.NotNull(Shortcuts.Of(offer.Action))));

    [Fact]
    public void The_alarms_key_is_beside_no_other_and_is_no_chord_of_the_desk()
    {
        Assert.DoesNotContain(Shortcuts.Alarm.Chord, Shortcuts.Chords);
        Assert.DoesNotContain("F11", Shortcuts.Chords);
    }

    [Theory]
    [InlineData(TicketState.Called)]
    [InlineData(TicketState.Serving)]
    public void A_visit_is_ended_only_after_a_warning(TicketState state)
    {
        var warned = Desk(Board(first: Stand(ticket: Ticket(7, state) with { Warnings = [new("language", Noon)] })));

        Assert.Equal([new Offer(Warn), new Offer(EndVisit, Blocked.NotWarned)], DeskActions.Protection(DeskWith(state)));
        Assert.Equal([new Offer(Warn), new Offer(EndVisit)], DeskActions.Protection(warned));
    }

    [Fact]
    public void Nobody_is_warned_where_nobody_is_or_at_anothers_counter()
    {
        Offer[] nobody = [new(Warn, Blocked.NobodyHere), new(EndVisit, Blocked.NobodyHere)];

        Assert.Equal(nobody, DeskActions.Protection(Desk()));
        Assert.Equal(nobody, DeskActions.Protection(Desk(Board(first: Stand(staff: "lee", ticket: Ticket(7, TicketState.Serving))))));
    }

    [Fact]
    public void A_clerk_can_step_away_from_an_open_counter_also_in_the_middle_of_a_visit()
    {
        Assert.Equal(Blocked.No, DeskActions.CanStepAway(Desk()));
        Assert.Equal(Blocked.No, DeskActions.CanStepAway(DeskWith(TicketState.Serving)));
        Assert.Equal(Blocked.CounterNotOpen, DeskActions.CanStepAway(DeskWith(TicketState.Serving, CounterState.Paused)));
        Assert.Equal(Blocked.CounterNotOpen, DeskActions.CanStepAway(Desk(Board(first: Stand(staff: "lee")))));
    }
}
