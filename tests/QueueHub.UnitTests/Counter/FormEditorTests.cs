using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.UnitTests.Forms;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>A clerk writes on the form of the ticket at the counter, while others do the same.</summary>
public sealed class FormEditorTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeHub _hub = new();
    private readonly FakeLink _link;
    private readonly DeskSession _session;
    private readonly List<EditFormRequest> _sent = [];
    private SubmissionView _kept = With(SampleForm.View(), ("name", 1, "홍길동"));

    public FormEditorTests()
    {
        _link = new FakeLink(_hub);
        _session = new DeskSession(_link, Me, "1", _time, RetryTimes.Default);
        _hub.Form = _ => Task.FromResult<SubmissionView?>(_kept);
        _hub.Edit = request =>
        {
            _sent.Add(request);
            var change = request.Changes[0];
            var present = _kept.Revisions.GetValueOrDefault(change.Field);
            if (present == change.Revision)
            {
                _kept = With(_kept, (change.Field, present + 1, string.Concat(change.Values!)));
            }

            return Task.FromResult(new FormEditReply(null,
                [new FieldOutcome(change.Field, present == change.Revision, _kept.Revisions.GetValueOrDefault(change.Field), _kept.Answers.Values.GetValueOrDefault(change.Field) ?? [])]));
        };
        Show(2);
    }

    private FormEditor Editor => _session.Editor;

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_saved_field_closes_and_is_shown_as_the_server_has_it()
    {
        Editor.Begin("name");
        Editor.Write("name", ["성춘향"]);
        await Editor.SaveAsync("name");

        Assert.Null(Editor.Edit("name"));
        Assert.Equal("name", Editor.Saved);
        Assert.Equal(["성춘향"], _session.Form.View!.Answers.Values["name"]);
        Assert.Equal(1, Assert.Single(Assert.Single(_sent).Changes).Revision);
    }

    [Fact]
    public async Task On_an_unfinished_form_saving_opens_the_next_missing_field_and_on_a_finished_one_none()
    {
        _kept = _kept with { Submitted = false, Missing = ["name", "birth"] };
        _link.Ring(7);
        Editor.Begin("name");
        await Editor.SaveAsync("name");
        Assert.NotNull(Editor.Edit("birth"));

        Editor.Leave("birth");
        _kept = _kept with { Submitted = true };
        _link.Ring(7);
        Editor.Begin("name");
        await Editor.SaveAsync("name");
        Assert.False(Editor.Writing);
    }

    [Fact]
    public async Task Both_values_are_shown_when_somebody_else_has_changed_the_field_and_the_clerk_decides()
    {
        Editor.Begin("name");
        Editor.Write("name", ["성춘향"]);
        _kept = With(_kept, ("name", 2, "이몽룡"));

        // Not even read again yet: the edit itself meets it.
        await Editor.SaveAsync("name");
        Assert.Equal((2, "이몽룡"), (Editor.Edit("name")!.Theirs!.Revision, Editor.Edit("name")!.Theirs!.Values[0]));
        Assert.Equal(["성춘향"], Editor.Edit("name")!.Values);

        await Editor.KeepMineAsync("name");
        Assert.Equal(["성춘향"], _session.Form.View!.Answers.Values["name"]);
        Assert.Equal([1, 2], _sent.Select(request => request.Changes[0].Revision));
    }

    [Fact]
    public void A_change_of_the_open_field_is_shown_at_once_and_one_that_says_the_same_is_none()
    {
        Editor.Begin("name");
        Editor.Write("name", ["성춘향"]);
        _kept = With(_kept, ("name", 2, "이몽룡"));
        _link.Ring(7);
        Assert.Equal(["이몽룡"], Editor.Edit("name")!.Theirs!.Values);

        _kept = With(_kept, ("name", 3, "성춘향"));
        _link.Ring(7);
        Assert.Equal((3, null), (Editor.Edit("name")!.Revision, Editor.Edit("name")!.Theirs));
    }

    [Fact]
    public async Task What_the_server_does_not_take_stays_with_its_sentence()
    {
        _hub.Edit = _ => Task.FromResult(new FormEditReply(
            new CommandProblem(ProblemCodes.FormInvalid, "확인"), [], new Dictionary<string, string[]> { ["birth"] = ["날짜를 확인해 주세요."] }));
        Editor.Begin("birth");
        Editor.Write("birth", ["내일"]);
        await Editor.SaveAsync("birth");
        Assert.Equal(("내일", "날짜를 확인해 주세요."), (Editor.Edit("birth")!.Values[0], Editor.Edit("birth")!.Error));

        Editor.Write("birth", ["1990"]);
        Assert.Null(Editor.Edit("birth")!.Error);
    }

    [Fact]
    public async Task What_is_saved_without_a_connection_is_saved_when_it_is_back_however_late()
    {
        Editor.Begin("name");
        Editor.Write("name", ["성춘향"]);
        _link.Cut();
        var saving = Editor.SaveAsync("name");
        for (var second = 0; second < 40; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal((true, "성춘향"), (Editor.Edit("name")!.Saving, Editor.Edit("name")!.Values[0]));
        Assert.Empty(_sent);
        _link.Mend();
        await FinishAsync(saving);
        Assert.Equal(["성춘향"], _kept.Answers.Values["name"]);
        Assert.Null(Editor.Edit("name"));
    }

    [Fact]
    public async Task With_the_ticket_everything_typed_on_its_form_goes()
    {
        Editor.Begin("name");
        _link.Cut();
        var saving = Editor.SaveAsync("name");
        _link.Show(Board(3, first: Stand(ticket: Ticket(8, TicketState.Called, formReady: true))));

        await FinishAsync(saving);
        Assert.False(Editor.Writing);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_form_of_which_nothing_is_written_is_begun_at_its_first_missing_field()
    {
        _kept = SampleForm.View() with { Submitted = false, Missing = ["kind", "name"] };
        _link.Ring(7);
        Assert.Equal(FormPhase.Unwritten, _session.Form.Phase);

        Editor.BeginForm();
        Assert.True(Editor.Begun);
        Editor.Write("kind", ["full"]);
        await Editor.SaveAsync("kind");
        Assert.Equal(FormPhase.Shown, _session.Form.Phase);
    }

    [Fact]
    public async Task The_citizen_has_answered_when_nothing_is_asked_any_more_unless_the_clerk_took_it_back()
    {
        Assert.True(await Editor.AskAsync(["name"]));
        Assert.Equal("AskCorrections", _hub.Asked[^1].Method);
        Show(3, "name");
        Assert.False(Editor.Answered);
        Show(4);
        Assert.True(Editor.Answered);

        Show(5, "name");
        Assert.False(Editor.Answered);
        Assert.True(await Editor.AskAsync([]));
        Show(6);
        Assert.False(Editor.Answered);
    }

    [Fact]
    public void What_the_citizen_has_sent_is_read_when_the_board_asks_for_nothing_any_more()
    {
        Show(3, "name");
        _kept = With(_kept, ("name", 2, "성춘향"));
        Show(4);

        Assert.Equal(["성춘향"], _session.Form.View!.Answers.Values["name"]);
    }

    [Fact]
    public async Task A_request_that_is_refused_says_why()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.NotAtCounter, "이 창구에 없습니다."), 0));

        Assert.False(await Editor.AskAsync(["name"]));
        Assert.Equal(("이 창구에 없습니다.", false), (Editor.Refusal, Editor.Busy));
    }

    [Fact]
    public void Every_word_is_there_in_both_languages()
    {
        foreach (var property in typeof(FormTexts).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            Assert.True(HasHangul((string)property.GetValue(FormTexts.Korean)!), property.Name);
            Assert.False(HasHangul((string)property.GetValue(FormTexts.English)!), property.Name);
        }
    }

    private static bool HasHangul(string text) => text.Any(letter => letter is >= '가' and <= '힣');

    private static SubmissionView With(SubmissionView view, params (string Field, int Revision, string Value)[] fields)
    {
        var (answers, revisions) = (view.Answers.Values.ToDictionary(), view.Revisions.ToDictionary());
        foreach (var (field, revision, value) in fields)
        {
            (answers[field], revisions[field]) = ([value], revision);
        }

        return view with { Answers = view.Answers with { Values = answers }, Revisions = revisions };
    }

    private void Show(long version, params string[] asked) => _link.Show(
        Board(version, first: Stand(ticket: Ticket(7, TicketState.Serving, formReady: true) with { Corrections = asked })));

    private async Task FinishAsync(Task saving)
    {
        for (var step = 0; !saving.IsCompleted; step++)
        {
            Assert.True(step < 2000, "It never ended.");
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1);
        }

        await saving;
    }
}
