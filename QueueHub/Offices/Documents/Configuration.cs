using System.Text.Json.Serialization.Metadata;
using QueueHub.Contracts.Forms;

namespace QueueHub.Offices.Documents;

/// <summary>An office's document as the database has it, not yet checked.</summary>
internal sealed record StoredOffice(string Slug, int Version, string Document);

/// <summary>A form template as the database has it, not yet checked.</summary>
internal sealed record StoredForm(string Id, int Version, string Document);

/// <summary>All offices and forms that are sound, immutable.</summary>
internal sealed class Configuration
{
    public static readonly Configuration Empty = new([], []);

    // The largest shipped document has some ten thousand characters.
    private const int LongestDocument = 500_000;
    private const int MostComplaints = 20;

    private readonly Dictionary<string, OfficeDocument> _bySlug;
    private readonly Dictionary<(string, int), FormTemplate> _byVersion;
    private readonly Dictionary<string, FormTemplate> _newest;

    public Configuration(IEnumerable<OfficeDocument> offices, IEnumerable<FormTemplate> forms)
    {
        Offices = [.. offices.OrderBy(office => office.Slug, StringComparer.Ordinal)];
        Forms = [.. forms.OrderBy(form => form.Id, StringComparer.Ordinal).ThenBy(form => form.Version)];
        _bySlug = Offices.ToDictionary(office => office.Slug, StringComparer.Ordinal);
        _byVersion = Forms.ToDictionary(form => (form.Id, form.Version));
        _newest = Forms.GroupBy(form => form.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }

    public IReadOnlyList<OfficeDocument> Offices { get; }
    public IReadOnlyList<FormTemplate> Forms { get; }

    public OfficeDocument? Office(string slug) => _bySlug.GetValueOrDefault(slug);
    public FormTemplate? Form(string id) => _newest.GetValueOrDefault(id);
    public FormTemplate? Form(string id, int version) => _byVersion.GetValueOrDefault((id, version));

    /// <summary>
    /// Reads what the database has. A document with a fault is complained of and replaced by the one before it, if there was one:
    /// an office must not lose its lobby to a slip of the pen.
    /// </summary>
    public static Configuration Read(
        IEnumerable<StoredOffice> offices, IEnumerable<StoredForm> forms, Configuration before, Action<string> complain)
    {
        var soundForms = forms.Select(stored => Sound(stored, before, complain)).OfType<FormTemplate>().ToList();
        var formIds = soundForms.Select(form => form.Id).ToHashSet(StringComparer.Ordinal);
        return new Configuration(offices.Select(stored => Sound(stored, formIds.Contains, before, complain)).OfType<OfficeDocument>(), soundForms);
    }

    private static FormTemplate? Sound(StoredForm stored, Configuration before, Action<string> complain)
    {
        var form = Read(stored.Document, DocumentJson.Default.FormTemplate, out var complaint);
        IReadOnlyList<string> complaints = form is null ? [complaint!] : FormTemplateRules.Check(form);
        return Accept(form, complaints, $"Form {stored.Id} version {stored.Version}", before.Form(stored.Id, stored.Version), complain);
    }

    private static OfficeDocument? Sound(StoredOffice stored, Func<string, bool> formExists, Configuration before, Action<string> complain)
    {
        var office = Read(stored.Document, DocumentJson.Default.OfficeDocument, out var complaint);
        IReadOnlyList<string> complaints = office is null ? [complaint!] : OfficeDocumentRules.Check(office, formExists);
        return Accept(
            office is null ? null : office with { Version = stored.Version },
            complaints, $"Office {stored.Slug} version {stored.Version}", before.Office(stored.Slug), complain);
    }

    private static T? Read<T>(string document, JsonTypeInfo<T> type, out string? complaint) where T : class
    {
        complaint = $"document: has {document.Length} characters, of at most {LongestDocument}";
        return document.Length > LongestDocument ? null : DocumentJson.Read(document, type, out complaint);
    }

    private static T? Accept<T>(T? read, IReadOnlyList<string> complaints, string name, T? before, Action<string> complain) where T : class
    {
        if (complaints.Count == 0)
        {
            return read;
        }

        foreach (var complaint in complaints.Take(MostComplaints))
        {
            complain($"{name}: {complaint}");
        }

        if (complaints.Count > MostComplaints)
        {
            complain($"{name}: and {complaints.Count - MostComplaints} more faults");
        }

        complain($"{name} is not used; {(before is null ? "nothing stands in for it" : "the one before it stays")}.");
        return before;
    }
}
