namespace QueueHub.Contracts.Forms;

/// <summary>
/// What a filled form must hold: which steps and fields are asked given the answers, each answer in its normal form, and what is wrong.
/// Pure, and the same for phone, clerk and HTTP. Never throws, whatever the answers are.
/// </summary>
public static class FormRules
{
    /// <summary>Checks raw answers against the template. Answers to fields that are not shown, or that the template does not know, are dropped.</summary>
    /// <param name="today">The office's local date: nobody is born after it.</param>
    public static FormCheck Check(FormTemplate template, IReadOnlyDictionary<string, IReadOnlyList<string>>? answers, DateOnly today)
    {
        var accepted = new Dictionary<string, IReadOnlyList<string>>();
        var errors = new List<FieldError>();
        var steps = new List<FormStep>();
        var shown = new HashSet<string>();
        foreach (var step in template.Steps.Where(step => Holds(step.ShownWhen, accepted)))
        {
            steps.Add(step);
            foreach (var field in step.Fields.Where(field => Holds(field.ShownWhen, accepted)))
            {
                shown.Add(field.Id);
                var answer = FieldRules.Read(field, answers?.GetValueOrDefault(field.Id), today);
                if (answer.Error is { } error)
                {
                    errors.Add(error);
                }
                else if (answer.Values is { Count: > 0 } values)
                {
                    accepted[field.Id] = values;
                }
            }
        }

        return new FormCheck(new FormAnswers(template.Id, template.Version, accepted), errors, steps, shown);
    }

    // Conditions look back only: a field is compared with answers already accepted, so no template can make a circle.
    private static bool Holds(ShownWhen? condition, Dictionary<string, IReadOnlyList<string>> accepted) =>
        condition is null || (accepted.TryGetValue(condition.Field, out var values) && values.Any(condition.AnyOf.Contains));
}

/// <summary>A checked form.</summary>
/// <param name="Answers">The acceptable answers in their normal form; complete only when there are no errors.</param>
/// <param name="Steps">The steps to ask, given the answers.</param>
/// <param name="Shown">Ids of the fields to ask, given the answers.</param>
public sealed record FormCheck(
    FormAnswers Answers, IReadOnlyList<FieldError> Errors, IReadOnlyList<FormStep> Steps, IReadOnlySet<string> Shown)
{
    /// <summary>True when the form can be submitted.</summary>
    public bool Ok => Errors.Count == 0;

    /// <summary>Field → sentences, as problem details carry them.</summary>
    public IReadOnlyDictionary<string, string[]> Sentences(string language) =>
        Errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Sentence.In(language)).ToArray());
}
