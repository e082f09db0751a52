using QueueHub.Contracts.Protection;
using QueueHub.History.Chains;
using static System.FormattableString;

namespace QueueHub.Protection.Incidents;

/// <summary>One line of an office's incident record: numbers, names of staff and what staff have written, nothing a citizen has.</summary>
/// <param name="Incident">Which incident it belongs to; see <see cref="IncidentIds"/>.</param>
/// <param name="Day">Business day of the incident, yyyy-MM-dd.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Ordinal">Of the ticket concerned.</param>
/// <param name="Staff">Staff id of the clerk concerned.</param>
/// <param name="Action">One of <see cref="IncidentAction"/>.</param>
/// <param name="By">Staff id of who did or wrote it.</param>
/// <param name="Kind">One of <see cref="IncidentKind"/>.</param>
/// <param name="Note">A kind of warning, from where help comes, or a note.</param>
/// <param name="Source">The event or the request that it comes from: the same is not written twice.</param>
public sealed record IncidentLine(
    string Office, string Incident, string Day, long At, string Counter, long? Ordinal, int? Number, string Staff, string Action, string By, string? Kind,
    string? Note, string Source)
    : IChainable
{
    public IReadOnlyList<string> Parts() =>
    [
        Office, Incident, Day, Invariant($"{At}"), Counter, Invariant($"{Ordinal}"), Invariant($"{Number}"), Staff, Action, By, Kind ?? "", Note ?? "", Source,
    ];

    /// <summary>True when the other line comes from the same request, sent again.</summary>
    public bool Repeats(IncidentLine other) =>
        (Incident, Counter, Action, By, Kind, Note, Source) == (other.Incident, other.Counter, other.Action, other.By, other.Kind, other.Note, other.Source);
}
