using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Forms;

/// <summary>A form (민원서식) as data: the same template is rendered for phone, clerk and print.</summary>
/// <param name="PagesSaved">Sheets of paper that one digital submission saves.</param>
public sealed record FormTemplate(string Id, int Version, LocalText Title, int PagesSaved, IReadOnlyList<FormStep> Steps)
{
    /// <summary>All fields in the order of the steps; a group is one of them.</summary>
    [JsonIgnore]
    public IEnumerable<FormField> Fields => Steps.SelectMany(step => step.Fields);

    /// <summary>Everything that can be answered, in the order of the steps: a group's fields once for each entry it may have.</summary>
    [JsonIgnore]
    public IEnumerable<FormLeaf> Leaves => Steps.SelectMany(step => step.Leaves);

    /// <summary>What an answer's key names; null when the form does not ask it.</summary>
    public FormLeaf? Leaf(string key) => Leaves.FirstOrDefault(leaf => leaf.Key == key);
}

/// <summary>A few related fields under one heading; hidden while <see cref="ShownWhen"/> does not hold.</summary>
public sealed record FormStep(string Id, LocalText Title, IReadOnlyList<FormField> Fields, ShownWhen? ShownWhen = null)
{
    /// <inheritdoc cref="FormTemplate.Leaves"/>
    [JsonIgnore]
    public IEnumerable<FormLeaf> Leaves => Fields.SelectMany(FormLeaf.Of);
}

/// <summary>
/// One field. Length and pattern hold for text; options for choices. A group has fields of its own, asked once for each of its entries:
/// <paramref name="Item"/> is the name of one entry, <paramref name="Min"/> and <paramref name="Max"/> say how many there may be.
/// </summary>
/// <param name="Reuse">What the phone may write into the next form that asks for it, if its owner wants that: one of <see cref="Reusable.Types"/>.</param>
/// <param name="ReuseWhen">Only then is it the phone's owner who is asked about, and not somebody that they act for.</param>
public sealed record FormField(
    string Id,
    FieldType Type,
    LocalText Label,
    bool Required = false,
    LocalText? Help = null,
    LocalText? Example = null,
    int? MaxLength = null,
    string? Pattern = null,
    string? Autocomplete = null,
    decimal? Min = null,
    decimal? Max = null,
    bool Sensitive = false,
    IReadOnlyList<FieldOption>? Options = null,
    ShownWhen? ShownWhen = null,
    IReadOnlyList<FormField>? Fields = null,
    LocalText? Item = null,
    string? Reuse = null,
    ShownWhen? ReuseWhen = null)
{
    /// <summary>Not to be read over somebody's shoulder: what the template says, and what tells where somebody lives or is reached.</summary>
    [JsonIgnore]
    public bool IsPrivate => Sensitive || Type is FieldType.Phone or FieldType.Address;
}

/// <summary>One answer to choose.</summary>
public sealed record FieldOption(string Value, LocalText Label);

/// <summary>Shown only when the named field has one of these values.</summary>
public sealed record ShownWhen(string Field, IReadOnlyList<string> AnyOf);

/// <summary>What a field asks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldType>))]
public enum FieldType
{
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("longText")] LongText,
    [JsonStringEnumMemberName("number")] Number,
    /// <summary>ISO date, yyyy-MM-dd.</summary>
    [JsonStringEnumMemberName("date")] Date,
    [JsonStringEnumMemberName("phone")] Phone,
    [JsonStringEnumMemberName("address")] Address,
    [JsonStringEnumMemberName("choice")] Choice,
    /// <summary>Any number of options.</summary>
    [JsonStringEnumMemberName("choices")] Choices,
    /// <summary>"yes" or "no".</summary>
    [JsonStringEnumMemberName("yesNo")] YesNo,
    /// <summary>"yes" when given; required consents must be given.</summary>
    [JsonStringEnumMemberName("consent")] Consent,
    /// <summary>Several entries of the same fields, such as the members of a household.</summary>
    [JsonStringEnumMemberName("group")] Group,
}

/// <summary>
/// A filled form: key → values (one, or several for <see cref="FieldType.Choices"/>), for one version of a template. The key is the field's
/// id, or that of a <see cref="FormLeaf"/> in a group.
/// </summary>
public sealed record FormAnswers(string Template, int TemplateVersion, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);

/// <summary>What the clerk sees of a form: the template it was written on and the answers.</summary>
public sealed record SubmissionView(FormTemplate Template, FormAnswers Answers)
{
    /// <summary>The revision of each field that was ever written: what an edit of it has to name.</summary>
    public IReadOnlyDictionary<string, int> Revisions { get; init; } = new Dictionary<string, int>();

    /// <summary>False: the citizen was called before submitting; this is how far it was written.</summary>
    public bool Submitted { get; init; } = true;

    /// <summary>Keys of the answers that are still missing, or not right.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What its citizen has put under it at the panel; null when nothing.</summary>
    public FormSignature? Signature { get; init; }
}
