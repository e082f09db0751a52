using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>Warnings, the end of a visit and its length, as the desk has them.</summary>
public sealed class ProtectionTests : IDisposable
{
    private static readonly DeskOrder Warning = new(DeskAction.Warn, 7, 7, WarningKind.Language);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeHub _hub = new();
    private readonly FakeLink _link;
    private readonly DeskSession _session;

    public ProtectionTests()
    {
        _link = new FakeLink(_hub);
        _session = new DeskSession(_link, Me, "1", _time, new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(300)));
        _link.Show(Served(1), attached: true);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_warning_names_its_kind_and_stands_on_the_ticket()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 2, 7, 7));
        var giving = _session.GiveAsync(Warning);
        _link.Show(Served(2, WarningKind.Language));

        Assert.True(await giving);
        Assert.Equal((7L, WarningKind.Language), Assert.IsType<WarnRequest>(_hub.Given[^1]) is var warn ? (warn.Ticket, warn.Kind) : default);
        Assert.Equal(WarningKind.Language, Assert.Single(_session.Desk!.Ticket!.Warnings!).Kind);
        Assert.Null(_session.Undoable);
    }

    [Fact]
    public async Task A_second_warning_of_the_same_kind_is_another_one_though_the_answer_to_the_first_was_lost()
    {
        _hub.Answer = _ => new TaskCompletionSource<CommandReply>().Task;
        var lost = _session.GiveAsync(Warning);
        for (var step = 0; !lost.IsCompleted && step < 2000; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }

        Assert.False(await lost);
        var first = _hub.Asked[^1].RequestId;
        _link.Show(Served(2, WarningKind.Language));
        Assert.Null(_session.Failure);

        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 2));
        Assert.True(await _session.GiveAsync(Warning));
        Assert.NotEqual(first, _hub.Asked[^1].RequestId);
    }

    [Fact]
    public async Task An_ended_visit_can_be_taken_back_for_ten_seconds()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 1, 7, 107));

        Assert.True(await _session.GiveAsync(new DeskOrder(DeskAction.EndVisit, 7, 107, WarningKind.Threat)));

        Assert.Equal(WarningKind.Threat, Assert.IsType<EndVisitRequest>(_hub.Given[^1]).Kind);
        Assert.Equal((DeskAction.EndVisit, 7, 107, 10), _session.Undoable is { } undo ? (undo.Action, undo.Ticket, undo.Number, undo.SecondsLeft(_session.Clock.Now)) : default);
    }

    [Fact]
    public async Task A_visit_that_the_office_does_not_end_is_told_why()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.WarningRequired, "먼저 경고해 주세요."), 0));

        Assert.False(await _session.GiveAsync(new DeskOrder(DeskAction.EndVisit, 7, 107, WarningKind.Threat)));

        Assert.Equal((ProblemCodes.WarningRequired, "먼저 경고해 주세요."), (_session.Failure?.Code, _session.Failure?.Sentence));
        Assert.Null(_session.Undoable);
    }

    [Theory]
    [InlineData(14.9, 15, 20, VisitLength.Usual)]
    [InlineData(15, 15, 20, VisitLength.Noticed)]
    [InlineData(20, 15, 20, VisitLength.Over)]
    [InlineData(200, 0, 0, VisitLength.Usual)]
    [InlineData(200, 15, 0, VisitLength.Noticed)]
    [InlineData(19, 0, 20, VisitLength.Usual)]
    [InlineData(20, 0, 20, VisitLength.Over)]
    public void A_long_visit_is_noticed_by_the_offices_rules(double minutes, int notice, int limit, VisitLength expected)
    {
        var rules = Board().Rules with { VisitNoticeMinutes = notice, VisitLimitMinutes = limit };
        var ticket = Ticket(7, TicketState.Serving);

        Assert.Equal(expected, VisitTimer.Of(ticket, rules, ticket.Since.AddMinutes(minutes)));
    }

    [Fact]
    public void Only_a_visit_that_has_begun_has_a_length()
    {
        var rules = Board().Rules with { VisitNoticeMinutes = 1, VisitLimitMinutes = 2 };

        Assert.Equal(VisitLength.Usual, VisitTimer.Of(Ticket(7, TicketState.Called), rules, Noon.AddHours(1)));
        Assert.Equal(VisitLength.Usual, VisitTimer.Of(null, rules, Noon));
    }

    [Theory]
    [InlineData("ko", new[] { "/display/audio/warnings/ko/time.ogg" })]
    [InlineData("vi", new[] { "/display/audio/warnings/ko/time.ogg", "/display/audio/warnings/vi/time.ogg" })]
    [InlineData("fr", new[] { "/display/audio/warnings/ko/time.ogg", "/display/audio/warnings/en/time.ogg" })]
    public void A_spoken_warning_is_Korean_and_then_the_citizens_language(string language, string[] expected) =>
        Assert.Equal(expected, WarningSound.Of(WarningKind.Time, language));

    private static DeskBoard Served(long version, params string[] warnings) => Board(version, first: Stand(ticket: Ticket(7, TicketState.Serving) with
    {
        Warnings = warnings is [] ? null : [.. warnings.Select(kind => new DeskWarning(kind, Noon))],
    }));
}
