using QueueHub.Contracts.Screens;
using QueueHub.Offices;
using QueueHub.Screens.Media;

namespace QueueHub.Screens;

/// <summary>What a supervisor sees of the office's screens.</summary>
internal sealed class ScreenLists(ScreenStore store, IOffices offices, MediaFolder media, TimeProvider time)
{
    public async Task<ScreenList> OfAsync(string office)
    {
        var now = time.GetUtcNow();
        var screens = (await store.OfOfficeAsync(office, now)).Select(row => row.Listed).ToList();
        var document = offices.Find(office);
        return new ScreenList(
            now, screens, [.. (document?.Zones ?? []).Select(zone => new ScreenZone(zone.Id, zone.Name))], document is null ? [] : media.Faults(document));
    }
}
