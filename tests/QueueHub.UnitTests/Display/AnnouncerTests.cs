using DisplayClient.Announcing;
using Microsoft.Extensions.Logging.Abstractions;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class AnnouncerTests
{
    private readonly OneThread _thread = new();
    private readonly FakeSound _sound;
    private readonly Announcer _announcer;
    private readonly List<long> _seen = [];

    public AnnouncerTests()
    {
        _sound = new FakeSound(_thread.Time);
        _announcer = new Announcer(_sound, _thread.Time, NullLogger<Announcer>.Instance);
        _announcer.Changed += () =>
        {
            if (_announcer.Current is { } call)
            {
                _seen.Add(call.Id);
            }
        };
        _thread.Do(() => _ = _announcer.RunAsync(CancellationToken.None));
    }

    [Fact]
    public void Calls_that_come_together_are_made_one_after_another_and_none_is_swallowed()
    {
        _thread.Do(() => Add(1, 2, 3));
        Assert.Equal([1], _seen);
        _thread.Pass(TimeSpan.FromSeconds(3));
        _thread.Do(() => Add(4));
        _thread.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal([1, 2, 3, 4], _seen);
        Assert.Equal(4, _sound.Heard.Count);
        Assert.Null(_announcer.Current);
    }

    [Fact]
    public void A_call_stands_out_as_long_as_it_is_heard()
    {
        _thread.Do(() => _announcer.Add(Call(1, number: 1234, language: "en")));
        var seconds = Announcement.Clips(Call(1, number: 1234, language: "en")).Count;

        _thread.Pass(TimeSpan.FromSeconds(seconds - 0.5));
        Assert.Equal(1, _announcer.Current?.Id);
        _thread.Pass(TimeSpan.FromSeconds(0.6));
        Assert.Null(_announcer.Current);
    }

    [Fact]
    public void Without_sound_a_call_is_still_seen()
    {
        _sound.Broken = true;
        _thread.Do(() => Add(1, 2));

        _thread.Pass(Announcer.CueAtLeast - TimeSpan.FromSeconds(0.2));
        Assert.Equal([1], _seen);
        _thread.Pass(Announcer.Pause + TimeSpan.FromSeconds(0.5));
        Assert.Equal([1, 2], _seen);
    }

    [Fact]
    public void A_sound_device_that_hangs_does_not_hold_up_the_calls_behind_it()
    {
        _sound.Hangs = true;
        _thread.Do(() => Add(1));
        _thread.Pass(Announcer.SoundAtMost + Announcer.Pause + TimeSpan.FromSeconds(0.5));

        Assert.Null(_announcer.Current);
    }

    [Fact]
    public void What_is_no_longer_worth_it_when_its_turn_comes_is_passed_over_without_a_pause()
    {
        _announcer.Worth = call => call.Id is 1 or 9;
        _thread.Do(() => Add([.. Enumerable.Range(1, 9)]));
        _thread.Pass(Announcer.CueAtLeast + TimeSpan.FromSeconds(1) + Announcer.Pause);

        Assert.Equal([1, 9], _seen);
    }

    [Fact]
    public void Of_more_calls_than_may_wait_the_oldest_are_let_go()
    {
        _thread.Do(() => Add([.. Enumerable.Range(1, Announcer.MostWaiting + 50)]));
        _thread.Pass(TimeSpan.FromMinutes(25));

        Assert.Equal(Announcer.MostWaiting + 50, _seen[^1]);
        Assert.InRange(_seen.Count, Announcer.MostWaiting, Announcer.MostWaiting + 1);
    }

    private void Add(params int[] ids)
    {
        foreach (var id in ids)
        {
            _announcer.Add(Call(id));
        }
    }
}
