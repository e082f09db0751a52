using Npgsql;

namespace QueueHub.Platform.Database;

/// <summary>
/// Runs a piece of work whenever a Postgres channel rings, and at least every so often: a notification sent while the connection was
/// broken is lost, so the poll bounds how long that can hurt.
/// </summary>
public sealed class PostgresBell(NpgsqlDataSource source, string channel, TimeSpan poll, ILogger logger)
{
    /// <summary>Listens until cancelled, whatever happens. The work runs once at the start of each connection, then at each ring or poll.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        var backoff = new Backoff();
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                await using (var listen = new NpgsqlCommand($"listen {channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(cancellation);
                }

                while (true)
                {
                    await work(cancellation);
                    backoff.Reset();
                    await connection.WaitAsync(poll, cancellation);
                }
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                var level = PostgresFaults.IsFault(error) ? LogLevel.Warning : LogLevel.Error;
                logger.Log(level, PostgresFaults.IsFault(error) ? null : error, "Listening to {Channel} was interrupted: {Reason}", channel, error.Message);
                await backoff.WaitAsync(cancellation);
            }
        }
    }
}
