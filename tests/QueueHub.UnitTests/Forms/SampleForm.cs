using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.UnitTests.Forms;

/// <summary>A small template with every kind of field, and answers to it.</summary>
internal static class SampleForm
{
    public static SubmissionView View(params (string Field, string[] Values)[] answers) => new(
        Template(), new FormAnswers("t", 1, answers.ToDictionary(pair => pair.Field, pair => (IReadOnlyList<string>)pair.Values)));

    private static FormTemplate Template() => new("t", 1, Text("신청서", "Application"), 1,
    [
        new FormStep("what", Text("내용", "Contents"),
        [
            new FormField("kind", FieldType.Choice, Text("서류", "Document"), Options: [Option("full", "등본", "Full copy"), Option("part", "초본", "Short copy")]),
            new FormField("parts", FieldType.Choices, Text("포함", "Include"), Options: [Option("a", "가", "A"), Option("b", "나", "B")]),
            new FormField("copies", FieldType.Number, Text("통수", "Copies"), ShownWhen: new ShownWhen("kind", ["full"])),
        ]),
        new FormStep("who", Text("신청인", "Applicant"),
        [
            new FormField("name", FieldType.Text, Text("이름", "Name"), Sensitive: true),
            new FormField("birth", FieldType.Date, Text("생년월일", "Date of birth")),
            new FormField("agent", FieldType.YesNo, Text("대리인", "Agent")),
            new FormField("consent", FieldType.Consent, Text("동의", "Consent")),
        ]),
        new FormStep("agent", Text("대리인", "Agent"), [new FormField("agentName", FieldType.Text, Text("대리인 이름", "Agent's name"))], new ShownWhen("agent", ["yes"])),
    ]);

    private static LocalText Text(string ko, string en) => new(ko, en);

    private static FieldOption Option(string value, string ko, string en) => new(value, new LocalText(ko, en));
}
