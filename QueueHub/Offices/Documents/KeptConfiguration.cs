using System.Text.Json;
using QueueHub.Contracts.Forms;
using QueueHub.Platform;

namespace QueueHub.Offices.Documents;

/// <summary>The configuration as the node keeps it in its data folder, so that it can start while Postgres is down.</summary>
internal sealed record KeptConfiguration(IReadOnlyList<KeptOffice> Offices, IReadOnlyList<FormTemplate> Forms)
{
    private const string FileName = "configuration.json";

    /// <summary>Writes the file; only this node's user may read it.</summary>
    public static void Save(string folder, Configuration configuration)
    {
        var kept = new KeptConfiguration(
            [.. configuration.Offices.Select(office => new KeptOffice(office.Version, office))], configuration.Forms);
        PrivateFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(kept, DocumentJson.Default.KeptConfiguration));
    }

    /// <summary>Reads the file, checked like what comes from the database; empty when there is none or it is damaged.</summary>
    public static Configuration Load(string folder, Action<string> complain)
    {
        if (PrivateFile.Read(Path.Combine(folder, FileName)) is not { } json)
        {
            return Configuration.Empty;
        }

        if (DocumentJson.Read(json, DocumentJson.Default.KeptConfiguration, out var complaint) is not { } kept)
        {
            complain($"The kept configuration is damaged and is not used. {complaint}");
            return Configuration.Empty;
        }

        return Configuration.Read(
            kept.Offices.Select(entry => new StoredOffice(
                entry.Document.Slug, entry.Version, JsonSerializer.Serialize(entry.Document, DocumentJson.Default.OfficeDocument))),
            kept.Forms.Select(form => new StoredForm(form.Id, form.Version, JsonSerializer.Serialize(form, DocumentJson.Default.FormTemplate))),
            Configuration.Empty, complain);
    }
}

/// <summary>An office's document with the version of its row.</summary>
internal sealed record KeptOffice(int Version, OfficeDocument Document);
