using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

/// <summary>What a node knows: the log as far as it has read it, and what its own commands were answered with.</summary>
public class OfficeMemoryTests
{
    private readonly OfficeStory _story = new OfficeStory().Open("1", "resident").Issue(1, 10);

    [Fact]
    public void An_answer_that_was_not_read_from_the_log_yet_is_known()
    {
        var read = _story.State;
        _story.Issue(2, 20).Call(1, "1");

        var memory = OfficeMemory.Of(read, [.. _story.Log[..3]], Enumerable.Reverse(_story.Log[3..]), witness: true);

        Assert.Equal(_story.State.Version, memory.State.Version);
        Assert.Equal(_story.State.Tickets.OrderBy(pair => pair.Key), memory.State.Tickets.OrderBy(pair => pair.Key));
        Assert.Equal(_story.Log, memory.Recent);
    }

    [Fact]
    public void Of_answers_behind_one_that_another_node_got_the_rows_are_known_and_the_log_ends_before_the_gap()
    {
        var read = _story.State;
        _story.Issue(2, 20).Issue(3, 30);

        var memory = OfficeMemory.Of(read, [.. _story.Log[..3]], [_story.Log[^1]], witness: true);

        Assert.Equal(_story.State.Version, memory.State.Version);
        Assert.Equal([1, 3], memory.State.Tickets.Keys.Order());
        Assert.Equal(_story.Log[..3], memory.Recent);
    }

    [Fact]
    public void Answers_of_another_epoch_and_those_already_read_change_nothing()
    {
        OfficeEvent[] told = [_story.Log[0], _story.Log[^1] with { Epoch = "e0", Version = 99 }];

        var memory = OfficeMemory.Of(_story.State, [.. _story.Log], told, witness: false);

        Assert.Same(_story.State, memory.State);
        Assert.Equal(_story.Log, memory.Recent);
    }
}
