using QueueHub.Contracts.Forms;
using RawAnswers = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyList<string>>;

namespace QueueHub.Tickets.Commands;

/// <summary>What a citizen at the counter answers to the fields that the clerk asks to correct. Pure; the rest of the form stays as it is.</summary>
/// <param name="Asked">The fields to show: asked for, known to the form, and not hidden by another answer.</param>
/// <param name="Answers">The whole form with what was sent, as typed.</param>
/// <param name="Check">The same, checked.</param>
/// <param name="Errors">What is wrong with the asked fields; what is missing elsewhere is the clerk's.</param>
/// <param name="Changes">What is to be written.</param>
public sealed record Correction(
    IReadOnlyList<FormLeaf> Asked,
    RawAnswers Answers,
    FormCheck Check,
    IReadOnlyList<FieldError> Errors,
    IReadOnlyList<CorrectedAnswer> Changes)
{
    /// <param name="asked">Keys of answers.</param>
    /// <param name="sent">As typed; null before anything was sent. Fields that were not asked for are ignored.</param>
    public static Correction Of(FormTemplate template, IReadOnlyList<string> asked, StoredForm present, RawAnswers? sent, DateOnly today)
    {
        var leaves = template.Leaves.Where(leaf => asked.Contains(leaf.Key)).ToList();
        var answers = present.Answers.Values.ToDictionary(answer => answer.Key, answer => answer.Value);
        foreach (var leaf in sent is null ? [] : leaves)
        {
            if (sent!.TryGetValue(leaf.Key, out var values))
            {
                answers[leaf.Key] = values;
            }
            else if (leaf.Field.Type is FieldType.Choices or FieldType.Consent)
            {
                // Boxes without a tick are not sent.
                answers.Remove(leaf.Key);
            }
        }

        var check = FormRules.Check(template, answers, today);
        var shown = leaves.Where(leaf => check.Shown.Contains(leaf.Key)).ToList();
        var changes = shown
            .Select(leaf => new CorrectedAnswer(leaf, FormRules.Check(leaf, answers.GetValueOrDefault(leaf.Key), today).Values))
            .Where(change => !present.Field(change.Leaf.Key).Holds(change.Values));
        return new Correction(
            shown, answers, check, [.. check.Errors.Where(error => shown.Any(leaf => leaf.Key == error.Field))], sent is null ? [] : [.. changes]);
    }

    /// <summary>Field → sentences, as problem details carry them.</summary>
    public IReadOnlyDictionary<string, string[]> Sentences(string language) =>
        Errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Sentence.In(language)).ToArray());
}

/// <summary>A field and what it is to hold; nothing removes it.</summary>
public sealed record CorrectedAnswer(FormLeaf Leaf, IReadOnlyList<string> Values);
