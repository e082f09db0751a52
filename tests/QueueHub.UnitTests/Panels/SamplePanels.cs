using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Platform.Limits;

namespace QueueHub.UnitTests.Panels;

/// <summary>Boards and forms of the panel at counter 3.</summary>
internal static class SamplePanels
{
    public static readonly DateTimeOffset Noon = Display.SampleBoards.Noon;

    public static readonly TimeSpan LeaseLength = new LimitOptions().PanelLease;

    public static PanelBoard Board(long version, PanelTicket? ticket = null, string epoch = "e", bool stale = false, CounterState state = CounterState.Open) => new(
        epoch, version, Noon, 540, stale, "seocho", new LocalText("서초", "Seocho"), true, Opening.Always, "3", state, [new LocalText("등본", "Certificates")], 12, 4, ticket)
    {
        LeaseMilliseconds = (int)LeaseLength.TotalMilliseconds,
    };

    public static PanelTicket Serving(long ordinal = 7, string language = "ko", PanelWarning? warning = null, bool hasForm = true) =>
        new(ordinal, 7, TicketState.Serving, new LocalText("등본", "Certificates"), language, hasForm, warning);

    public static PanelTicket Called(long ordinal = 7) => Serving(ordinal) with { State = TicketState.Called };

    public static SubmissionView Form(params (string Field, int Revision, string Value)[] answers) => new(
        new FormTemplate("t", 1, new LocalText("신청서", "Application"), 1,
        [
            new FormStep("who", new LocalText("신청인", "Applicant"),
            [
                new FormField("name", FieldType.Text, new LocalText("이름", "Name"), Required: true, Sensitive: true),
                new FormField("phone", FieldType.Phone, new LocalText("전화", "Phone")),
                new FormField("copies", FieldType.Number, new LocalText("통수", "Copies")),
            ]),
        ]),
        new FormAnswers("t", 1, answers.ToDictionary(answer => answer.Field, answer => (IReadOnlyList<string>)[answer.Value])))
    {
        Revisions = answers.ToDictionary(answer => answer.Field, answer => answer.Revision),
    };
}
