using QueueHub.Contracts.Forms;

namespace QueueHub.TestSupport;

/// <summary>Fills any form as its rules demand: the first option, a plausible text, until nothing required is missing.</summary>
public static class FormFiller
{
    /// <summary>Complete answers for the template.</summary>
    public static FormAnswers Fill(FormTemplate template, string name = "홍길동", params (string Field, string Value)[] given)
    {
        var values = given.ToDictionary(pair => pair.Field, pair => (IReadOnlyList<string>)[pair.Value]);
        while (FormRules.Check(template, values, DateOnly.MaxValue) is { Ok: false } check)
        {
            foreach (var error in check.Errors)
            {
                if (!values.TryAdd(error.Field, [Plausible(template.Leaf(error.Field)!.Field, name)]))
                {
                    throw new InvalidOperationException($"Field {error.Field} does not accept '{values[error.Field][0]}': {error.Code}");
                }
            }
        }

        return new FormAnswers(template.Id, template.Version, values);
    }

    private static string Plausible(FormField field, string name) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices => field.Options![0].Value,
        FieldType.Number => $"{field.Min ?? 1:0}",
        FieldType.Date => "1990-01-31",
        FieldType.Phone => "010-1234-5678",
        FieldType.Address => "서울특별시 서초구 남부순환로 2584",
        FieldType.YesNo or FieldType.Consent => "yes",
        _ => Texts(field, name).FirstOrDefault(text => Accepts(field, text)) ?? throw new InvalidOperationException($"No text is known that {field.Id} accepts."),
    };

    private static IEnumerable<string> Texts(FormField field, string name) => [name, .. new[] { field.Example?.Ko, field.Example?.En }.OfType<string>(), "Hong", "1"];

    private static bool Accepts(FormField field, string text) =>
        FormRules.Check(new FormTemplate("t", 1, field.Label, 1, [new FormStep("s", field.Label, [field with { ShownWhen = null }])]),
            new Dictionary<string, IReadOnlyList<string>> { [field.Id] = [text] }, DateOnly.MaxValue).Ok;
}
