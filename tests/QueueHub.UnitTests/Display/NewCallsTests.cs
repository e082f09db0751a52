using CsCheck;
using DisplayClient.Announcing;
using DisplayClient.Boards;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class NewCallsTests
{
    private readonly NewCalls _calls = new();

    [Fact]
    public void A_display_switched_on_announces_only_what_is_called_this_moment()
    {
        var fresh = _calls.In(Board(9, seconds: 100, calls: [Call(9, seconds: 97), Call(7, seconds: 94), Call(3, seconds: 10)]));

        Assert.Equal([9], fresh.Select(call => call.Id));
    }

    [Fact]
    public void A_call_is_new_once()
    {
        _calls.In(Board(1));

        Assert.Equal([2], Ids(_calls.In(Board(2, seconds: 1, calls: [Call(2, seconds: 1)]))));
        Assert.Empty(_calls.In(Board(3, seconds: 2, calls: [Call(2, seconds: 1)])));
    }

    [Fact]
    public void A_recall_is_announced_again()
    {
        _calls.In(Board(2, calls: [Call(2, number: 17)]));

        Assert.Equal([5], Ids(_calls.In(Board(5, seconds: 30, calls: [Call(5, seconds: 30, number: 17)]))));
    }

    [Fact]
    public void Calls_missed_in_a_short_loss_are_made_in_order_and_old_ones_are_not()
    {
        _calls.In(Board(1));

        var fresh = _calls.In(Board(9, seconds: 60, calls: [Call(9, seconds: 55), Call(6, seconds: 21), Call(4, seconds: -1)]));

        Assert.Equal([6, 9], Ids(fresh));
    }

    [Fact]
    public void A_call_that_was_answered_while_the_link_was_lost_is_still_announced()
    {
        _calls.In(Board(1));

        var fresh = _calls.In(Board(4, seconds: 10) with { Recent = [Call(2, seconds: 8)] });

        Assert.Equal([2], Ids(fresh));
    }

    [Fact]
    public void A_call_that_has_ended_is_announced_for_a_shorter_time()
    {
        _calls.In(Board(1));

        var fresh = _calls.In(Board(9, seconds: 60) with { Recent = [Call(9, seconds: 41), Call(8, seconds: 39)] });

        Assert.Equal([9], Ids(fresh));
    }

    [Fact]
    public void After_a_power_cut_what_was_announced_is_not_announced_again_and_what_was_missed_is()
    {
        _calls.Remember([new HeardCall(7, 7, "3")]);

        var fresh = _calls.In(Board(12, seconds: 60, calls: [Call(12, seconds: 58), Call(9, seconds: 20), Call(7, seconds: 15), Call(3, seconds: -5)]));

        Assert.Equal([9, 12], Ids(fresh));
    }

    [Fact]
    public void A_call_carried_into_a_new_epoch_is_not_announced_again()
    {
        _calls.In(Board(1));
        _calls.In(Board(7, seconds: 10, calls: [Call(7, seconds: 10)]));

        var fresh = _calls.In(Board(900, seconds: 15, epoch: "e2", calls: [Call(7, seconds: 10), Call(899, seconds: 14)]));

        Assert.Equal([899], Ids(fresh));
    }

    [Fact]
    public void A_new_epoch_may_count_from_one_again()
    {
        _calls.In(Board(500, calls: [Call(500)]));

        Assert.Equal([3], Ids(_calls.In(Board(3, seconds: 5, epoch: "e2", calls: [Call(3, seconds: 5)]))));
    }

    /// <summary>Boards are dropped, repeated and overtaken at random, but none of the gaps is longer than the window.</summary>
    [Fact]
    public void However_boards_are_delivered_each_call_is_announced_exactly_once_and_in_order() =>
        Gen.Select(Gen.Int[0, 5].Array[1, 80], Gen.Int[0, 9].Array[200], Gen.Int[0, 3].Array[200]).Sample((acts, fates, delays) =>
        {
            var (boards, called) = Day(acts);
            var (model, calls, announced) = (BoardModel.Empty.With(boards[0]), new NewCalls(), new List<long>());
            announced.AddRange(Ids(calls.In(boards[0])));
            foreach (var board in Delivered(boards, fates, delays))
            {
                var after = model.With(board);
                if (!ReferenceEquals(after, model))
                {
                    model = after;
                    announced.AddRange(Ids(calls.In(board)));
                }
            }

            Assert.Equal(called, announced);
        });

    /// <summary>One act every two seconds: call, recall, or a citizen comes to the counter.</summary>
    private static (List<Board> Boards, List<long> Called) Day(int[] acts)
    {
        var (standing, recent, called) = (new List<BoardCall>(), new List<BoardCall>(), new List<long>());
        List<Board> boards = [Board(1)];
        for (var i = 0; i < acts.Length; i++)
        {
            var (version, seconds) = (i + 2, (i + 1) * 2);
            switch (acts[i])
            {
                case 0 or 1:
                    standing.Insert(0, Call(version, seconds));
                    called.Add(version);
                    break;
                case 2 when standing is [.., var last]:
                    standing.Remove(last);
                    standing.Insert(0, last with { Id = version, At = Noon.AddSeconds(seconds), Times = last.Times + 1 });
                    called.Add(version);
                    break;
                case 3 or 4 when standing is [.., var first]:
                    standing.Remove(first);
                    recent.Insert(0, first);
                    break;
            }
            boards.Add(Board(version, seconds, calls: [.. standing]) with { Recent = [.. recent.Take(10)] });
        }
        return (boards, called);
    }

    private static IEnumerable<Board> Delivered(List<Board> boards, int[] fates, int[] delays)
    {
        var arrivals = new List<(int At, Board Board)>();
        for (var i = 1; i < boards.Count; i++)
        {
            // A call that is recalled before any display saw it is announced as the recall: so every board with a recall gets through.
            var mustArrive = i == boards.Count - 1 || i % 8 == 0 || boards[i + 1].Calls.Any(call => call.Times > 1 && call.Id == boards[i + 1].Version);
            if (mustArrive || fates[i] < 5)
            {
                arrivals.Add((mustArrive ? i : i + delays[i], boards[i]));
            }
            if (fates[i] is 3 or 4 or 9)
            {
                arrivals.Add((i + delays[i] + 1, boards[i]));
            }
        }
        return arrivals.OrderBy(arrival => arrival.At).Select(arrival => arrival.Board);
    }

    private static IEnumerable<long> Ids(IEnumerable<BoardCall> calls) => calls.Select(call => call.Id);
}
