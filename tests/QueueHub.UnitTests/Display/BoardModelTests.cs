using DisplayClient.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class BoardModelTests
{
    [Fact]
    public void A_newer_version_replaces_the_board()
    {
        var model = BoardModel.Empty.With(Board(1)).With(Board(2));

        Assert.Equal(2, model.Board!.Version);
    }

    [Fact]
    public void An_older_board_that_comes_late_is_ignored()
    {
        var model = BoardModel.Empty.With(Board(2, seconds: 1));

        Assert.Same(model, model.With(Board(1, seconds: 0)));
    }

    [Fact]
    public void Another_epoch_replaces_everything_even_with_a_lower_version()
    {
        var model = BoardModel.Empty.With(Board(900)).With(Board(5, epoch: "e2"));

        Assert.Equal(("e2", 5), (model.Board!.Epoch, model.Board.Version));
    }

    [Fact]
    public void The_same_version_confirmed_later_is_fresh_again()
    {
        var model = BoardModel.Empty.With(Board(1, seconds: 0)).With(Board(1, seconds: 10));

        Assert.Equal(Noon.AddSeconds(10), model.FreshAt);
    }

    [Fact]
    public void A_stale_board_keeps_the_age_of_the_last_true_one()
    {
        var model = BoardModel.Empty.With(Board(1, seconds: 0)).With(Board(1, seconds: 30) with { Stale = true });

        Assert.True(model.Board!.Stale);
        Assert.Equal(Noon, model.FreshAt);
    }

    [Fact]
    public void A_first_board_that_is_stale_has_no_known_age() => Assert.Null(BoardModel.Empty.With(Board(1) with { Stale = true }).FreshAt);
}
