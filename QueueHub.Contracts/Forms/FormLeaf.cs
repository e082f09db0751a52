namespace QueueHub.Contracts.Forms;

/// <summary>Something that is answered: a field, or a field of one entry of a group.</summary>
/// <param name="Key">The answer's key: <c>name</c>, or <c>members.0.name</c>. Ids are letters and digits, so a dot is never part of one.</param>
/// <param name="Entry">Which entry of the group, from 0.</param>
public sealed record FormLeaf(string Key, FormField Field, FormField? Group = null, int Entry = 0)
{
    /// <summary>What people call it: within a group with the entry it belongs to.</summary>
    public LocalText Label => Group is null
        ? Field.Label
        : LocalText.Each(language => $"{Name(Group, Entry).In(language)} – {Field.Label.In(language)}");

    /// <summary>The key of the answer on which it depends whether this is shown: one of the same entry, or one outside; null when it always is.</summary>
    public string? Watched => Field.ShownWhen is not { } when ? null
        : Group?.Fields?.FirstOrDefault(other => other.Id == when.Field) is { } beside ? KeyOf(Group, Entry, beside)
        : when.Field;

    /// <summary>What people call an entry of a group: "Member 2".</summary>
    public static LocalText Name(FormField group, int entry) => LocalText.Each(language => $"{(group.Item ?? group.Label).In(language)} {entry + 1}");

    /// <summary>The key of a field in an entry of a group.</summary>
    public static string KeyOf(FormField group, int entry, FormField field) => $"{group.Id}.{entry}.{field.Id}";

    /// <summary>The field itself, or everything that a group may hold.</summary>
    public static IEnumerable<FormLeaf> Of(FormField field) => field.Type == FieldType.Group
        ? Enumerable.Range(0, FormGroup.Most(field)).SelectMany(entry => InEntry(field, entry))
        : [new FormLeaf(field.Id, field)];

    /// <summary>The fields of one entry.</summary>
    public static IEnumerable<FormLeaf> InEntry(FormField group, int entry) =>
        (group.Fields ?? []).Select(field => new FormLeaf(KeyOf(group, entry, field), field, group, entry));
}
