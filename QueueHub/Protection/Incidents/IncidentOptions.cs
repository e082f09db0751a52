using System.ComponentModel.DataAnnotations;

namespace QueueHub.Protection.Incidents;

/// <summary>Rules of the incident record; section <c>Incidents</c> of the configuration.</summary>
public sealed class IncidentOptions
{
    /// <summary>A line is kept so long. The database refuses to let go of any sooner than after three years.</summary>
    [Range(3, 30)]
    public int KeptYears { get; set; } = 3;
}
