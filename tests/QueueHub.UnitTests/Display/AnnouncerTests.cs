using DisplayClient.Announcing;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;
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
    public void A_call_stands_out_as_long_as_it_is_heard_in_all_its_languages()
    {
        _announcer.Sound = () => BoardSound.Usual with { Languages = ["ja"] };
        var call = Call(1, number: 1234, language: "en");
        _thread.Do(() => _announcer.Add(call));
        var seconds = Announcement.Korean(call).Count + Announcement.In("en", call).Count + Announcement.In("ja", call).Count;

        _thread.Pass(TimeSpan.FromSeconds(seconds - 0.5));
        Assert.Equal(1, _announcer.Current?.Id);
        Assert.True(_announcer.IsSpeaking);
        _thread.Pass(TimeSpan.FromSeconds(0.9));
        Assert.Null(_announcer.Current);
        Assert.Equal(["chime", "en/number", "ja/1000"], _sound.Heard.Select(heard => heard.Split(' ')[0]));
    }

    [Fact]
    public void Who_waits_makes_the_further_languages_before_fall_silent_but_never_Korean()
    {
        _sound.Real = true;
        _announcer.Sound = () => BoardSound.Usual with { Languages = ["en", "zh", "vi", "ja"] };
        _thread.Do(() => Add(1));
        _thread.Pass(TimeSpan.FromSeconds(8));
        _thread.Do(() => Add(2, 3, 4));
        _thread.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal([1, 2, 3, 4], _seen);
        Assert.Equal(4, _sound.Heard.Count(heard => heard.Contains("ko/number", StringComparison.Ordinal)));
        Assert.Equal(["en", "zh", "vi", "ja"], _sound.Heard[^4..].Select(heard => heard[..2]));
        Assert.InRange(_sound.Heard.Count, 8, 11);
    }

    [Fact]
    public void Five_that_are_called_in_one_moment_have_all_begun_within_fifteen_seconds()
    {
        _sound.Real = true;
        var began = _thread.Time.GetUtcNow();
        _thread.Do(() => Add(117, 118, 119, 120, 121));
        _thread.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal([117, 118, 119, 120, 121], _seen);
        Assert.Equal(5, _sound.Heard.Count);
        Assert.InRange(_sound.At[^1] - began, TimeSpan.Zero, CallQueue.InTime + TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void When_more_are_called_than_can_be_named_in_time_all_are_told_to_look_at_the_screen_and_each_is_named_all_the_same()
    {
        _sound.Real = true;
        _thread.Do(() => Add([.. Enumerable.Range(1, 30)]));
        _thread.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(Enumerable.Range(1, 30), _seen.Select(id => (int)id));
        Assert.Equal("chime ko/several", _sound.Heard[0]);
        Assert.Equal(31, _sound.Heard.Count);
        Assert.Single(_sound.Heard, heard => heard == "chime ko/several");
        Assert.InRange(_sound.At[^1] - _sound.At[0], TimeSpan.Zero, TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void A_recall_that_comes_before_the_call_was_made_is_made_in_its_place()
    {
        _thread.Do(() =>
        {
            Add(1);
            _announcer.Add(Call(2, number: 17));
            _announcer.Add(Call(3, number: 18));
            _announcer.Add(Call(4, number: 17));
        });
        _thread.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal([1, 4, 3], _seen);
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
        _thread.Do(() => Add([.. Enumerable.Range(1, CallQueue.Most + 50)]));
        _thread.Pass(TimeSpan.FromMinutes(60));

        Assert.Equal(CallQueue.Most + 50, _seen[^1]);
        Assert.InRange(_seen.Count, CallQueue.Most, CallQueue.Most + 1);
    }

    private void Add(params int[] ids)
    {
        foreach (var id in ids)
        {
            _announcer.Add(Call(id));
        }
    }
}
