using CsCheck;
using DisplayClient.Boards;

namespace QueueHub.UnitTests.Display;

public class PagerTests
{
    [Fact]
    public void Five_calls_on_pages_of_four_are_three_and_two()
    {
        var (pager, calls) = (new Pager(4), Enumerable.Range(1, 5).ToList());

        Assert.Equal([1, 2, 3], pager.Slice(calls));
        Assert.Equal([4, 5], pager.Turn(5).Slice(calls));
        Assert.Equal([1, 2, 3], pager.Turn(5).Turn(5).Slice(calls));
    }

    [Fact]
    public void A_list_that_became_shorter_shows_its_last_page() => Assert.Equal([1, 2], new Pager(4, Index: 3).Slice([1, 2]));

    [Fact]
    public void An_empty_list_has_one_empty_page()
    {
        Assert.Empty(new Pager(4).Slice(Array.Empty<int>()));
        Assert.Equal(new Pager(4), new Pager(4).Turn(0));
    }

    [Fact]
    public void Turning_through_all_pages_shows_every_item_once() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 9]).Sample((count, capacity) =>
        {
            var items = Enumerable.Range(0, count).ToList();
            var (pager, seen) = (new Pager(capacity), new List<int>());
            for (var page = 0; page < pager.Count(count); page++)
            {
                var slice = pager.Slice(items);
                Assert.True(slice.Count <= capacity && (slice.Count > 0 || count == 0));
                seen.AddRange(slice);
                pager = pager.Turn(count);
            }
            Assert.Equal(items, seen);
            Assert.Equal(0, pager.Index);
        });

    [Fact]
    public void A_revealed_item_is_on_the_page_shown() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 9], Gen.Int[0, 59]).Where((count, _, item) => item < count).Sample((count, capacity, item) =>
            Assert.Contains(item, new Pager(capacity).Reveal(item, count).Slice(Enumerable.Range(0, count).ToList())));
}
