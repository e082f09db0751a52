using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.Platform.Health;

/// <summary>Asks Postgres every few seconds whether it is there: nothing in the lobby waits for the answer, but operators want to know it.</summary>
public sealed class PostgresWatch(NpgsqlDataSource source, TimeProvider time, ILogger<PostgresWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile bool _away;

    /// <summary>True while Postgres does not answer.</summary>
    public bool IsAway => _away;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            _away = !await AnswersAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> AnswersAsync(CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, late.Token);
        try
        {
            await using var question = source.CreateCommand("select 1");
            await question.ExecuteScalarAsync(either.Token);
            return true;
        }
        catch (Exception error) when (PostgresFaults.IsFault(error) || late.IsCancellationRequested)
        {
            logger.LogDebug(error, "Postgres does not answer.");
            return false;
        }
    }
}
