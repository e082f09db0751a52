using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace QueueHub.History.Chains;

/// <summary>What can be an entry of a chain.</summary>
public interface IChainable
{
    /// <summary>All that the entry says, in an order that never changes: what is not among it could be changed unseen.</summary>
    IReadOnlyList<string> Parts();
}

/// <summary>An end of an office's chain of entries.</summary>
/// <param name="Seq">0 before the first entry.</param>
public sealed record ChainEnd(long Seq, byte[] Hash)
{
    /// <summary>Where a chain begins.</summary>
    public static ChainEnd Start => new(0, []);
}

/// <summary>An entry as it stands in the chain.</summary>
public sealed record Chained<T>(long Seq, T Entry, byte[] Previous, byte[] Hash)
    where T : IChainable;

/// <summary>
/// The chain of an office's log: each entry's hash covers the one before, so that whoever changes, takes out or moves an entry must change all that follow,
/// and the newest hash, which somebody may have written down. Pure.
/// </summary>
public static class HashChain
{
    /// <summary>The entries as they follow an end of the chain.</summary>
    public static IReadOnlyList<Chained<T>> Continue<T>(ChainEnd last, IEnumerable<T> entries)
        where T : IChainable
    {
        var chained = new List<Chained<T>>();
        foreach (var entry in entries)
        {
            var hash = Hash(last.Seq + 1, last.Hash, entry);
            chained.Add(new Chained<T>(last.Seq + 1, entry, last.Hash, hash));
            last = new ChainEnd(last.Seq + 1, hash);
        }

        return chained;
    }

    /// <summary>
    /// The number of the first entry that is not as it was written, or is not there; null when the chain holds from its base to its newest entry.
    /// </summary>
    public static async Task<long?> BreakAsync<T>(ChainEnd start, ChainEnd last, IAsyncEnumerable<Chained<T>> entries)
        where T : IChainable
    {
        var end = start;
        await foreach (var entry in entries)
        {
            if (entry.Seq != end.Seq + 1 || !Same(entry.Previous, end.Hash) || !Same(entry.Hash, Hash(entry.Seq, end.Hash, entry.Entry)))
            {
                return end.Seq + 1;
            }

            end = new ChainEnd(entry.Seq, entry.Hash);
        }

        // Rows that are gone from the end leave a chain that holds, only shorter.
        return end.Seq < last.Seq ? end.Seq + 1 : end.Seq > last.Seq || !Same(end.Hash, last.Hash) ? end.Seq : null;
    }

    /// <summary>SHA-256 over the hash of the entry before and this one. Each part is preceded by its length, so that no two entries read the same.</summary>
    public static byte[] Hash(long seq, byte[] previous, IChainable entry)
    {
        string[] parts = [Convert.ToHexStringLower(previous), Invariant($"{seq}"), .. entry.Parts()];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => Invariant($"{part.Length}:{part}\n")))));
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
