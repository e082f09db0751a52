using QueueHub.Contracts.Protection;
using QueueHub.History.Chains;

namespace QueueHub.Protection.Incidents;

/// <summary>An incident as its readers see it. Pure.</summary>
internal static class IncidentViews
{
    /// <param name="lines">Its lines, at least one.</param>
    /// <param name="names">Staff id → name.</param>
    public static Incident Of(IReadOnlyList<Chained<IncidentLine>> lines, IReadOnlyDictionary<string, string> names)
    {
        var first = lines[0].Entry;
        return new Incident(
            first.Incident, first.Day, first.Counter, lines.Select(line => line.Entry.Number).FirstOrDefault(number => number is not null),
            first.Staff, names.GetValueOrDefault(first.Staff, first.Staff), lines.Select(line => line.Entry.Kind).LastOrDefault(kind => kind is not null),
            [.. lines.Select(line => EntryOf(line, names))]);
    }

    private static IncidentEntry EntryOf(Chained<IncidentLine> line, IReadOnlyDictionary<string, string> names) => new(
        line.Seq, DateTimeOffset.FromUnixTimeMilliseconds(line.Entry.At), line.Entry.Action, line.Entry.By, names.GetValueOrDefault(line.Entry.By, line.Entry.By),
        line.Entry.Kind, line.Entry.Note, Convert.ToHexStringLower(line.Hash));
}
