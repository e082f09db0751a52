using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.Forms;

/// <summary>What the inputs of a form show.</summary>
/// <param name="Language">The reader's, two letters.</param>
/// <param name="Answers">As they came: nothing that was typed is lost, whatever is wrong with it.</param>
/// <param name="Check">The same answers, checked.</param>
/// <param name="Errors">What to complain about; only part of what the check has found while a form is still being written.</param>
/// <param name="Focus">Where writing goes on: the key of a field, or a group that has just lost an entry.</param>
/// <param name="Removed">The entry that the group in <paramref name="Focus"/> has lost.</param>
public sealed record InputState(
    string Language,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    FormCheck Check,
    IReadOnlyList<FieldError> Errors,
    string? Focus = null,
    int? Removed = null)
{
    /// <summary>Before the key of an answer, in the names of inputs: no field of a template can be mistaken for one of the page's own.</summary>
    public const string Prefix = "f.";

    /// <summary>The raw answer of a key.</summary>
    public IReadOnlyList<string> Answer(string key) => Answers.GetValueOrDefault(key) ?? [];

    /// <summary>What is wrong with a key.</summary>
    public FieldError? ErrorOf(string key) => Errors.FirstOrDefault(error => error.Field == key);

    /// <summary>False while a condition hides the field. Inside a hidden group a field without condition is ready to be shown with it.</summary>
    public bool IsShown(FormField field, string key) => field.ShownWhen is null || Check.Shown.Contains(key);

    /// <summary>The text in the reader's language.</summary>
    public string Read(LocalText text) => text.In(Language);
}
