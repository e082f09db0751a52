using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.Intake.Forms;

/// <summary>
/// A draft that a phone has kept of an earlier version of the form: what is asked as before and still right goes on; of a form that has changed too much nothing
/// does, for half of somebody's answers under other questions are worse than none. Pure.
/// </summary>
/// <param name="Answers">What goes on.</param>
/// <param name="Dropped">The form has changed too much.</param>
public sealed record DraftCarry(IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, bool Dropped)
{
    /// <param name="then">The version it was written on; null when nobody knows it any more.</param>
    /// <param name="written">The draft: raw answers, also to what is asked no longer.</param>
    public static DraftCarry Of(FormTemplate now, FormTemplate? then, IReadOnlyDictionary<string, IReadOnlyList<string>> written, DateOnly today)
    {
        var answered = written.Where(answer => answer.Value.Any(value => !string.IsNullOrWhiteSpace(value))).ToList();
        var left = answered
            .Where(answer => now.Leaf(answer.Key) is { } leaf && then?.Leaf(answer.Key) is { } before && Question(leaf.Field) == Question(before.Field)
                && FormRules.Check(leaf, answer.Value, today).Error is null)
            .ToDictionary();
        return left.Count * 2 < answered.Count || left.Count == 0 ? new(new Dictionary<string, IReadOnlyList<string>>(), true) : new(left, false);
    }

    // What an answer answers. A better help or translation asks the same; a consent is given to each of its words.
    private static string Question(FormField field) => JsonSerializer.Serialize(new
    {
        field.Type,
        Words = Korean(field.Label),
        Options = field.Options?.Select(option => (option.Value, Words: Korean(option.Label))).Select(option => $"{option.Value}={option.Words}"),
        Consent = field.Type == FieldType.Consent ? field.Help : null,
        Label = field.Type == FieldType.Consent ? field.Label : null,
    });

    private static string Korean(LocalText text) => text.Ko;
}
