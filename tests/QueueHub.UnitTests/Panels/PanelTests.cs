using DisplayClient.Panels;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Panels.SamplePanels;

namespace QueueHub.UnitTests.Panels;

public class PanelTests
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(5);

    private static Panel Shown(params (string, int, string)[] answers) => Panel.Empty.With(Board(1, Serving())).Reading(7, Form(answers), Asked);

    [Fact]
    public void A_form_is_there_until_nine_tenths_of_a_second_after_the_last_question_that_was_answered_yes()
    {
        var panel = Shown(("name", 1, "홍길동"));

        Assert.NotNull(panel.At(Asked + TimeSpan.FromMilliseconds(899)).Form);
        Assert.Null(panel.At(Asked + LeaseLength).Form);

        var again = panel.Answered(7, true, Asked + TimeSpan.FromMilliseconds(400));
        Assert.NotNull(again.At(Asked + LeaseLength).Form);
        Assert.Null(again.At(Asked + TimeSpan.FromMilliseconds(1300)).Form);
    }

    [Fact]
    public void An_answer_that_comes_late_counts_from_its_question_and_takes_nothing_back()
    {
        var panel = Shown().Answered(7, true, Asked + TimeSpan.FromMilliseconds(400));

        Assert.Equal(panel, panel.Answered(7, true, Asked));
        Assert.True(Lease.AskEvery + Lease.AskEvery < LeaseLength);
    }

    [Fact]
    public void A_no_takes_the_form_away_at_once_and_everything_that_was_done_with_it()
    {
        var panel = Shown(("name", 1, "홍길동")).Touch("name").WithOtherAt(7, "phone").Answered(7, false, Asked);

        Assert.Null(panel.Form);
        Assert.Empty(panel.Touched);
        Assert.Null(panel.OtherAt);
        Assert.Equal(Lease.Over, panel.Lease);
    }

    [Fact]
    public void Nothing_of_one_citizen_stays_for_the_next()
    {
        var panel = Shown(("name", 1, "홍길동")).Touch("name").Speaking("vi").With(Board(2, Serving(8)));

        Assert.Null(panel.Form);
        Assert.Empty(panel.Touched);
        Assert.Equal("ko", panel.Language);
        Assert.Equal(8, panel.Served);
    }

    [Fact]
    public void What_belongs_to_another_ticket_is_not_taken()
    {
        var panel = Panel.Empty.With(Board(1, Serving(8)));

        Assert.Same(panel, panel.Reading(7, Form(), Asked));
        Assert.Same(panel, panel.Answered(7, true, Asked));
        Assert.Same(panel, panel.WithOtherAt(7, "name"));
    }

    [Fact]
    public void A_called_ticket_has_no_form_to_be_shown_and_a_server_that_has_lost_its_store_neither()
    {
        Assert.Null(Panel.Empty.With(Board(1, Called())).Reading(7, Form(), Asked).Form);
        Assert.Null(Shown().With(Board(2, Called())).Form);
        Assert.Null(Shown().With(Board(1, Serving(), stale: true)).Form);
    }

    [Fact]
    public void An_older_board_does_not_bring_back_who_has_gone()
    {
        var panel = Shown().With(Board(2));

        Assert.Same(panel, panel.With(Board(1, Serving())));
        Assert.NotSame(panel, panel.With(Board(1, Serving(), epoch: "another")));
    }

    [Fact]
    public void Private_answers_are_masked_until_they_are_touched_and_an_empty_field_hides_nothing()
    {
        var panel = Shown(("name", 1, "홍길동"), ("phone", 1, "01012345678"), ("copies", 1, "2"));
        var template = panel.Form!.Template;

        Assert.Equal(["name", "phone"], template.Leaves.Where(leaf => panel.IsMasked(leaf, answered: true)).Select(leaf => leaf.Key));
        Assert.False(panel.IsMasked(template.Leaf("name")!, answered: false));
        Assert.False(panel.Touch("name").IsMasked(template.Leaf("name")!, answered: true));
    }

    [Theory]
    [InlineData("vi", "vi")]
    [InlineData("fr", "en")]
    public void The_panel_begins_in_the_tickets_language(string ticket, string shown) =>
        Assert.Equal(shown, Panel.Empty.With(Board(1, Serving(language: ticket))).Language);

    [Fact]
    public void A_warning_is_said_once_in_Korean_and_in_the_citizens_language_and_not_long_after_it_was_given()
    {
        var voice = new SpokenWarnings();
        var first = Serving(language: "ja", warning: new PanelWarning("language", Noon, 1));

        Assert.Equal(["warnings/ko/language", "warnings/ja/language"], voice.Clips(first, "ja", Noon));
        Assert.Empty(voice.Clips(first, "ja", Noon));
        Assert.Equal(["warnings/ko/language"], voice.Clips(first with { Warning = new PanelWarning("language", Noon, 2) }, "ko", Noon));
        Assert.Empty(new SpokenWarnings().Clips(first, "ja", Noon + TimeSpan.FromMinutes(1)));
    }
}
