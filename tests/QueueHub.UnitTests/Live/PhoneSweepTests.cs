using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Phones;
using QueueHub.TestSupport;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public sealed class PhoneSweepTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly FakeStates _states = new();
    private readonly FakeTimeProvider _time = new();
    private readonly PhoneSweep _sweep;

    public PhoneSweepTests() => _sweep = new PhoneSweep(_states, new OneOffice(), _time, NullLogger<PhoneSweep>.Instance);

    public async ValueTask InitializeAsync() => await _sweep.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _sweep.StopAsync(CancellationToken.None);
        _sweep.Dispose();
    }

    [Fact]
    public async Task The_called_phone_is_told_at_once_and_the_others_by_the_sweep()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2));
        var called = Join(1);
        var behind = Join(2);
        Assert.Contains("\"peopleAhead\":0", await called.HearsAsync(), StringComparison.Ordinal);
        Assert.Contains("\"peopleAhead\":1", await behind.HearsAsync(), StringComparison.Ordinal);

        story.Call(1, "1");
        _states.Show(story, story.Log[^1]);

        Assert.Contains("\"state\":\"called\"", await called.HearsAsync(), StringComparison.Ordinal);
        Assert.False(behind.HasHeard());

        _sweep.SweepAll();

        Assert.Contains("\"peopleAhead\":0", await behind.HearsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_and_went_first_between_two_sweeps_is_told_of_although_the_place_is_the_same()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 10));
        var phone = Join(1);
        Assert.Contains("\"peopleAhead\":0", await phone.HearsAsync(), StringComparison.Ordinal);

        story.Issue(2, 5);
        story.Happen(EventType.TicketIssued, story.Ticket(2) with { Credit = 600_000, Joined = story.Ticket(1).Joined + 1 });
        story.Call(2, "1");
        _states.Show(story, [.. story.Log.TakeLast(3)]);
        _sweep.SweepAll();

        var heard = await phone.HearsAsync();
        Assert.Contains("\"peopleAhead\":0", heard, StringComparison.Ordinal);
        Assert.Contains("\"passed\":\"priority\"", heard, StringComparison.Ordinal);
        _sweep.SweepAll();
        Assert.False(phone.HasHeard());
    }

    [Fact]
    public async Task A_change_is_swept_without_anybody_asking_and_two_of_them_once()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Open("2", "resident").Issue(1, 1).Issue(2, 2).Issue(3, 3));
        var behind = Join(3);
        await behind.HearsAsync();

        story.Call(1, "1");
        story.Call(2, "2");
        _states.Show(story, [.. story.Log.TakeLast(2)]);
        var heard = behind.HearsAsync();
        while (!heard.IsCompleted)
        {
            // The sweep may not have come to its next wait yet.
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(heard, Task.Delay(1));
        }

        Assert.Contains("\"peopleAhead\":0", await heard, StringComparison.Ordinal);
        _sweep.SweepAll();
        Assert.False(behind.HasHeard());
    }

    [Fact]
    public async Task A_phone_far_behind_hears_of_its_place_only_every_few_seconds_and_does_hear_of_it()
    {
        var story = new OfficeStory().Open("1", "resident");
        for (var ordinal = 1; ordinal <= PhoneSweep.NearFront + 10; ordinal++)
        {
            story.Issue(ordinal, ordinal);
        }

        Show(story);
        var near = Join(2);
        var far = Join(PhoneSweep.NearFront + 10);
        await near.HearsAsync();
        await far.HearsAsync();
        story.Call(1, "1");
        _states.Show(story, story.Log[^1]);

        _sweep.SweepAll();
        await near.HearsAsync();
        Assert.False(far.HasHeard());

        _time.Advance(PhoneSweep.FarInterval);
        _sweep.SweepAll();

        Assert.Contains($"\"peopleAhead\":{PhoneSweep.NearFront + 8}", await far.HearsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counter_that_closes_is_news_for_every_phone()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 1));
        var phone = Join(1);
        Assert.Contains("\"openCounters\":1", await phone.HearsAsync(), StringComparison.Ordinal);

        story.Happen(EventType.CounterClosed, null, new CounterRow("1", CounterState.Closed, 0));
        _states.Show(story, story.Log[^1]);

        Assert.Contains("\"openCounters\":0", await phone.HearsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_has_long_heard_nothing_is_given_a_sign_of_life()
    {
        Show(new OfficeStory().Issue(1, 1));
        var phone = Join(1);
        await phone.HearsAsync();
        _sweep.SweepAll();
        Assert.False(phone.HasHeard());

        _time.Advance(PhoneSweep.KeepAlive);
        _sweep.SweepAll();

        Assert.Equal("event: alive\ndata: \n\n", await phone.HearsAsync());
    }

    [Fact]
    public async Task What_happens_while_a_phone_does_not_read_is_told_in_one_message_once_it_has_read()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 1));
        var slow = Join(1, most: 1);
        var other = Join(1);
        await other.HearsAsync();

        story.Call(1, "1");
        _states.Show(story, story.Log[^1]);
        await other.HearsAsync();
        story.Happen(EventType.ServiceStarted, story.Ticket(1) with { State = TicketState.Serving });
        _states.Show(story, story.Log[^1]);
        await other.HearsAsync();

        Assert.Contains("\"state\":\"waiting\"", await slow.HearsAsync(), StringComparison.Ordinal);
        Assert.Contains("\"state\":\"serving\"", await slow.HearsAsync(), StringComparison.Ordinal);
        Assert.False(slow.HasHeard());
    }

    [Fact]
    public async Task What_happens_just_while_a_phone_is_told_something_is_told_next()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 1));
        _states.Meanwhile = () =>
        {
            story.Call(1, "1");
            _states.Show(story, story.Log[^1]);
        };

        var phone = Join(1);

        // The two messages may be read as one.
        var heard = await phone.HearsAsync();
        Assert.Contains("\"state\":\"waiting\"", heard, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"called\"", heard.Contains("called", StringComparison.Ordinal) ? heard : await phone.HearsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_called_phone_goes_before_those_who_stand_in_line_also_when_it_stands_among_them()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2).Issue(3, 3));
        var told = new ConcurrentQueue<int>();
        using var stand = new ManualResetEventSlim();
        _states.Meanwhile = () =>
        {
            stand.Wait();
            story.Call(3, "1");
            _states.Show(story, story.Log[^1]);
        };

        foreach (var number in new[] { 1, 2, 3 })
        {
            _sweep.Join("seocho", number, PipeWriter.Create(new Noted(told, number)));
        }

        stand.Set();
        await Eventually.TrueAsync(() => told.Count == 3, "all are told");

        Assert.Equal([1, 3, 2], told);
    }

    [Fact]
    public async Task A_final_state_is_the_last_word_and_ends_the_answer()
    {
        var story = Show(new OfficeStory().Issue(1, 1));
        var phone = Join(1);
        await phone.HearsAsync();

        story.Happen(EventType.TicketCancelled, story.Ticket(1) with { State = TicketState.Cancelled });
        _states.Show(story, story.Log[^1]);

        Assert.Contains("\"state\":\"cancelled\"", await phone.HearsAsync(), StringComparison.Ordinal);
        await phone.Phone.Ended.WaitAsync(Limit);
    }

    [Fact]
    public async Task Nothing_is_written_to_a_phone_that_has_left_and_one_that_cannot_be_written_to_harms_no_other()
    {
        var story = Show(new OfficeStory().Open("1", "resident").Issue(1, 1));
        var left = Join(1);
        var broken = Join(1);
        var other = Join(1);
        await left.HearsAsync();
        await broken.HearsAsync();
        await other.HearsAsync();
        _sweep.Leave(left.Phone);
        await broken.Pipe.Writer.CompleteAsync();

        story.Call(1, "1");
        _states.Show(story, story.Log[^1]);

        Assert.Contains("\"state\":\"called\"", await other.HearsAsync(), StringComparison.Ordinal);
        await broken.Phone.Ended.WaitAsync(Limit);
        Assert.False(left.HasHeard());
        Assert.Equal(2, _sweep.Count);
    }

    [Fact]
    public async Task A_node_that_stops_ends_every_answer()
    {
        Show(new OfficeStory().Issue(1, 1));
        var phone = Join(1);

        _sweep.EndAll();

        await phone.Phone.Ended.WaitAsync(Limit);
    }

    private OfficeStory Show(OfficeStory story)
    {
        _states.Show(story);
        return story;
    }

    private Listener Join(long ordinal, int most = 0)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: most, resumeWriterThreshold: most, useSynchronizationContext: false));
        return new Listener(_sweep.Join("seocho", ordinal, pipe.Writer), pipe);
    }

    // Notes when something is written to it.
    private sealed class Noted(ConcurrentQueue<int> told, int number) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            told.Enqueue(number);
            return ValueTask.CompletedTask;
        }
    }

    private sealed record Listener(Phone Phone, Pipe Pipe)
    {
        public async Task<string> HearsAsync()
        {
            var read = await Pipe.Reader.ReadAsync().AsTask().WaitAsync(Limit);
            var text = Encoding.UTF8.GetString(read.Buffer);
            Pipe.Reader.AdvanceTo(read.Buffer.End);
            return text;
        }

        public bool HasHeard() => Pipe.Reader.TryRead(out _);
    }
}
