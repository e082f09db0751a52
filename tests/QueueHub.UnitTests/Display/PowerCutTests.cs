using DisplayClient;
using DisplayClient.Announcing;
using DisplayClient.Live;
using DisplayClient.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

/// <summary>A display that was switched off, or loaded anew, and is back.</summary>
public sealed class PowerCutTests : IDisposable
{
    private readonly OneThread _thread = new();
    private readonly FakeLinks _server = new();
    private readonly FakeMemory _memory = new();
    private readonly CancellationTokenSource _power = new();
    private FakeSound _sound;
    private Lobby _lobby;
    private Board _truth = Board(1);

    public PowerCutTests()
    {
        _server.Answer = () => _truth with { At = _thread.Time.GetUtcNow() };
        (_sound, _lobby) = SwitchOn(_power.Token);
    }

    public void Dispose() => _power.Dispose();

    private double Seconds => (_thread.Time.GetUtcNow() - Noon).TotalSeconds;

    [Fact]
    public void What_was_announced_is_not_announced_again_and_what_was_missed_meanwhile_is()
    {
        Show(2, Call(2, Seconds, number: 17));
        _thread.Pass(TimeSpan.FromSeconds(10));
        Assert.Single(_sound.Heard);

        CutPower();
        _truth = Board(5, calls: [Call(5, Seconds - 2, number: 18), Call(2, Seconds - 12, number: 17)]);
        (_sound, _lobby) = SwitchOn(CancellationToken.None);
        _thread.Pass(TimeSpan.FromSeconds(20));

        Assert.Contains("ko/8", Assert.Single(_sound.Heard), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_was_not_heard_in_full_is_made_again()
    {
        Show(2, Call(2, Seconds, number: 17));
        _thread.Pass(TimeSpan.FromSeconds(20));
        Show(3, Call(3, Seconds, number: 18));
        _thread.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _sound.Heard.Count);

        CutPower();
        _thread.Pass(TimeSpan.FromSeconds(10));
        (_sound, _lobby) = SwitchOn(CancellationToken.None);
        _thread.Pass(TimeSpan.FromSeconds(20));

        Assert.Contains("ko/8", Assert.Single(_sound.Heard), StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_server_cannot_be_reached_the_last_board_is_shown_with_its_hour_and_nothing_is_announced()
    {
        _thread.Pass(TimeSpan.FromMinutes(1));
        Show(2, Call(2, Seconds));
        _thread.Pass(LobbyMemory.KeepEvery + TimeSpan.FromSeconds(1));
        CutPower();
        _server.Reachable = false;
        _thread.Do(() => _thread.Time.Advance(TimeSpan.FromMinutes(10)));
        (_sound, _lobby) = SwitchOn(CancellationToken.None);
        _thread.Pass(TimeSpan.FromSeconds(5));

        Assert.True(_lobby.Restored);
        Assert.Equal("서버에 연결되지 않았습니다 · 11월 23일 12:01 상태", _lobby.Lost.Ko);
        Assert.Equal([2], _lobby.Standing.Select(call => call.Id));
        Assert.Null(_lobby.OfficeTime);
        Assert.Empty(_sound.Heard);

        // In an office that counts anew, whatever the memory holds.
        _truth = Board(1, epoch: "e1");
        _server.Reachable = true;
        _thread.PassUntil(() => _lobby.Link == LinkState.Live, TimeSpan.FromSeconds(11));
        Assert.False(_lobby.Restored);
        Assert.Empty(_lobby.Standing);
    }

    [Fact]
    public void A_clock_that_is_wrong_by_years_shows_no_old_board_as_new()
    {
        CutPower();
        _server.Reachable = false;
        _memory.Kept["queuehub.board.seocho"] = _memory.Kept["queuehub.board.seocho"].Replace("2026", "2031", StringComparison.Ordinal);
        (_sound, _lobby) = SwitchOn(CancellationToken.None);

        Assert.Null(_lobby.Board);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"id\":")]
    [InlineData("{}")]
    public void What_the_power_cut_has_torn_is_forgotten(string torn)
    {
        CutPower();
        (_memory.Kept["queuehub.board.seocho"], _memory.Kept["queuehub.heard.seocho"]) = (torn, torn);
        (_sound, _lobby) = SwitchOn(CancellationToken.None);

        _thread.PassUntil(() => _lobby.Link == LinkState.Live, TimeSpan.FromSeconds(11));
    }

    private (FakeSound Sound, Lobby Lobby) SwitchOn(CancellationToken power)
    {
        var sound = new FakeSound(_thread.Time);
        var lobby = new Lobby(
            new BoardConnection(_server, _thread.Time, NullLogger<BoardConnection>.Instance),
            new Announcer(sound, _thread.Time, NullLogger<Announcer>.Instance), _thread.Time, _memory);
        _thread.Do(() => _ = lobby.RunAsync("seocho", power));
        return (sound, lobby);
    }

    private void CutPower()
    {
        _thread.Do(_power.Cancel);
        _thread.Pass(TimeSpan.FromSeconds(1));
    }

    private void Show(long version, params BoardCall[] calls) => _thread.Do(() =>
        _server.Opened[^1].Push(_truth = Board(version, Seconds, calls: calls)));
}
