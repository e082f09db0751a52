using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Offices;
using QueueHub.Offices;
using QueueHub.Offices.Documents;
using QueueHub.UnitTests.Offices;

namespace QueueHub.UnitTests.Demo;

/// <summary>The shipped district as the simulator is told of it.</summary>
internal static class DemoOffices
{
    public static readonly IReadOnlyList<FormTemplate> Forms =
        [.. SeedDocuments.All("forms").Select(seed => DocumentJson.Read(seed.Document.ToJsonString(), DocumentJson.Default.FormTemplate, out _)!)];

    public static readonly IReadOnlyList<OfficeDocument> Documents = [.. SeedDocuments.All("offices").Select(seed =>
    {
        seed.Document.Remove("version");
        return DocumentJson.Read(seed.Document.ToJsonString(), DocumentJson.Default.OfficeDocument, out _)!;
    })];

    public static readonly IReadOnlyList<OfficeInfo> All = [.. Documents.Select(office => OfficeApi.Of(office, Opening.Always))];

    public static OfficeInfo Of(string slug) => All.Single(office => office.Slug == slug);
}
