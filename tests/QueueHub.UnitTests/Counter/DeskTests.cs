using CounterClient;
using CsCheck;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public class DeskTests
{
    [Fact]
    public void An_older_board_of_the_same_epoch_is_ignored()
    {
        var desk = Desk(Board(version: 5)).Fold(Board(version: 4));

        Assert.Equal(5, desk.Board.Version);
    }

    [Fact]
    public void A_board_of_another_epoch_replaces_all_whatever_its_version()
    {
        var desk = Desk(Board(version: 5)).Fold(Board(version: 2, epoch: "e2"));

        Assert.Equal(("e2", 2), (desk.Board.Epoch, desk.Board.Version));
    }

    [Fact]
    public void The_same_version_computed_later_is_taken_for_its_stale_flag()
    {
        var stale = Board(version: 5, at: Noon.AddSeconds(1)) with { Stale = true };

        Assert.True(Desk(Board(version: 5)).Fold(stale).Board.Stale);
        Assert.True(Desk(stale).Fold(Board(version: 5)).Board.Stale);
    }

    [Fact]
    public void However_boards_of_an_epoch_arrive_the_newest_is_shown() =>
        Gen.Int[0, 50].Array[1, 20].Sample(versions =>
        {
            var desk = versions.Aggregate(Desk(Board(version: 0)), (desk, version) => desk.Fold(Board(version)));
            return desk.Board.Version == versions.Max();
        });

    [Theory]
    [InlineData(CounterState.Closed, null, null, DeskStage.Closed)]
    [InlineData(CounterState.Open, "lee", null, DeskStage.Taken)]
    [InlineData(CounterState.Paused, "lee", null, DeskStage.Taken)]
    [InlineData(CounterState.Open, "kim", null, DeskStage.Idle)]
    [InlineData(CounterState.Paused, "kim", null, DeskStage.Paused)]
    [InlineData(CounterState.Open, "kim", TicketState.Called, DeskStage.Called)]
    [InlineData(CounterState.Open, "kim", TicketState.Serving, DeskStage.Serving)]
    [InlineData(CounterState.Paused, "kim", TicketState.Serving, DeskStage.Serving)]
    public void The_stage_follows_counter_clerk_and_ticket(CounterState state, string? staff, TicketState? ticket, DeskStage expected)
    {
        var counter = Stand(state: state, staff: staff, ticket: ticket is { } of ? Ticket(7, of) : null);

        Assert.Equal(expected, Desk(Board(first: counter)).Stage);
    }

    [Fact]
    public void Next_up_is_the_first_of_the_primary_services_even_when_a_helped_one_waits_longer()
    {
        var desk = Desk(Board(waiting: [Ticket(1, service: "tax"), Ticket(2, service: "passport"), Ticket(3)]));

        Assert.Equal(3, desk.NextUp?.Ordinal);
    }

    [Fact]
    public void Next_up_is_of_the_helped_services_when_no_primary_one_waits()
    {
        var desk = Desk(Board(waiting: [Ticket(1, service: "tax"), Ticket(2, service: "passport")]));

        Assert.Equal(2, desk.NextUp?.Ordinal);
        Assert.Equal(1, desk.WaitingHere);
    }

    [Fact]
    public void Next_up_is_unknown_when_the_primary_line_is_beyond_what_is_listed()
    {
        var board = Board(waiting: [Ticket(2, service: "passport")]);
        board = board with { Services = [board.Services[0] with { Waiting = 3 }, .. board.Services.Skip(1)] };

        Assert.Null(Desk(board).NextUp);
    }

    [Fact]
    public void A_waiting_ticket_has_waited_before_and_since()
    {
        var ticket = Ticket(1, waitedSeconds: 60);

        Assert.Equal(TimeSpan.FromMinutes(6), CounterClient.Desk.Waited(ticket, Noon));
        Assert.Equal(TimeSpan.FromMinutes(1), CounterClient.Desk.Waited(ticket with { State = TicketState.Called }, Noon));
    }

    [Fact]
    public void A_moment_that_the_server_clock_has_not_reached_is_no_negative_time() =>
        Assert.Equal(TimeSpan.Zero, CounterClient.Desk.Elapsed(Noon.AddSeconds(1), Noon));

    [Fact]
    public void Only_a_class_with_credit_is_named()
    {
        var desk = Desk();

        Assert.Null(desk.PriorityName(Ticket(1), "en"));
        Assert.Equal("우선 배려", desk.PriorityName(Ticket(1, @class: "priority"), "ko"));
    }

    [Fact]
    public void A_counter_the_office_no_longer_has_is_shown_as_closed() =>
        Assert.Equal(DeskStage.Closed, (Desk() with { CounterId = "9" }).Stage);

    [Fact]
    public void Whoever_waits_for_this_counter_alone_is_called_here_and_nobody_who_waits_for_another()
    {
        var board = Board(waiting: [Ticket(1) with { Target = "2" }, Ticket(2, service: "tax") with { Target = "1" }, Ticket(3)]);
        var desk = Desk(board);

        Assert.Equal([2L, 3L], desk.InTurn.Select(ticket => ticket.Ordinal));
        Assert.Equal(2, desk.WaitingHere);
        Assert.Equal(2, desk.NextUp?.Ordinal);
    }

    [Fact]
    public void A_helped_line_comes_after_all_primary_ones_in_turn()
    {
        var desk = Desk(Board(waiting: [Ticket(1, service: "passport"), Ticket(2), Ticket(3)]));

        Assert.Equal([2L, 3L, 1L], desk.InTurn.Select(ticket => ticket.Ordinal));
        Assert.Equal(3, desk.After(2)?.Ordinal);
        Assert.Null(desk.After(1));
    }

    [Fact]
    public void Calling_somebody_passes_others_only_in_the_same_line()
    {
        var desk = Desk(Board(waiting: [Ticket(1), Ticket(2, service: "passport"), Ticket(3)], parked: [Ticket(4, TicketState.Parked)]));

        Assert.False(desk.PassesOthers(desk.Find(1)!));
        Assert.False(desk.PassesOthers(desk.Find(2)!));
        Assert.True(desk.PassesOthers(desk.Find(3)!));
        Assert.False(desk.PassesOthers(desk.Find(4)!));
    }

    [Fact]
    public void A_counter_held_at_another_screen_of_the_same_clerk_is_taken()
    {
        var board = Board(first: Stand() with { Desk = "there" });

        Assert.Equal(DeskStage.Taken, (Desk(board) with { MyDesks = ["here"] }).Stage);
        Assert.True((Desk(board) with { MyDesks = ["here"] }).IsMineElsewhere);
        Assert.Equal(DeskStage.Idle, (Desk(board) with { MyDesks = ["here", "there"] }).Stage);
        Assert.Equal(DeskStage.Idle, Desk(board).Stage);
    }

    [Fact]
    public void A_sound_tells_once_that_somebody_waits_while_the_counter_is_free()
    {
        var chime = new Chime();

        Assert.False(chime.Hears(Desk(Board(waiting: [Ticket(1)]))));
        Assert.False(chime.Hears(Desk(Board())));
        Assert.True(chime.Hears(Desk(Board(waiting: [Ticket(2)]))));
        Assert.False(chime.Hears(Desk(Board(waiting: [Ticket(2), Ticket(3)]))));
        Assert.False(chime.Hears(Desk(Board())));
        Assert.False(chime.Hears(Desk(Board(first: Stand(state: CounterState.Paused), waiting: [Ticket(4)]))));
    }

    [Theory]
    [InlineData(1800, 1600, null)]
    [InlineData(1800, 1680, 120)]
    [InlineData(1800, 1801, 0)]
    [InlineData(60, 20, null)]
    [InlineData(60, 40, 20)]
    [InlineData(0, 100000, null)]
    public void An_unused_session_is_warned_of_two_minutes_before_its_end(int limit, int unused, int? left) =>
        Assert.Equal(left is { } seconds ? TimeSpan.FromSeconds(seconds) : null, new IdleWatch(TimeSpan.FromSeconds(limit)).Left(TimeSpan.FromSeconds(unused)));

    [Fact]
    public void Orders_with_the_same_services_are_the_same_order()
    {
        Assert.Equal(new DeskOrder(DeskAction.SetJourney, 1, Services: new IdList(["a", "b"])), new DeskOrder(DeskAction.SetJourney, 1, Services: new IdList(["a", "b"])));
        Assert.NotEqual(new IdList(["a", "b"]), new IdList(["b", "a"]));
    }
}
