using System.Globalization;
using QueueHub.Contracts.Forms;

namespace QueueHub.Intake.Forms;

/// <summary>Which page of a form comes next. Pure: the answers travel with the page, the rules are <see cref="FormRules"/>.</summary>
public static class FormFlow
{
    /// <summary>The name of the last page, where everything is read once more.</summary>
    public const string Review = "review";

    /// <summary>Opens the form: at its first step, where it was left off, or at the review when it is already filled.</summary>
    public static FormView Open(FormTemplate template, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, DateOnly today)
    {
        var check = FormRules.Check(template, answers, today);
        return At(template, answers, check, check.Ok ? null : answers.Count == 0 ? check.Steps[0] : check.Steps.FirstOrDefault(step => ErrorsOf(check, step).Count > 0) ?? check.Steps[0]);
    }

    /// <summary>The same page with answers that came from elsewhere.</summary>
    public static FormView With(FormView view, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, DateOnly today)
    {
        var check = FormRules.Check(view.Template, answers, today);
        var step = view.Step is { } here && check.Steps.FirstOrDefault(candidate => candidate.Id == here.Id) is { } there ? there
            : check.Ok ? null
            : check.Steps.FirstOrDefault(candidate => ErrorsOf(check, candidate).Count > 0) ?? check.Steps[0];
        return view with { Answers = answers, Check = check, Step = step, Submit = view.Submit && check.Ok };
    }

    /// <summary>The page on which an answer is written.</summary>
    public static FormView At(FormView view, FormLeaf leaf, DateOnly today)
    {
        var check = FormRules.Check(view.Template, view.Answers, today);
        return At(view.Template, view.Answers, check, check.Steps.FirstOrDefault(step => step.Leaves.Any(other => other.Key == leaf.Key)) ?? check.Steps[0]);
    }

    /// <summary>The page after a step was sent.</summary>
    public static FormView Move(FormTemplate template, FormPost post, DateOnly today)
    {
        var check = FormRules.Check(template, post.Answers, today);
        var here = check.Steps.FirstOrDefault(step => step.Id == post.Step);
        return post.Move switch
        {
            FormMove.Submit => Whole(template, post, check) with { Submit = check.Ok },
            FormMove.To when check.Steps.FirstOrDefault(step => step.Id == post.Target) is { } target =>
                At(template, post.Answers, check, target) with { Returning = post.Step == Review },
            FormMove.To => Whole(template, post, check),
            FormMove.Back => Back(template, post, check, here),
            FormMove.Stay when here is not null => At(template, post.Answers, check, here) with { Returning = post.Returning },
            FormMove.Add when here is not null => Add(template, post, here, today),
            FormMove.Remove when here is not null => Remove(template, post, here, today),
            FormMove.Stay or FormMove.Add or FormMove.Remove => Whole(template, post, check),
            _ => here is null ? Whole(template, post, check) : Next(template, post, check, here),
        };
    }

    private static FormView Next(FormTemplate template, FormPost post, FormCheck check, FormStep here)
    {
        // What appears only now, because of an answer just given, is asked, be it optional, and not complained about.
        var wrong = ErrorsOf(check, here);
        var appeared = Appeared(post, check, here);
        if (wrong.Count > 0 || appeared.Count > 0)
        {
            return At(template, post.Answers, check, here) with
            {
                Errors = [.. wrong.Where(error => error.Code != FieldError.RequiredCode || !IsPartOf(appeared, error.Field))],
                Appeared = appeared.Count > 0,
                Returning = post.Returning,
            };
        }

        var next = check.Steps.SkipWhile(step => step != here).Skip(1).FirstOrDefault();
        return next is null || (post.Returning && check.Ok) ? Whole(template, post, check) : At(template, post.Answers, check, next);
    }

    private static FormView Back(FormTemplate template, FormPost post, FormCheck check, FormStep? here)
    {
        if (post.Returning && check.Ok)
        {
            return At(template, post.Answers, check, null);
        }

        var before = here is null ? check.Steps[^1] : check.Steps.TakeWhile(step => step != here).LastOrDefault() ?? check.Steps[0];
        return At(template, post.Answers, check, before);
    }

    private static FormView Add(FormTemplate template, FormPost post, FormStep here, DateOnly today)
    {
        if (Group(here, post.Target) is not { } group)
        {
            return Same(template, post, here, post.Answers, today);
        }

        var more = FormGroup.Add(group, post.Answers);
        return Same(template, post, here, more, today) with { Focus = FormGroup.KeyOfFirst(group, FormGroup.Count(group, more) - 1) };
    }

    private static FormView Remove(FormTemplate template, FormPost post, FormStep here, DateOnly today)
    {
        if (post.Target?.Split(':') is not [var id, var number] || Group(here, id) is not { } group
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) || entry >= FormGroup.Count(group, post.Answers))
        {
            return Same(template, post, here, post.Answers, today);
        }

        return Same(template, post, here, FormGroup.Remove(group, entry, post.Answers), today) with { Focus = group.Id, Removed = entry };
    }

    private static FormField? Group(FormStep step, string? id) =>
        step.Fields.FirstOrDefault(field => field.Type == FieldType.Group && field.Id == id && FormGroup.Most(field) > 0 && field.Fields is { Count: > 0 });

    private static FormView Same(
        FormTemplate template, FormPost post, FormStep here, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, DateOnly today) =>
        At(template, answers, FormRules.Check(template, answers, today), here) with { Returning = post.Returning };

    // The review, or the first step that still has errors.
    private static FormView Whole(FormTemplate template, FormPost post, FormCheck check)
    {
        var wrong = check.Steps.FirstOrDefault(step => ErrorsOf(check, step).Count > 0);
        return At(template, post.Answers, check, wrong) with { Errors = wrong is null ? [] : ErrorsOf(check, wrong) };
    }

    private static FormView At(
        FormTemplate template, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, FormCheck check, FormStep? step) =>
        new(template, answers, check, step);

    private static List<FieldError> ErrorsOf(FormCheck check, FormStep step) =>
        [.. check.Errors.Where(error => IsPartOf(step.Fields.Select(field => field.Id), error.Field))];

    // The conditional fields that are shown now and were not on the page that was sent.
    private static List<string> Appeared(FormPost post, FormCheck check, FormStep step) =>
    [
        .. step.Fields.Where(field => field.ShownWhen is not null).Select(field => field.Id)
            .Concat(step.Leaves.Where(leaf => leaf.Group is not null && leaf.Watched is not null).Select(leaf => leaf.Key))
            .Where(key => check.Shown.Contains(key) && !post.Asked.Contains(key) && !post.Answers.ContainsKey(key)),
    ];

    // A key is part of itself and of its group.
    private static bool IsPartOf(IEnumerable<string> keys, string key) =>
        keys.Any(known => key == known || key.StartsWith($"{known}.", StringComparison.Ordinal));
}

/// <summary>One page of a form.</summary>
/// <param name="Answers">Raw, as typed: nothing is lost, whatever is wrong with it.</param>
/// <param name="Step">The step to show; null for the review.</param>
public sealed record FormView(
    FormTemplate Template, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, FormCheck Check, FormStep? Step)
{
    /// <summary>What to complain about on this page.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Fields have appeared on this page because of an answer just given.</summary>
    public bool Appeared { get; init; }

    /// <summary>The page was opened from the review and leads back to it.</summary>
    public bool Returning { get; init; }

    /// <summary>Where writing goes on: the key of a new entry's first field, or the group that has just lost an entry.</summary>
    public string? Focus { get; init; }

    /// <summary>The entry that was just removed from the group in <see cref="Focus"/>.</summary>
    public int? Removed { get; init; }

    /// <summary>The form is complete and its citizen has pressed submit.</summary>
    public bool Submit { get; init; }

    /// <summary>Name of this page.</summary>
    public string Name => Step?.Id ?? FormFlow.Review;

    /// <summary>Which page of <see cref="Count"/> this is, from 1.</summary>
    public int Position => Step is null ? Count : Check.Steps.TakeWhile(step => step != Step).Count() + 1;

    /// <summary>Pages in all, the review included. Of steps that exclude each other, one is counted before it is known which.</summary>
    public int Count
    {
        get
        {
            var open = Template.Steps.Except(Check.Steps)
                .Select(step => step.ShownWhen!.Field)
                .Where(id => !Check.Answers.Values.ContainsKey(id));
            return Check.Steps.Count + open.Distinct().Count() + 1;
        }
    }

    /// <summary>The raw answer of a key.</summary>
    public IReadOnlyList<string> Answer(string key) => Answers.GetValueOrDefault(key) ?? [];

    /// <summary>The answers of the other pages, which this one carries along.</summary>
    public IEnumerable<(string Key, string Value)> Carried =>
        Template.Steps.Where(step => step != Step).SelectMany(step => step.Leaves)
            .SelectMany(other => Answer(other.Key).Select(value => (other.Key, value)));
}
