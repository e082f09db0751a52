using System.Data;
using Npgsql;

namespace QueueHub.History.Answers;

/// <summary>History as it is at one moment: what is read here belongs together, whatever is written meanwhile. A total would not be that of its rows otherwise.</summary>
public sealed class HistoryMoment : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    private HistoryMoment(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, _transaction) = (connection, transaction);

    /// <summary>To read by.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The moment of the first question.</summary>
    public static async Task<HistoryMoment> OpenAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            return new HistoryMoment(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
