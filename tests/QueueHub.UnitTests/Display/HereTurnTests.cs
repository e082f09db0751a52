using DisplayClient.Boards;
using DisplayClient.Live;
using QueueHub.Contracts.Screens;

namespace QueueHub.UnitTests.Display;

public class HereTurnTests
{
    private readonly OneThread _thread = new();
    private readonly FakeHereApi _server = new();
    private readonly HereTurn _turn;

    public HereTurnTests()
    {
        _turn = new HereTurn(_server, _thread.Time);
        _server.Answer = () => (new HereQr("seocho", $"<svg>{_server.Asked}</svg>", 30_000), true);
    }

    [Fact]
    public void Each_code_is_followed_by_the_next_when_its_time_is_over()
    {
        Tick();
        var first = _turn.Picture("seocho");
        Assert.StartsWith("data:image/svg+xml;base64,", first, StringComparison.Ordinal);
        Assert.Null(_turn.Picture("gangnam"));

        Pass(seconds: 29);
        Assert.Equal((1, first), (_server.Asked, _turn.Picture("seocho")));
        Pass(seconds: 2);
        Assert.Equal(2, _server.Asked);
        Assert.NotEqual(first, _turn.Picture("seocho"));
    }

    [Fact]
    public void A_screen_whose_clock_was_set_or_that_has_slept_asks_anew_at_once()
    {
        Tick();
        _thread.Time.AdjustTime(_thread.Time.GetUtcNow() + TimeSpan.FromHours(-9));
        Tick();
        Assert.Equal(2, _server.Asked);
    }

    [Fact]
    public void Without_a_link_the_code_goes_before_it_is_refused_and_comes_back_with_the_link()
    {
        Tick();
        var good = _server.Answer;
        _server.Answer = () => (null, false);
        Pass(seconds: 50);
        Assert.NotNull(_turn.Picture("seocho"));
        Pass(seconds: 10);
        Assert.Null(_turn.Picture("seocho"));

        _server.Answer = good;
        Pass(seconds: 4);
        Assert.NotNull(_turn.Picture("seocho"));
    }

    [Fact]
    public void A_screen_that_is_not_paired_has_no_code_and_asks_once_a_minute()
    {
        _server.Answer = () => (null, true);
        Pass(seconds: 59);
        Assert.Null(_turn.Picture("seocho"));
        Assert.Equal(1, _server.Asked);
        Pass(seconds: 3);
        Assert.Equal(2, _server.Asked);
    }

    private void Tick() => _thread.Do(() => _ = _turn.TickAsync());

    private void Pass(int seconds)
    {
        for (var passed = 0; passed < seconds; passed++)
        {
            Tick();
            _thread.Pass(TimeSpan.FromSeconds(1));
        }

        Tick();
    }

    private sealed class FakeHereApi : IHereApi
    {
        public int Asked { get; private set; }

        public Func<(HereQr? Code, bool Answered)> Answer { get; set; } = () => (null, false);

        public Task<(HereQr? Code, bool Answered)> AskAsync()
        {
            Asked++;
            return Task.FromResult(Answer());
        }
    }
}
