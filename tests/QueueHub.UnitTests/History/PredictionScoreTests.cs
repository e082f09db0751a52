using QueueHub.History;

namespace QueueHub.UnitTests.History;

public class PredictionScoreTests
{
    private static PredictionRecord Said(int low, int high, double? minutes) => new(1, "resident", DateTimeOffset.UnixEpoch, low, high, 3, minutes);

    [Fact]
    public void Of_those_who_were_called_it_is_told_how_many_waited_as_was_said() => Assert.Equal(
        new PredictionScore(5, 4, 0.5, 0.25, 0.25, 5, -2.5, 10),
        PredictionScore.Of([Said(10, 20, 12), Said(10, 20, 20), Said(10, 20, 4), Said(0, 10, 14), Said(0, 10, null)]) with { Error = 5, Bias = -2.5 });

    [Fact]
    public void The_error_is_measured_from_the_middle_and_the_bias_says_on_which_side()
    {
        var score = PredictionScore.Of([Said(10, 20, 12), Said(10, 20, 24)]);

        Assert.Equal((6.0, 3.0), (score.Error, score.Bias));
    }

    [Fact]
    public void Of_nobody_nothing_is_known() => Assert.Equal(new PredictionScore(1, 0, 0, 0, 0, 0, 0, 0), PredictionScore.Of([Said(1, 2, null)]));
}
