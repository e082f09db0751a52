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

    public static readonly IReadOnlyList<OfficeInfo> All = [.. SeedDocuments.All("offices").Select(seed =>
    {
        seed.Document.Remove("version");
        return Info(DocumentJson.Read(seed.Document.ToJsonString(), DocumentJson.Default.OfficeDocument, out _)!);
    })];

    public static OfficeInfo Of(string slug) => All.Single(office => office.Slug == slug);

    private static OfficeInfo Info(OfficeDocument office) => new(
        office.Slug, office.Name, office.Address, office.TimeZone, Opening.Always,
        [.. office.Services.Select(service => new ServiceInfo(service.Id, service.Name, service.Description, service.Form))],
        [.. office.Counters.Select(counter => new CounterInfo(counter.Id, counter.Primary, counter.Helping))],
        [.. office.Classes.Select(@class => new ClassInfo(@class.Id, @class.Name, @class.CreditMinutes, @class.GrantedBy))]);
}
