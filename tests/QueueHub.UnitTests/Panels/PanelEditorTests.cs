using DisplayClient.Panels;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Panels.SamplePanels;

namespace QueueHub.UnitTests.Panels;

public class PanelEditorTests
{
    private readonly List<FieldChange> _sent = [];
    private SubmissionView? _form = Form(("name", 1, "홍길동"));
    private Func<FieldChange, FormEditReply?> _answer = change => Saved(change);
    private readonly PanelEditor _editor;

    public PanelEditorTests() => _editor = new PanelEditor(
        () => _form,
        change =>
        {
            _sent.Add(change);
            return Task.FromResult(_answer(change));
        },
        () => Task.CompletedTask,
        () => { });

    [Fact]
    public async Task A_field_is_saved_over_the_revision_that_was_seen()
    {
        _editor.Begin("name");
        _editor.Write(["성춘향"]);
        await _editor.SaveAsync();

        Assert.Equal(("name", 1, "성춘향"), (_sent[0].Field, _sent[0].Revision, _sent[0].Values!.Single()));
        Assert.Equal((null, "name"), (_editor.Edit, _editor.Saved));
    }

    [Fact]
    public async Task What_the_clerk_has_made_of_it_meanwhile_is_shown_beside_and_the_citizen_chooses()
    {
        _editor.Begin("name");
        _editor.Write(["성춘향"]);
        _answer = change => new FormEditReply(null, [new FieldOutcome("name", false, 2, ["이몽룡"])]);
        await _editor.SaveAsync();

        Assert.Equal(["이몽룡"], _editor.Edit!.Theirs!.Values);
        Assert.Equal(["성춘향"], _editor.Edit.Values);
        await _editor.SaveAsync();
        Assert.Single(_sent);

        _answer = change => Saved(change);
        await _editor.KeepMineAsync();
        Assert.Equal(2, _sent[1].Revision);
        Assert.Null(_editor.Edit);
    }

    [Fact]
    public void A_conflict_is_seen_before_it_is_saved_when_the_form_is_read_again()
    {
        _editor.Begin("name");
        _editor.Write(["성춘향"]);

        _editor.Meet(Form(("name", 2, "이몽룡")));

        Assert.Equal(["이몽룡"], _editor.Edit!.Theirs!.Values);
    }

    [Fact]
    public async Task Without_an_answer_what_was_typed_stays_and_a_wrong_one_is_told()
    {
        _editor.Begin("name");
        _editor.Write(["성춘향"]);
        _answer = _ => null;
        await _editor.SaveAsync();
        Assert.Equal(("", "성춘향"), (_editor.Edit!.Error, _editor.Edit.Values.Single()));

        _answer = _ => new FormEditReply(new CommandProblem(ProblemCodes.FormInvalid, "틀림"), [], new Dictionary<string, string[]> { ["name"] = ["이름을 확인해 주세요."] });
        await _editor.SaveAsync();
        Assert.Equal("이름을 확인해 주세요.", _editor.Edit!.Error);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_visit_brings_nothing_back()
    {
        var late = new TaskCompletionSource<FormEditReply?>();
        var editor = new PanelEditor(() => _form, _ => late.Task, () => Task.CompletedTask, () => { });
        editor.Begin("name");
        var saving = editor.SaveAsync();

        editor.Forget();
        _form = null;
        late.SetResult(new FormEditReply(null, [new FieldOutcome("name", false, 2, ["이몽룡"])]));
        await saving;

        Assert.Null(editor.Edit);
    }

    private static FormEditReply Saved(FieldChange change) => new(null, [new FieldOutcome(change.Field, true, change.Revision + 1, change.Values!)]);
}
