using QueueHub.Contracts.Forms;

namespace CounterClient;

/// <summary>What the rows of a form at the desk show, and what is done from them.</summary>
/// <param name="Language">The clerk's, two letters.</param>
/// <param name="Chosen">Keys that the citizen is to be asked for; null while the clerk is not choosing.</param>
/// <param name="Asked">Keys that the citizen is asked for.</param>
/// <param name="Copied">The key that was copied just now.</param>
/// <param name="Offline">What is saved now is saved later.</param>
public sealed record FormScene(
    FormTexts Words,
    string Language,
    SubmissionView View,
    FormEditor Editor,
    IReadOnlySet<string>? Chosen,
    IReadOnlyList<string> Asked,
    string? Copied,
    bool Offline,
    Func<FormLeaf, Task> Copy,
    Func<SheetStep, Task> CopySection,
    Action<string> Choose)
{
    /// <summary>The field at which the citizen at the panel is; null: none.</summary>
    public string? Other { get; init; }

    /// <summary>What is wrong with an answer, in one word; null when nothing is.</summary>
    public string? Complaint(SheetRow row) =>
        !View.Missing.Contains(row.Key) ? null : row.Values.Count == 0 ? Words.Missing : Words.Wrong;

    /// <summary>A row that may stand behind the others: nobody has written there, has to, or is about to.</summary>
    public bool IsIdle(SheetRow row) =>
        Chosen is null && FormPlan.IsIdle(row, View) && Editor.Edit(row.Key) is null && !Asked.Contains(row.Key) && Other != row.Key;

    /// <summary>Values as a person reads them.</summary>
    public string Read(FormField field, IReadOnlyList<string> values) =>
        string.Join(", ", AnswerText.Of(field, values, Language)) is { Length: > 0 } text ? text : Words.Empty;
}
