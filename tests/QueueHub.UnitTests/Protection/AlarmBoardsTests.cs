using System.Collections.Immutable;
using System.Text.Json;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Protection.Alarms;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Protection;

/// <summary>Who is told of which alarm.</summary>
public class AlarmBoardsTests
{
    private const long At = 1_772_410_000_000;
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(At + 5000);
    private static readonly Dictionary<string, string> Names = new() { ["s1"] = "김서연", ["s9"] = "최하늘" };

    private static readonly TicketRow Ticket = new(
        7, 12, "resident", ["resident"], 0, "standard", 0, "phone", "ko", "2026-03-02", TicketState.Serving, 0, 0, 0, 0, 0, "00", "3");

    private static readonly OfficeState Two = State(
        new CounterRow("3", CounterState.Open, At, "s1", Ticket: 7, Alarm: new(30, At, "s1", 7, [new("s9", At + 1, "청원경찰")])),
        new CounterRow("5", CounterState.Closed, At, Alarm: new(20, At - 9000, "s2")),
        new CounterRow("6", CounterState.Open, At, "s3"));

    [Fact]
    public void A_supervisor_knows_of_all_alarms_the_oldest_first()
    {
        var board = AlarmBoards.Of(Two, new("seocho", "", "s9", true), Names, Now);

        Assert.Equal(["5", "3"], board.Alarms.Select(alarm => alarm.Counter));
        var alarm = board.Alarms[1];
        Assert.Equal((30, 12, "김서연"), (alarm.Id, alarm.Number, alarm.StaffName));
        Assert.Equal([new AlarmAnswer("s9", "최하늘", DateTimeOffset.FromUnixTimeMilliseconds(At + 1), "청원경찰")], alarm.Answers);
        Assert.Equal(("s2", "s2", null), (board.Alarms[0].Staff, board.Alarms[0].StaffName, board.Alarms[0].Number));
    }

    [Fact]
    public void In_the_list_of_rooms_an_alarm_counts_except_on_the_screen_that_raised_it()
    {
        var raised = Two with { Counters = Two.Counters.SetItem("3", Two.Counters["3"] with { Desk = "d1" }) };

        Assert.Equal([2, 2, 1], new[] { null, "d2", "d1" }.Select(desk => AlarmBoards.Count(raised, desk)));
        Assert.Equal(0, AlarmBoards.Count(null, null));
    }

    [Theory]
    [InlineData("3", "s1", 1)]
    [InlineData("4", "s1", 0)]
    [InlineData("", "s1", 0)]
    [InlineData("3", "s2", 0)]
    [InlineData("5", "s2", 1)]
    [InlineData("6", "s3", 0)]
    public void A_clerk_knows_of_the_own_alarm_at_the_counter_where_it_was_raised_and_of_no_other(string counter, string staff, int alarms) =>
        Assert.Equal(alarms, AlarmBoards.Of(Two, new("seocho", counter, staff, false), Names, Now).Alarms.Count);

    [Fact]
    public void A_board_is_new_only_when_an_alarm_is()
    {
        var supervisor = new AlarmReader("seocho", "", "s9", true);
        var board = AlarmBoards.Of(Two, supervisor, Names, Now);
        AlarmBoard After(OfficeState state) => AlarmBoards.Of(state, supervisor, Names, Now.AddMinutes(1));

        Assert.True(AlarmBoards.Same(board, After(Two with { Version = 99 })));
        Assert.False(AlarmBoards.Same(board, After(Two with { Epoch = "e2" })));
        Assert.False(AlarmBoards.Same(board, After(Two with { Counters = Two.Counters.Remove("5") })));
        var more = Two.Counters["3"] with { Alarm = Two.Counters["3"].Alarm! with { Answers = [new("s9", At + 1, "청원경찰"), new("s8", At + 2)] } };
        Assert.False(AlarmBoards.Same(board, After(Two with { Counters = Two.Counters.SetItem("3", more) })));
    }

    [Fact]
    public void The_desk_board_says_nothing_of_it_for_it_is_seen_over_shoulders() =>
        Assert.DoesNotContain(typeof(Contracts.Boards.DeskBoard).Assembly.GetTypes()
            .Where(type => type.Namespace == "QueueHub.Contracts.Boards" && type != typeof(Contracts.Boards.RoomSummary))
            .SelectMany(type => type.GetProperties()), property => JsonNamingPolicy.CamelCase.ConvertName(property.Name).Contains("alarm", StringComparison.OrdinalIgnoreCase));

    private static OfficeState State(params CounterRow[] counters) => OfficeState.Empty("seocho") with
    {
        Epoch = "e1",
        Version = 41,
        Counters = counters.ToImmutableDictionary(counter => counter.Id),
        Tickets = ImmutableDictionary<long, TicketRow>.Empty.Add(7, Ticket),
    };
}
