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
}
