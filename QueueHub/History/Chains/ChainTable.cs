using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace QueueHub.History.Chains;

/// <summary>
/// The chains of one log in Postgres: the table of its entries, and beside it, named <c>…_chain</c>, both ends of each office's chain. The database refuses
/// whatever is not adding to them.
/// </summary>
/// <param name="table">The entries.</param>
/// <param name="columns">What is selected of an entry; read into <typeparamref name="TRow"/>.</param>
internal sealed class ChainTable<T, TRow>(string table, string columns, Func<TRow, Chained<T>> read)
    where T : IChainable
{
    /// <summary>
    /// Chains entries behind the newest one, in the caller's transaction. Whoever else writes for the office waits until that has ended: so each entry has one
    /// before it, whichever node writes.
    /// </summary>
    /// <param name="insert">Writes the rows.</param>
    public async Task<IReadOnlyList<Chained<T>>> AppendAsync(
        NpgsqlConnection connection, string office, IReadOnlyList<T> entries, Func<IReadOnlyList<Chained<T>>, Task> insert)
    {
        await connection.ExecuteAsync($"insert into {table}_chain (office) values (@office) on conflict do nothing", new { office });
        var last = await connection.QuerySingleAsync<ChainEnd>(
            $"select last_seq as seq, last_hash as hash from {table}_chain where office = @office for update", new { office });
        var chained = HashChain.Continue(last, entries);
        await insert(chained);
        await connection.ExecuteAsync(
            $"update {table}_chain set last_seq = @Seq, last_hash = @Hash where office = @office", new { office, chained[^1].Seq, chained[^1].Hash });
        return chained;
    }

    /// <summary>Goes through the whole chain of an office.</summary>
    public async Task<ChainVerdict> CheckAsync(NpgsqlConnection connection, string office, CancellationToken cancellation)
    {
        // One view of both: an entry written meanwhile would be taken for one too many.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var ends = await connection.QuerySingleOrDefaultAsync<Ends>(new CommandDefinition(
            $"""
            select base_seq as baseSeq, base_hash as baseHash, last_seq as lastSeq, last_hash as lastHash from {table}_chain where office = @office
            """,
            new { office }, cancellationToken: cancellation)) ?? new Ends(0, [], 0, []);
        var rows = connection.QueryUnbufferedAsync<TRow>(
            $"select {columns} from {table} where office = @office order by seq", new { office }, transaction);
        var last = new ChainEnd(ends.LastSeq, ends.LastHash);
        var broken = await HashChain.BreakAsync(new ChainEnd(ends.BaseSeq, ends.BaseHash), last, ReadAsync(rows, cancellation));
        return new ChainVerdict(broken, ends.BaseSeq, last);
    }

    private async IAsyncEnumerable<Chained<T>> ReadAsync(IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            yield return read(row);
        }
    }

    private sealed record Ends(long BaseSeq, byte[] BaseHash, long LastSeq, byte[] LastHash);
}

/// <summary>What a check of a chain found.</summary>
/// <param name="Broken">First entry that is not as it was written; null when the chain holds.</param>
/// <param name="Purged">Entries up to this one are older than the log is kept, and gone.</param>
public sealed record ChainVerdict(long? Broken, long Purged, ChainEnd Last);
