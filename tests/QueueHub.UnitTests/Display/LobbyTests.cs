using DisplayClient;
using DisplayClient.Announcing;
using DisplayClient.Live;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class LobbyTests
{
    private readonly OneThread _thread = new();
    private readonly FakeLinks _server = new();
    private readonly FakeSound _sound;
    private readonly Lobby _lobby;
    private Board _truth = Board(1);

    public LobbyTests()
    {
        _sound = new FakeSound(_thread.Time);
        _lobby = new Lobby(
            new BoardConnection(_server, _thread.Time, NullLogger<BoardConnection>.Instance),
            new Announcer(_sound, _thread.Time, NullLogger<Announcer>.Instance),
            _thread.Time);
        _server.Answer = () => _truth with { At = _thread.Time.GetUtcNow() };
        _thread.Do(() => _ = _lobby.RunAsync("seocho", CancellationToken.None));
    }

    private double Seconds => (_thread.Time.GetUtcNow() - Noon).TotalSeconds;

    [Fact]
    public void The_wall_clock_shows_the_time_of_the_office() => Assert.Equal(TimeSpan.FromHours(12), _lobby.OfficeTime?.TimeOfDay);

    [Fact]
    public void A_notice_goes_when_its_time_is_over_without_any_news()
    {
        _truth = Board(2) with { Notice = new BoardNotice(new("점검 중입니다", "Being checked"), Noon.AddSeconds(Seconds + 30)) };
        _thread.Do(() => _server.Opened[^1].Push(_truth with { At = _thread.Time.GetUtcNow() }));
        Assert.Equal("점검 중입니다", _lobby.Notice?.Ko);

        _thread.Pass(TimeSpan.FromSeconds(31));

        Assert.Null(_lobby.Notice);
    }

    [Fact]
    public void A_call_is_seen_and_heard_at_once()
    {
        Show(2, Call(2, Seconds, number: 17));

        Assert.Equal(17, _lobby.Announced?.Number);
        Assert.Equal("chime ko/10 ko/7 ko/number ko/3 ko/counter", Assert.Single(_sound.Heard));
    }

    [Fact]
    public void More_calls_than_fit_are_all_shown_within_their_pages()
    {
        Show(50, [.. Enumerable.Range(1, 14).Select(id => Call(id, Seconds - 600)).Reverse()]);

        var seen = new HashSet<int>();
        for (var i = 0; i < 4; i++)
        {
            seen.UnionWith(Page());
            _thread.Pass(Lobby.PageTime + TimeSpan.FromSeconds(0.5));
        }
        Assert.Equal(14, seen.Count);
    }

    [Fact]
    public void The_page_does_not_turn_away_from_the_call_that_is_announced()
    {
        var old = Enumerable.Range(1, 13).Select(id => Call(id, -600)).Reverse().ToArray();
        Show(50, old);
        _thread.Pass(TimeSpan.FromSeconds(20));
        Show(60, [Call(60, Seconds, number: 1234, counter: "9", language: "en"), Call(59, Seconds), .. old]);

        foreach (var number in (int[])[59, 1234])
        {
            _thread.PassUntil(() => _lobby.Announced?.Number == number, TimeSpan.FromSeconds(30));
            _thread.PassUntil(
                () =>
                {
                    Assert.True(_lobby.Announced is null || Page().Contains(_lobby.Announced.Number));
                    return _lobby.Announced?.Number != number;
                },
                TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public void A_call_that_ended_before_its_announcement_is_shown_while_it_is_announced()
    {
        Show(2, Call(2, Seconds, number: 17, counter: "1"));
        Show(4, [Call(4, Seconds, number: 18, counter: "2")]);
        _thread.Do(() => _server.Opened[^1].Push(_truth = _truth with { Version = 5, Calls = [], Recent = [.. _truth.Calls] }));

        _thread.PassUntil(() => _lobby.Announced?.Number == 18, TimeSpan.FromSeconds(20));
        Assert.Equal([18], Page());
        _thread.PassUntil(() => _lobby.Announced is null, TimeSpan.FromSeconds(20));
        Assert.Empty(_lobby.Standing);
    }

    [Fact]
    public void A_lost_display_keeps_its_board_and_tells_its_age_and_catches_up()
    {
        Show(2, Call(2, Seconds - 90));
        _server.Reachable = false;
        _thread.Do(() => _server.Opened[^1].Drop());
        _thread.Pass(TimeSpan.FromSeconds(12));
        Assert.Equal(LinkState.Lost, _lobby.Link);
        Assert.InRange(_lobby.Age!.Value.TotalSeconds, 11.9, 14.1);
        Assert.Equal([2], Page());

        _truth = Board(9, calls: [Call(9, Seconds - 3), Call(8, Seconds - 70), Call(2, -60)]);
        _server.Reachable = true;
        _thread.PassUntil(() => _lobby.Link == LinkState.Live, TimeSpan.FromSeconds(11));

        Assert.Equal([9, 8, 2], Page());
        Assert.Equal(9, _lobby.Announced?.Number);
        Assert.Single(_sound.Heard);
    }

    [Fact]
    public void Thirty_calls_at_once_are_announced_in_order()
    {
        Show(99, [.. Enumerable.Range(1, 30).Select(id => Call(id, Seconds, counter: $"{id}")).Reverse()]);
        _thread.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(
            Enumerable.Range(1, 30).Select(id => string.Join(' ', Announcement.Brief(Call(id, counter: $"{id}"), chime: false))),
            _sound.Heard.Where(heard => heard != "chime ko/several").SkipLast(1)
                .Append(string.Join(' ', Announcement.Brief(Call(30, counter: "30"), chime: false))));
    }

    [Fact]
    public void A_call_that_ended_long_before_its_turn_is_passed_over_and_one_that_stands_is_not()
    {
        var calls = Enumerable.Range(1, 8).Select(id => Call(id, Seconds, counter: $"{id}")).Reverse().ToArray();
        Show(50, calls);
        _thread.Pass(TimeSpan.FromSeconds(10));
        var heard = _sound.Heard.Count;
        Assert.InRange(heard, 1, 3);

        // All come to their counters but the last; those who are still in the queue by then were called half a minute ago.
        _thread.Do(() => _server.Opened[^1].Push(_truth = _truth with { Version = 51, Calls = [calls[0]], Recent = [.. calls[1..]] }));
        _thread.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(string.Join(' ', Announcement.Korean(calls[0])), _sound.Heard[^1]);
        Assert.InRange(_sound.Heard.Count, heard + 1, 8);
    }

    [Fact]
    public void After_a_sleep_the_link_is_renewed_at_once()
    {
        // A dead link that nobody has closed: without the jump of the clock it is noticed after the time-outs.
        _server.Opened[^1].Dead = true;
        _thread.Do(() => _thread.Time.AdjustTime(_thread.Time.GetUtcNow().AddMinutes(10)));

        // The next second.
        _thread.Pass(TimeSpan.FromSeconds(1.1));

        _thread.Await(() => _server.Opened.Count == 2 && _lobby.Link == LinkState.Live);
    }

    [Fact]
    public void After_hours_a_quiet_lobby_says_when_it_opens_and_a_busy_one_goes_on()
    {
        var office = Board(1).Office with { Opening = new Opening(true, _thread.Time.GetUtcNow().AddSeconds(30)) };
        _thread.Do(() => _server.Opened[^1].Push(_truth = Board(2, Seconds, calls: Call(2, Seconds)) with { Office = office }));
        Assert.False(_lobby.Closed);
        Assert.StartsWith("Closes at", _lobby.Hours?.En);

        // The server sends nothing when the hour strikes.
        _server.Reachable = false;
        _thread.Do(() => _server.Opened[^1].Drop());
        _thread.Pass(TimeSpan.FromSeconds(31));
        Assert.True(_lobby.Closed);
        Assert.False(_lobby.Quiet);
        Assert.Equal([2], Page());
        Assert.Null(_lobby.Hours);

        _server.Reachable = true;
        _thread.PassUntil(() => _lobby.Link == LinkState.Live, TimeSpan.FromSeconds(11));
        var closed = Board(1).Office with { Opening = new Opening(false, _thread.Time.GetUtcNow().AddHours(15).ToOffset(TimeSpan.FromHours(9))) };
        _thread.Do(() => _server.Opened[^1].Push(_truth = Board(3, Seconds) with { Office = closed }));
        Assert.True(_lobby.Quiet);
        Assert.StartsWith("Opens tomorrow", _lobby.Hours?.En);
    }

    [Fact]
    public void A_display_of_a_zone_announces_the_calls_of_that_zone_alone()
    {
        _thread.Do(() => _lobby.Settle(DisplaySettings.Usual with { Zone = "2f" }));
        ShowHall(2, Call(3, Seconds, number: 18, counter: "9"), Call(2, Seconds, number: 17, counter: "1"));

        _thread.Pass(TimeSpan.FromSeconds(30));

        Assert.Equal(string.Join(' ', Announcement.Korean(Call(3, number: 18, counter: "9"))), Assert.Single(_sound.Heard));
        Assert.Equal([18], Page());
        Assert.Equal("2층", _lobby.Zone?.Name.Ko);
    }

    [Fact]
    public void Another_zone_is_shown_at_once_and_its_old_calls_are_not_announced()
    {
        ShowHall(2, Call(3, Seconds - 90, number: 18, counter: "9"), Call(2, Seconds - 90, number: 17, counter: "1"));
        Assert.Equal([18, 17], Page());

        _thread.Do(() => _lobby.Settle(DisplaySettings.Usual with { Zone = "1f" }));
        Assert.Equal([17], Page());

        _thread.Do(() => _lobby.Settle(DisplaySettings.Usual));
        _thread.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal([18, 17], Page());
        Assert.Empty(_sound.Heard);
    }

    [Theory]
    [InlineData(DisplayLayout.Wall, 14)]
    [InlineData(DisplayLayout.Portrait, 5)]
    [InlineData(DisplayLayout.Landscape, 4)]
    public void Every_layout_has_pages_of_its_own_and_the_call_being_announced_is_on_the_one_shown(DisplayLayout layout, int onFirst)
    {
        _thread.Do(() => _lobby.Settle(DisplaySettings.Usual with { Layout = layout }));
        var old = Enumerable.Range(1, 14).Select(id => Call(id, -600)).Reverse().ToArray();
        Show(50, old);
        Assert.Equal(onFirst, Page().Count());

        Show(60, [.. old[..9], Call(60, Seconds, number: 999, counter: "7"), .. old[9..]]);

        Assert.Equal(999, _lobby.Announced?.Number);
        Assert.Contains(999, Page());
    }

    [Fact]
    public void Notices_stand_beside_the_calls_where_they_are_wanted_and_have_the_screen_when_nobody_was_called_for_a_while()
    {
        ShowHall(2, Call(2, Seconds, number: 17, counter: "1"));
        Assert.Null(_lobby.Slide);
        _thread.Do(() => _lobby.Settle(DisplaySettings.Usual with { Notices = true }));
        Assert.Equal("안내", _lobby.Slide?.Text?.Ko);
        Assert.True(_lobby.Hushed);
        _thread.PassUntil(() => !_lobby.Hushed, TimeSpan.FromSeconds(30));
        _thread.Pass(Lobby.CalmAfter + TimeSpan.FromSeconds(2));
        Assert.False(_lobby.Layout.Alone);

        ShowHall(3);
        _thread.Pass(TimeSpan.FromSeconds(20));
        Assert.False(_lobby.Layout.Alone);
        _thread.Pass(Lobby.CalmAfter);
        Assert.True(_lobby.Layout.Alone);

        ShowHall(4, Call(4, Seconds, number: 18, counter: "1"));
        Assert.False(_lobby.Layout.Alone);
        Assert.Equal([18], Page());
    }

    [Fact]
    public void A_display_that_has_lost_its_link_says_so_and_shows_no_poster_instead()
    {
        _thread.Do(() => _lobby.Settle(DisplaySettings.Usual with { Notices = true }));
        ShowHall(2);
        _thread.Pass(Lobby.CalmAfter + TimeSpan.FromSeconds(2));
        Assert.True(_lobby.Layout.Alone);

        _server.Reachable = false;
        _thread.Do(() => _server.Opened[^1].Drop());
        _thread.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(LinkState.Lost, _lobby.Link);
        Assert.False(_lobby.Layout.Alone);
    }

    private void ShowHall(long version, params BoardCall[] calls) => _thread.Do(() => _server.Opened[^1].Push(_truth = Board(version, Seconds, calls: calls) with
    {
        Zones = [new("1f", new("1층", "First floor"), ["1", "2"], []), new("2f", new("2층", "Second floor"), ["9"], [])],
        Slides = [new(new("안내", "Notice"), null, null, 15)],
    }));

    private void Show(long version, params BoardCall[] calls) => _thread.Do(() =>
        _server.Opened[^1].Push(_truth = Board(version, Seconds, calls: calls)));

    private IEnumerable<int> Page() => _lobby.CallPages.Slice(_lobby.Standing).Select(call => call.Number);
}
