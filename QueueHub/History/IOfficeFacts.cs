using System.Collections.Concurrent;
using QueueHub.Offices;

namespace QueueHub.History;

/// <summary>What history takes from the configuration: nothing that changes with time, or yesterday would be told differently tomorrow.</summary>
public interface IOfficeFacts
{
    /// <summary>The office's time zone; UTC of an office that is not there any more.</summary>
    TimeZoneInfo Zone(string office);

    /// <summary>Sheets that one submission of this version of a form saves; 0 when it is not known.</summary>
    int PagesSaved(string template, int version);
}

/// <inheritdoc cref="IOfficeFacts"/>
public sealed class OfficeFacts(IOffices offices) : IOfficeFacts
{
    private readonly ConcurrentDictionary<string, TimeZoneInfo> _zones = new();

    public TimeZoneInfo Zone(string office) => offices.Find(office) is { } document
        ? _zones.GetOrAdd(document.TimeZone, TimeZoneInfo.FindSystemTimeZoneById)
        : TimeZoneInfo.Utc;

    public int PagesSaved(string template, int version) => offices.Form(template, version)?.PagesSaved ?? 0;
}
