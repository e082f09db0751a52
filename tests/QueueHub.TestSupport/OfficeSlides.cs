using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Offices;
using QueueHub.Offices.Documents;
using QueueHub.Platform;

namespace QueueHub.TestSupport;

/// <summary>The notices of the demo office, as an administrator gives them: in the document, and as files in the data folder.</summary>
public static class OfficeSlides
{
    /// <summary>A picture of one point.</summary>
    public static readonly byte[] Point = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>Puts a file where the hub looks for it.</summary>
    public static async Task PutMediaAsync(this RunningHub hub, string name, byte[] content)
    {
        var folder = Path.Combine(hub.Services.GetRequiredService<HubOptions>().DataFolder, "media", Seocho.Office);
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
    }

    /// <summary>Gives the office these notices; returns when the hub knows.</summary>
    public static async Task ShowSlidesAsync(this RunningHub hub, params SlideDefinition[] slides)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var change = source.CreateCommand("update office set document = jsonb_set(document, '{slides}', $1::jsonb) where slug = $2");
        change.Parameters.AddWithValue(JsonSerializer.Serialize<IReadOnlyList<SlideDefinition>>(slides, DocumentJson.Default.Options));
        change.Parameters.AddWithValue(Seocho.Office);
        await change.ExecuteNonQueryAsync();
        await Eventually.TrueAsync(
            () => hub.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!.Slides?.SequenceEqual(slides) == true, "the office with other notices");
    }
}
