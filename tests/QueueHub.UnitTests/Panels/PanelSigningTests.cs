using DisplayClient.Panels;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Panels.SamplePanels;

namespace QueueHub.UnitTests.Panels;

public class PanelSigningTests
{
    private readonly List<(IReadOnlyDictionary<string, int> Seen, SignatureDrawing? Drawing)> _sent = [];
    private SubmissionView? _form = Form(("name", 1, "홍길동"));
    private CommandReply? _answer = new(null, 9);
    private readonly PanelSigning _signing;

    public PanelSigningTests() => _signing = new PanelSigning(
        () => _form,
        (seen, drawing) =>
        {
            _sent.Add((seen, drawing));
            return Task.FromResult<CommandReply?>(_answer);
        },
        () => Task.CompletedTask,
        () => { });

    [Fact]
    public async Task What_was_seen_is_what_is_signed()
    {
        _signing.Begin();
        _form = Form(("name", 2, "성춘향"));
        await _signing.SignAsync(null);

        Assert.Equal(1, _sent[0].Seen["name"]);
        Assert.False(_signing.Open);
    }

    [Fact]
    public void A_form_in_which_something_is_missing_is_not_laid_out()
    {
        _form = _form! with { Missing = ["phone"] };
        _signing.Begin();
        Assert.False(_signing.Open);
    }

    [Fact]
    public void What_changes_meanwhile_is_told_and_the_drawing_begins_anew()
    {
        _signing.Begin();
        var sheet = _signing.Sheet;

        _signing.Meet(Form(("name", 1, "홍길동")));
        Assert.Equal((sheet, null), (_signing.Sheet, _signing.Notice));

        _signing.Meet(Form(("name", 2, "성춘향")));
        Assert.True(_signing.Open);
        Assert.Equal((sheet + 1, PanelTexts.ChangedMeanwhile), (_signing.Sheet, _signing.Notice));

        _signing.Meet(Form(("name", 3, "")) with { Missing = ["name"] });
        Assert.False(_signing.Open);
        Assert.Equal(PanelTexts.ChangedMeanwhile, _signing.Notice);
    }

    [Fact]
    public async Task A_refusal_is_told_and_no_answer_too()
    {
        _signing.Begin();
        _answer = new CommandReply(new CommandProblem(ProblemCodes.FormConflict, "서로 다름"), 0);
        await _signing.SignAsync(null);
        Assert.Equal(PanelTexts.ChangedMeanwhile, _signing.Notice);

        _answer = null;
        await _signing.SignAsync(null);
        Assert.Equal(PanelTexts.NotSigned, _signing.Notice);
        Assert.True(_signing.Open);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_visit_opens_nothing()
    {
        var late = new TaskCompletionSource<CommandReply?>();
        var signing = new PanelSigning(() => _form, (_, _) => late.Task, () => Task.CompletedTask, () => { });
        signing.Begin();
        var sending = signing.SignAsync(null);

        signing.Forget();
        late.SetResult(null);
        await sending;

        Assert.Equal((false, false, null), (signing.Open, signing.Sending, signing.Notice));
    }
}
