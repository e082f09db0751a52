using DisplayClient.Pairing;
using QueueHub.Contracts.Screens;

namespace QueueHub.UnitTests.Display;

public class ScreenPairingTests
{
    private static readonly ScreenPlace Lobby = new("id", ScreenKind.Display, "seocho", "", "로비");

    private readonly OneThread _thread = new();
    private readonly FakePairingApi _server = new();
    private readonly ScreenPairing _pairing;
    private Task<ScreenPlace> _run = null!;

    public ScreenPairingTests() => _pairing = new ScreenPairing(_server, ScreenKind.Display, _thread.Time);

    [Fact]
    public void A_screen_that_is_paired_already_shows_no_code()
    {
        _server.Standing = new Standing(Lobby, true);
        Start();

        Assert.True(_run.IsCompletedSuccessfully);
        Assert.Equal(0, _server.Started);
    }

    [Fact]
    public void It_shows_a_code_asks_every_few_seconds_and_has_its_place_once_that_is_confirmed()
    {
        Start();
        Assert.Equal("CODE-1", _pairing.Code!.UserCode);
        _thread.Pass(TimeSpan.FromSeconds(9.5));
        Assert.Equal(3, _server.Polled);
        Assert.False(_run.IsCompleted);

        _server.Answer = new PairingAnswer(PairingState.Paired, 3, Lobby);
        _thread.PassUntil(() => _run.IsCompletedSuccessfully, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Another_code_comes_by_itself_before_the_first_is_over()
    {
        Start();
        Assert.InRange(_thread.PassUntil(() => _server.Started == 2, TimeSpan.FromMinutes(10)), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        Assert.Equal("CODE-2", _pairing.Code!.UserCode);
    }

    [Fact]
    public void A_code_that_the_server_knows_no_more_is_not_shown_any_longer()
    {
        Start();
        _server.Answer = new PairingAnswer(PairingState.Expired, 3);
        _thread.PassUntil(() => _server.Started == 2, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Asked_to_slow_down_it_does()
    {
        _server.Answer = new PairingAnswer(PairingState.SlowDown, 3);
        Start();
        _thread.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(2, _server.Polled);
    }

    [Fact]
    public void While_the_server_is_away_it_says_so_keeps_its_code_and_goes_on()
    {
        Start();
        _server.Reachable = false;
        _thread.PassUntil(() => _pairing.Away, TimeSpan.FromSeconds(5));
        Assert.Equal("CODE-1", _pairing.Code!.UserCode);

        _server.Reachable = true;
        _thread.PassUntil(() => !_pairing.Away, TimeSpan.FromSeconds(15));
        Assert.Equal(1, _server.Started);
    }

    [Fact]
    public void Switched_on_before_the_server_it_asks_nobody_for_anything_until_it_knows_what_it_is()
    {
        _server.Reachable = false;
        Start();
        _thread.Pass(TimeSpan.FromMinutes(1));
        Assert.False(_pairing.Known);
        Assert.Null(_pairing.Code);

        _server.Reachable = true;
        _server.Standing = new Standing(Lobby, true);
        _thread.PassUntil(() => _run.IsCompletedSuccessfully, TimeSpan.FromSeconds(15));
        Assert.Equal(0, _server.Started);
    }

    [Fact]
    public void One_that_lost_its_pairing_says_so_beside_its_code()
    {
        _server.Standing = new Standing(null, true, Unpaired: true);
        Start();
        Assert.True(_pairing.Unpaired);
        Assert.NotNull(_pairing.Code);
    }

    private void Start() => _thread.Do(() => _run = _pairing.RunAsync(CancellationToken.None));

    private sealed class FakePairingApi : IPairingApi
    {
        public bool Reachable { get; set; } = true;
        public Standing Standing { get; set; } = new(null, true);
        public PairingAnswer Answer { get; set; } = new(PairingState.Pending, 3);
        public int Started { get; private set; }
        public int Polled { get; private set; }

        public Task<Standing> StandingAsync(ScreenKind kind, CancellationToken stop) => Task.FromResult(Reachable ? Standing : Standing.Unknown);

        public Task<PairingCode?> StartAsync(ScreenKind kind, CancellationToken stop) => Task.FromResult<PairingCode?>(
            Reachable ? new($"CODE-{++Started}", "secret", "https://hub.example/counter/screens", "/qr/screens/x.svg", 600, 3) : null);

        public Task<PairingAnswer?> PollAsync(string deviceCode, CancellationToken stop)
        {
            Polled += Reachable ? 1 : 0;
            return Task.FromResult(Reachable ? Answer : null);
        }
    }
}
