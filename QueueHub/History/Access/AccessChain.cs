using System.Security.Cryptography;

namespace QueueHub.History.Access;

/// <summary>An end of an office's chain of entries.</summary>
/// <param name="Seq">0 before the first entry.</param>
public sealed record ChainEnd(long Seq, byte[] Hash)
{
    /// <summary>Where a chain begins.</summary>
    public static ChainEnd Start => new(0, []);
}

/// <summary>An entry as it stands in the chain.</summary>
public sealed record ChainedEntry(long Seq, AccessEntry Entry, byte[] Previous, byte[] Hash);

/// <summary>
/// The chain of an office's access log: each entry's hash covers the one before, so that whoever changes, takes out or moves an entry must change all
/// that follow, and the newest hash, which somebody may have written down. Pure.
/// </summary>
public static class AccessChain
{
    /// <summary>The entries as they follow an end of the chain.</summary>
    public static IReadOnlyList<ChainedEntry> Continue(ChainEnd last, IEnumerable<AccessEntry> entries)
    {
        var chained = new List<ChainedEntry>();
        foreach (var entry in entries)
        {
            var hash = entry.Hash(last.Seq + 1, last.Hash);
            chained.Add(new ChainedEntry(last.Seq + 1, entry, last.Hash, hash));
            last = new ChainEnd(last.Seq + 1, hash);
        }

        return chained;
    }

    /// <summary>
    /// The number of the first entry that is not as it was written, or is not there; null when the chain holds from its base to its newest entry.
    /// </summary>
    public static async Task<long?> BreakAsync(ChainEnd start, ChainEnd last, IAsyncEnumerable<ChainedEntry> entries)
    {
        var end = start;
        await foreach (var entry in entries)
        {
            if (entry.Seq != end.Seq + 1 || !Same(entry.Previous, end.Hash) || !Same(entry.Hash, entry.Entry.Hash(entry.Seq, end.Hash)))
            {
                return end.Seq + 1;
            }

            end = new ChainEnd(entry.Seq, entry.Hash);
        }

        // Rows that are gone from the end leave a chain that holds, only shorter.
        return end.Seq < last.Seq ? end.Seq + 1 : end.Seq > last.Seq || !Same(end.Hash, last.Hash) ? end.Seq : null;
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
