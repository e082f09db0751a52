using System.Collections.Immutable;
using QueueHub.Contracts.Forms;

namespace QueueHub.Tickets;

/// <summary>A form as Redis holds it, decrypted: submitted, or as far as it is written.</summary>
public sealed record StoredForm(string Template, int Version, IReadOnlyDictionary<string, StoredField> Fields)
{
    /// <summary>What its citizen has put under it at a panel, for these or for earlier fields; null when nothing.</summary>
    public StoredSignature? Signature { get; init; }

    /// <summary>A form of which nothing is written yet.</summary>
    public static StoredForm Empty(FormTemplate template) => new(template.Id, template.Version, ImmutableDictionary<string, StoredField>.Empty);

    /// <summary>What is filled, without what was removed.</summary>
    public FormAnswers Answers => new(
        Template, Version, Fields.Where(entry => entry.Value.Values.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value.Values));

    /// <summary>Every field that was ever written, removed ones too.</summary>
    public IReadOnlyDictionary<string, int> Revisions => Fields.ToDictionary(entry => entry.Key, entry => entry.Value.Revision);

    /// <summary>A field; one that was never written has revision 0.</summary>
    public StoredField Field(string key) => Fields.GetValueOrDefault(key, StoredField.Never);

    /// <summary>True for a signature under just these fields: one that was changed since, or is new, voids it.</summary>
    public bool IsSignedBy(StoredSignature signature) =>
        signature.Revisions.Count == Fields.Count && signature.Revisions.All(seen => Fields.GetValueOrDefault(seen.Key)?.Revision == seen.Value);
}

/// <summary>A signature, decrypted.</summary>
/// <param name="Kind">See <see cref="SignatureKind"/>.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Revisions">Every field of the form as it was signed, removed ones too.</param>
public sealed record StoredSignature(string Kind, long At, SignatureDrawing? Drawing, IReadOnlyDictionary<string, int> Revisions);

/// <summary>A form that was written without a ticket, decrypted.</summary>
/// <param name="Service">The service it was begun for.</param>
/// <param name="Until">When it is destroyed by itself.</param>
public sealed record PreparedForm(string Service, DateTimeOffset Until, StoredForm Form);

/// <summary>One field; no values when it was removed.</summary>
public sealed record StoredField(int Revision, IReadOnlyList<string> Values)
{
    public static readonly StoredField Never = new(0, []);

    /// <summary>True when it holds just these values.</summary>
    public bool Holds(IReadOnlyList<string> values) => Values.SequenceEqual(values);
}
