namespace QueueHub.History.Rebuild;

/// <summary>What was made of an office's events.</summary>
/// <param name="Days">Business days that have events.</param>
/// <param name="Differences">Of each table; in a rebuild they are mended.</param>
public sealed record Rebuilt(string Office, long Events, long Tickets, int Days, TimeSpan Took, IReadOnlyList<Difference> Differences)
{
    /// <summary>History was already what the events make of it.</summary>
    public bool WasRight => Differences.All(difference => difference is { Missing: 0, Wrong: 0 });

    internal static Rebuilt Nothing(string office) => new(office, 0, 0, 0, TimeSpan.Zero, []);
}

/// <summary>Where a table is not what the events make of it.</summary>
/// <param name="Missing">Rows that are not there, or not so.</param>
/// <param name="Wrong">Rows that should not be there, or not so.</param>
/// <param name="Samples">Keys of some of them.</param>
public sealed record Difference(string Table, long Missing, long Wrong, IReadOnlyList<string> Samples);
