using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.History.Retention;

/// <summary>Once a day lets go of what was kept long enough (<see cref="HistoryOptions"/>): one node at a time.</summary>
internal sealed class Retention(
    NpgsqlDataSource source, IOptions<HistoryOptions> options, DatabaseStart database, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    // Any constant that no other program uses as an advisory lock in this database.
    private const long LockKey = 0x5175657565526574;

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await PurgeAsync(stoppingToken) is > 0 and var gone)
                {
                    logger.LogInformation("History let go of {Count} rows that were kept long enough.", gone);
                }
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("History lets go of nothing more today: {Reason}", error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Lets go of all that is old enough; gives how many rows. Nothing, while another node is at it.</summary>
    public async Task<long> PurgeAsync(CancellationToken cancellation)
    {
        await using var holder = await source.OpenConnectionAsync(cancellation);
        if (!await holder.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@LockKey)", new { LockKey }))
        {
            return 0;
        }

        var gone = 0L;
        try
        {
            gone += await new OldMessages(source).DropAsync(options.Value.KeepMessagesDays, time.GetUtcNow(), cancellation);
            foreach (var rule in KeepingRule.OfMonths(options.Value))
            {
                gone += await new OldMonths(source).DropAsync(rule, rule.Before(time.GetUtcNow()), cancellation);
            }

            foreach (var rule in KeepingRule.OfSums(options.Value))
            {
                gone += await new OldSums(source).DropAsync(rule, rule.Before(time.GetUtcNow()), cancellation);
            }

            return gone;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            // A backup or a long export reads the table; tomorrow it does not. What comes after it waits, too: events go before what they have become.
            logger.LogWarning("History lets go of nothing more today: somebody reads what is to go.");
            return gone;
        }
        finally
        {
            await holder.ExecuteAsync("select pg_advisory_unlock(@LockKey)", new { LockKey });
        }
    }
}
