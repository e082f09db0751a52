using RawAnswers = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyList<string>>;

namespace QueueHub.Contracts.Forms;

/// <summary>
/// What a filled form must hold: which steps and fields are asked given the answers, each answer in its normal form, and what is wrong.
/// Pure, and the same for phone, clerk and HTTP. Never throws, whatever the answers are.
/// </summary>
public static class FormRules
{
    /// <summary>
    /// Checks raw answers against the template. Answers to fields that are not shown, or that the template does not know, are dropped;
    /// so are a group's entries in which nothing was written, and those after them move up.
    /// </summary>
    /// <param name="today">The office's local date: nobody is born after it.</param>
    public static FormCheck Check(FormTemplate template, RawAnswers? answers, DateOnly today)
    {
        var reading = new Reading(answers ?? new Dictionary<string, IReadOnlyList<string>>(), today);
        var steps = new List<FormStep>();
        foreach (var step in template.Steps.Where(step => reading.Holds(step.ShownWhen)))
        {
            steps.Add(step);
            foreach (var field in step.Fields)
            {
                reading.Read(field);
            }
        }

        return new FormCheck(new FormAnswers(template.Id, template.Version, reading.Accepted), reading.Errors, steps, reading.Shown, today);
    }

    /// <summary>Checks one answer by itself: whether it is asked, and whether anything is missing, only the whole form can say.</summary>
    public static LeafCheck Check(FormLeaf leaf, IReadOnlyList<string>? raw, DateOnly today)
    {
        var answer = FieldRules.Read(leaf.Field with { Required = false }, raw, today);
        return new LeafCheck(answer.Values ?? [], answer.Error is { } error ? error with { Field = leaf.Key } : null);
    }

    // One pass over the form in its own order. Conditions look back only: they are held against answers already accepted, so no template
    // can make a circle.
    private sealed class Reading(RawAnswers raw, DateOnly today)
    {
        public Dictionary<string, IReadOnlyList<string>> Accepted { get; } = [];
        public List<FieldError> Errors { get; } = [];
        public HashSet<string> Shown { get; } = [];

        public bool Holds(ShownWhen? condition, Dictionary<string, IReadOnlyList<string>>? entry = null) =>
            condition is null
            || ((entry?.GetValueOrDefault(condition.Field) ?? Accepted.GetValueOrDefault(condition.Field)) is { } values
                && values.Any(condition.AnyOf.Contains));

        public void Read(FormField field)
        {
            if (!Holds(field.ShownWhen))
            {
                return;
            }

            Shown.Add(field.Id);
            if (field.Type == FieldType.Group)
            {
                ReadGroup(field);
            }
            else if (ReadLeaf(new FormLeaf(field.Id, field), asked: true) is { } values)
            {
                Accepted[field.Id] = values;
            }
        }

        // Empty entries are asked only as far as there must be more than were begun.
        private void ReadGroup(FormField group)
        {
            var count = FormGroup.Count(group, raw);
            var begun = Enumerable.Range(0, count).Where(entry => FormGroup.IsBegun(group, entry, raw)).ToHashSet();
            var missing = FormGroup.Least(group) - begun.Count;
            var kept = 0;
            for (var index = 0; index < count; index++)
            {
                var asked = begun.Contains(index) || missing-- > 0;
                var entry = ReadEntry(group, index, asked);
                foreach (var field in group.Fields ?? [])
                {
                    if (entry.TryGetValue(field.Id, out var values))
                    {
                        Accepted[FormLeaf.KeyOf(group, kept, field)] = values;
                    }
                }

                kept += entry.Count > 0 ? 1 : 0;
            }

            if (FormGroup.Overflows(group, raw))
            {
                Errors.Add(FieldError.TooMany(group));
            }
        }

        private Dictionary<string, IReadOnlyList<string>> ReadEntry(FormField group, int index, bool asked)
        {
            var entry = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var leaf in FormLeaf.InEntry(group, index).Where(leaf => Holds(leaf.Field.ShownWhen, entry)))
            {
                Shown.Add(leaf.Key);
                if (ReadLeaf(leaf, asked) is { } values)
                {
                    entry[leaf.Field.Id] = values;
                }
            }

            return entry;
        }

        private IReadOnlyList<string>? ReadLeaf(FormLeaf leaf, bool asked)
        {
            if (!asked)
            {
                return null;
            }

            var answer = FieldRules.Read(leaf.Field, raw.GetValueOrDefault(leaf.Key), today);
            if (answer.Error is { } error)
            {
                Errors.Add(error with { Field = leaf.Key });
            }

            return answer.Values is { Count: > 0 } values ? values : null;
        }
    }
}

/// <summary>One checked answer: its normal form, nothing when it was left empty.</summary>
public sealed record LeafCheck(IReadOnlyList<string> Values, FieldError? Error);

/// <summary>A checked form.</summary>
/// <param name="Answers">The acceptable answers in their normal form; complete only when there are no errors.</param>
/// <param name="Errors">Each names the key of its answer as it was sent: a group's entries are not renumbered in it.</param>
/// <param name="Steps">The steps to ask, given the answers.</param>
/// <param name="Shown">Keys of the fields to ask, given the answers; numbered as they were sent.</param>
/// <param name="Today">The office's date that it was checked against.</param>
public sealed record FormCheck(
    FormAnswers Answers, IReadOnlyList<FieldError> Errors, IReadOnlyList<FormStep> Steps, IReadOnlySet<string> Shown, DateOnly Today)
{
    /// <summary>True when the form can be submitted.</summary>
    public bool Ok => Errors.Count == 0;

    /// <summary>Field → sentences, as problem details carry them.</summary>
    public IReadOnlyDictionary<string, string[]> Sentences(string language) =>
        Errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Sentence.In(language)).ToArray());
}
