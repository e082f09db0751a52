using QueueHub.Contracts.Forms;
using QueueHub.Forms;

namespace QueueHub.Intake.Forms;

/// <summary>Where a press of a button leads from a step of the form.</summary>
public enum FormMove
{
    Next,
    Back,
    /// <summary>To a step by name: from the review, or back to a draft.</summary>
    To,
    Submit,
    /// <summary>Nowhere: the same step again, in the other language.</summary>
    Stay,
    /// <summary>Nowhere, with one more entry of a group.</summary>
    Add,
    /// <summary>Nowhere, without an entry of a group.</summary>
    Remove,
}

/// <summary>A step as it was sent: all answers so far travel with it; before there is a ticket the server keeps none of them.</summary>
/// <param name="Answers">Raw answers to the template's fields; others are ignored.</param>
/// <param name="Asked">Keys of conditional fields that were visible: one that was not cannot have been left out by mistake.</param>
/// <param name="Step">Id of the step, or <see cref="FormFlow.Review"/>.</param>
/// <param name="Target">The step, the group, or the entry as <c>members:1</c>, that the move means.</param>
/// <param name="Returning">The step was opened from the review and leads back to it.</param>
public sealed record FormPost(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    IReadOnlySet<string> Asked,
    string? Step,
    FormMove Move,
    string? Target = null,
    bool Returning = false)
{
    public static FormPost Read(FormTemplate template, IFormCollection form)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var leaf in template.Leaves)
        {
            if (form.TryGetValue(InputState.Prefix + leaf.Key, out var values))
            {
                answers[leaf.Key] = [.. values.OfType<string>()];
            }
        }

        var (move, target) = MoveOf(form);
        return new FormPost(
            answers, form["asked"].OfType<string>().ToHashSet(), form["step"].FirstOrDefault(), move, target, form["returning"].Contains("yes"));
    }

    /// <summary>All answers that were sent, whatever the template asks.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Raw(IFormCollection form) => form
        .Where(field => field.Key.StartsWith(InputState.Prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[InputState.Prefix.Length..], IReadOnlyList<string> (field) => [.. field.Value.OfType<string>()]);

    // Without a button's name (Enter in a text field sends the first button of the form; a script may send none) the form goes on.
    private static (FormMove Move, string? Target) MoveOf(IFormCollection form)
    {
        if (form.ContainsKey("switch"))
        {
            return (FormMove.Stay, null);
        }

        return form["go"].FirstOrDefault() switch
        {
            "back" => (FormMove.Back, null),
            "submit" => (FormMove.Submit, null),
            ['t', 'o', ':', .. var step] => (FormMove.To, step),
            ['a', 'd', 'd', ':', .. var group] => (FormMove.Add, group),
            ['r', 'e', 'm', 'o', 'v', 'e', ':', .. var entry] => (FormMove.Remove, entry),
            _ => (FormMove.Next, null),
        };
    }
}
