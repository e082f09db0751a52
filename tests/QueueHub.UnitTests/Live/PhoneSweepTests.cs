using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Phones;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public sealed class PhoneSweepTests : IDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromMilliseconds(1);

    private readonly FakeStates _states = new();
    private readonly FakeTimeProvider _time = new();
    private readonly PhoneSweep _sweep;

    public PhoneSweepTests() => _sweep = new PhoneSweep(_states, _time);

    public void Dispose() => _sweep.Dispose();

    [Fact]
    public async Task The_called_phone_is_woken_at_once_and_the_others_by_the_sweep()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2);
        var called = Join(story, 1);
        var behind = Join(story, 2);

        story.Call(1, "1");
        _states.Show(story, story.Log[^1]);

        Assert.True(await Woken(called));
        Assert.False(await Woken(behind));

        _sweep.SweepDirty();

        Assert.True(await Woken(behind));
    }

    [Fact]
    public async Task A_phone_far_behind_hears_of_its_place_only_every_few_seconds_and_does_hear_of_it()
    {
        var story = new OfficeStory().Open("1", "resident");
        for (var ordinal = 1; ordinal <= PhoneSweep.NearFront + 10; ordinal++)
        {
            story.Issue(ordinal, ordinal);
        }

        var far = Join(story, PhoneSweep.NearFront + 10);
        story.Call(1, "1");
        _states.Show(story, story.Log[^1]);

        _sweep.SweepDirty();
        Assert.False(await Woken(far));

        _time.Advance(PhoneSweep.FarInterval);
        _sweep.SweepDirty();

        Assert.True(await Woken(far));
    }

    [Fact]
    public async Task A_counter_that_closes_is_news_for_every_phone()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1);
        var phone = Join(story, 1);

        story.Happen(EventType.CounterClosed, null, new CounterRow("1", CounterState.Closed, 0));
        _states.Show(story, story.Log[^1]);

        Assert.True(await Woken(phone));
    }

    private Phone Join(OfficeStory story, long ordinal)
    {
        var phone = _sweep.Join("seocho", ordinal);
        phone.Sent(story.State.PeopleAhead(story.Ticket(ordinal)), _time.GetTimestamp());
        return phone;
    }

    private static Task<bool> Woken(Phone phone) => phone.WaitAsync(Never, TimeProvider.System, CancellationToken.None);
}
