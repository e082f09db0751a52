using QueueHub.Contracts.Forms;

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
}

/// <summary>A step as it was sent: all answers so far travel with it, so the server keeps nothing until the form is submitted.</summary>
/// <param name="Answers">Raw answers to the template's fields; others are ignored.</param>
/// <param name="Asked">Conditional fields that were visible: one that was not cannot have been left out by mistake.</param>
/// <param name="Step">Id of the step, or <see cref="FormFlow.Review"/>.</param>
/// <param name="Returning">The step was opened from the review and leads back to it.</param>
public sealed record FormPost(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    IReadOnlySet<string> Asked,
    string? Step,
    FormMove Move,
    string? Target = null,
    bool Returning = false)
{
    /// <summary>Before the id of a field: no field of a template can be mistaken for one of the page's own.</summary>
    public const string Prefix = "f.";

    public static FormPost Read(FormTemplate template, IFormCollection form)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in template.Fields)
        {
            if (form.TryGetValue(Prefix + field.Id, out var values))
            {
                answers[field.Id] = [.. values.OfType<string>()];
            }
        }

        var (move, target) = MoveOf(form);
        return new FormPost(
            answers, form["asked"].OfType<string>().ToHashSet(), form["step"].FirstOrDefault(), move, target, form["returning"].Contains("yes"));
    }

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
            _ => (FormMove.Next, null),
        };
    }
}
