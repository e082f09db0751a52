using Npgsql;

namespace QueueHub.Platform.Database;

/// <summary>
/// Prepares the database before anything reads it. When Postgres is down the node starts without it, and this goes on trying:
/// nothing in a lobby waits for a report.
/// </summary>
public sealed class DatabaseStart(NpgsqlDataSource source, ILogger<DatabaseStart> logger) : BackgroundService
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the schema is this build's.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Completes once the schema is this build's.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    /// <summary>Tries once before the node serves anybody; a script that fails stops the start.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backoff = new Backoff();
        while (!IsReady)
        {
            await backoff.WaitAsync(stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await Migrations.ApplyAsync(source, logger, cancellation);
            _ready.TrySetResult();
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("Postgres cannot be reached; the node works without it until it can: {Reason}", error.Message);
        }
    }
}
