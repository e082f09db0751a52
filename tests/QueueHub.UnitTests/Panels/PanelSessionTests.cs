using DisplayClient.Panels;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;
using QueueHub.UnitTests.Display;
using static QueueHub.UnitTests.Panels.SamplePanels;

namespace QueueHub.UnitTests.Panels;

public class PanelSessionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly OneThread _thread = new();
    private readonly FakePanelLinks _server = new() { Board = Board(1, Serving()), Form = Form(("name", 1, "홍길동")) };
    private readonly FakeSound _sound;
    private readonly PanelSession _session;

    public PanelSessionTests()
    {
        _sound = new FakeSound(_thread.Time);
        _session = new PanelSession(
            new PanelConnection(_server, _thread.Time, NullLogger<PanelConnection>.Instance), _sound, _thread.Time, NullLogger<PanelSession>.Instance);
    }

    private bool Shows => _session.Panel.Form is not null;

    [Fact]
    public void The_form_is_there_soon_after_service_begins_and_stays_as_long_as_the_server_says_yes()
    {
        _server.Board = Board(1, Called());
        Start();
        _thread.Pass(Second);
        Assert.Equal((false, 0), (Shows, _server.Readings));

        _thread.Do(() => _server.Link!.Push(Board(2, Serving())));
        _thread.PassUntil(() => Shows, TimeSpan.FromMilliseconds(600));
        for (var step = 0; step < 50; step++)
        {
            _thread.Pass(TimeSpan.FromMilliseconds(100));
            Assert.True(Shows);
        }

        Assert.Equal(1, _server.Readings);
    }

    [Fact]
    public void On_a_connection_that_says_nothing_any_more_the_panel_is_blank_within_a_second()
    {
        for (var moment = TimeSpan.Zero; moment < Lease.AskEvery * 2; moment += TimeSpan.FromMilliseconds(100))
        {
            var test = new PanelSessionTests();
            test.Start();
            test._thread.Pass(Second + moment);
            test._session.Touch("name");
            Assert.True(test.Shows);

            test._server.Silent = true;
            test._thread.PassUntil(() => !test.Shows, Second);
            Assert.Null(test._session.Editor.Edit);
        }
    }

    [Fact]
    public void A_link_that_is_closed_and_a_pairing_that_is_revoked_leave_nothing()
    {
        Start();
        _thread.Pass(Second);
        _thread.Do(() => _server.Link!.Drop());
        Assert.False(Shows);
        _thread.PassUntil(() => Shows, TimeSpan.FromSeconds(3));

        _server.Paired = false;
        _thread.Do(() => _server.Link!.Revoke());
        Assert.Equal((Panel.Empty, PanelLinkState.Unpaired), (_session.Panel, _session.Link));

        _server.Paired = true;
        _thread.Do(_session.Paired);
        _thread.Await(() => _session.Link == PanelLinkState.Live);
        _thread.PassUntil(() => Shows, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void When_the_server_says_no_the_form_goes_although_the_board_is_late()
    {
        Start();
        _thread.Pass(Second);
        _server.Serves = false;
        _thread.PassUntil(() => !Shows, TimeSpan.FromMilliseconds(600));
    }

    [Fact]
    public void A_bell_has_the_form_read_again_and_the_bell_of_another_ticket_does_not()
    {
        Start();
        _thread.Pass(Second);
        _server.Form = Form(("name", 2, "성춘향"));
        _thread.Do(() => _server.Link!.Ring(9));
        Assert.Equal(1, _session.Panel.Form!.Revisions["name"]);

        _thread.Do(() => _server.Link!.Ring(7));
        Assert.Equal(2, _session.Panel.Form!.Revisions["name"]);
    }

    [Fact]
    public void Each_side_is_told_where_the_other_is()
    {
        Start();
        _thread.Pass(Second);
        _thread.Do(() => _server.Link!.Tell(7, "phone"));
        Assert.Equal("phone", _session.Panel.OtherAt);

        _thread.Do(() => _session.Touch("name"));
        _thread.Pass(PanelSession.SayEvery + Second);
        Assert.Equal([(7L, "name"), (7L, "name")], _server.Said);
        _thread.Do(_session.Editor.Leave);
        _thread.Pass(Second);
        Assert.Equal((7L, null), _server.Said[^1]);
    }

    [Fact]
    public void Who_has_no_form_is_not_asked_for_one()
    {
        _server.Board = Board(1, Serving(hasForm: false));
        Start();
        _thread.Pass(Second * 3);
        Assert.Equal(0, _server.Readings);
    }

    [Fact]
    public void A_warning_is_spoken_when_it_is_given()
    {
        Start();
        _thread.Do(() => _server.Link!.Push(Board(2, Serving(language: "vi", warning: new PanelWarning("threat", Noon, 1)))));
        _thread.Pass(Second);

        Assert.Equal(["warnings/ko/threat warnings/vi/threat"], _sound.Heard);
        Assert.True(_session.WarnsInFull);
    }

    private void Start() => _thread.Do(() => _ = _session.RunAsync(CancellationToken.None));
}
