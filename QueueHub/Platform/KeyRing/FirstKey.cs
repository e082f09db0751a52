using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.Platform.KeyRing;

/// <summary>
/// Makes the first key under a lock: nodes that start together on an empty database would otherwise each make one, and not read one
/// another's cookies until they happen to reload.
/// </summary>
internal sealed class FirstKey(NpgsqlDataSource source, DatabaseStart database, IDataProtectionProvider protection, ILogger<FirstKey> logger) : IHostedService
{
    // Any constant that no other program uses as an advisory lock in this database.
    private const long LockKey = 0x51754B6579526E67;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!database.IsReady)
        {
            return;
        }

        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var command = new NpgsqlCommand($"select pg_advisory_xact_lock({LockKey})", connection, transaction))
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            // The first use reads the ring, and makes a key when there is none.
            protection.CreateProtector(nameof(FirstKey)).Protect([]);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("The key ring could not be prepared: {Reason}", error.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
