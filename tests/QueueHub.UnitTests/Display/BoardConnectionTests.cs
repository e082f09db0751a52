using CsCheck;
using DisplayClient.Live;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class BoardConnectionTests
{
    private readonly OneThread _thread = new();
    private readonly FakeLinks _server = new() { Answer = () => Board(1) };
    private readonly List<Board> _arrived = [];
    private readonly BoardConnection _connection;

    public BoardConnectionTests()
    {
        _connection = new BoardConnection(_server, _thread.Time, NullLogger<BoardConnection>.Instance);
        _connection.Arrived += _arrived.Add;
    }

    [Fact]
    public void The_first_board_makes_the_display_live()
    {
        Start();

        Assert.Equal(LinkState.Live, _connection.State);
        Assert.Equal(1, Assert.Single(_arrived).Version);
    }

    [Fact]
    public void Boards_are_pushed_and_asked_for_besides()
    {
        Start();
        _thread.Do(() => _server.Opened[0].Push(Board(2)));
        _server.Answer = () => Board(3);
        _thread.Pass(BoardConnection.AskEvery);

        Assert.Equal([1, 2, 3], _arrived.Select(board => board.Version));
        Assert.Single(_server.Opened);
    }

    [Fact]
    public void A_dead_link_that_nobody_has_closed_is_noticed_within_five_seconds()
    {
        for (var moment = TimeSpan.Zero; moment < BoardConnection.AskEvery; moment += TimeSpan.FromMilliseconds(100))
        {
            var test = new BoardConnectionTests();
            test.Start();
            test._thread.Pass(moment);
            test._server.Silent = true;

            test._thread.PassUntil(() => test._connection.State == LinkState.Lost, TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public void A_link_that_is_closed_is_replaced_within_a_second_or_so()
    {
        Start();
        _thread.Do(() => _server.Opened[0].Drop());
        Assert.Equal(LinkState.Lost, _connection.State);

        _thread.PassUntil(() => _connection.State == LinkState.Live, TimeSpan.FromSeconds(1.2));
        Assert.True(_server.Opened[0].Disposed);
    }

    [Fact]
    public void A_renewed_link_is_replaced_at_once_and_the_board_stays_live()
    {
        Start();
        var states = new List<LinkState>();
        _connection.StateChanged += () => states.Add(_connection.State);

        _thread.Do(_connection.Renew);

        _thread.Await(() => _server.Opened.Count == 2);
        Assert.True(_server.Opened[0].Disposed);
        Assert.Empty(states);
    }

    [Fact]
    public void Renewing_ends_an_attempt_that_hangs_and_a_pause()
    {
        _server.Silent = true;
        Start();
        _server.Silent = false;
        _thread.Do(_connection.Renew);
        _thread.Await(() => _connection.State == LinkState.Live);

        _server.Reachable = false;
        _thread.Do(() => _server.Opened[^1].Drop());
        _thread.Pass(TimeSpan.FromMinutes(1));
        _server.Reachable = true;
        _thread.Do(_connection.Renew);
        _thread.Await(() => _connection.State == LinkState.Live);
    }

    [Fact]
    public void What_a_replaced_link_still_says_is_not_heard()
    {
        Start();
        _thread.Do(() => _server.Opened[0].Drop());
        _thread.Do(() => _server.Opened[0].Push(Board(99)));

        Assert.DoesNotContain(_arrived, board => board.Version == 99);
    }

    [Fact]
    public void A_server_that_is_away_for_hours_is_found_again()
    {
        Start();
        _server.Reachable = false;
        _thread.Do(() => _server.Opened[0].Drop());
        _thread.Pass(TimeSpan.FromHours(3));

        Assert.Equal(LinkState.Lost, _connection.State);
        Assert.InRange(_server.Attempts, 3 * 360, 3 * 3600);
        _server.Reachable = true;
        _thread.PassUntil(() => _connection.State == LinkState.Live, Backoff.Longest + TimeSpan.FromSeconds(0.2));
    }

    [Fact]
    public void A_connection_that_never_opens_is_given_up_and_tried_again()
    {
        _server.Silent = true;
        Start();
        _thread.Pass(BoardConnection.OpenWithin);
        _server.Silent = false;

        _thread.PassUntil(() => _connection.State == LinkState.Live, TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void An_unknown_office_is_said_and_asked_for_again()
    {
        _server.Answer = () => null;
        Start();
        Assert.Equal(LinkState.UnknownOffice, _connection.State);

        _server.Answer = () => Board(1);
        _thread.PassUntil(() => _connection.State == LinkState.Live, BoardConnection.AskEvery + TimeSpan.FromSeconds(0.1));
    }

    [Fact]
    public void A_server_that_has_not_read_a_known_office_yet_counts_as_lost()
    {
        Start();
        _server.Answer = () => null;
        _thread.Pass(BoardConnection.AskEvery);

        Assert.Equal(LinkState.Lost, _connection.State);
    }

    [Fact]
    public void Pauses_stay_within_their_bounds_and_are_random() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 1]).Sample((failures, random) =>
        {
            Assert.InRange(Backoff.Pause(failures, random), Backoff.Shortest, Backoff.Longest);
            Assert.True(Backoff.Pause(failures, 0.9) > Backoff.Pause(failures, 0.1));
        });

    private void Start() => _thread.Do(() => _ = _connection.RunAsync("seocho", CancellationToken.None));
}
