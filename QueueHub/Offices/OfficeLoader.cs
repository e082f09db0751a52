using Microsoft.Extensions.Options;
using Npgsql;
using QueueHub.Offices.Documents;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Offices;

/// <summary>
/// Loads the configuration before the node serves anybody, and again within seconds of every change. The last good one is kept on disk:
/// the node starts from it when Postgres is down.
/// </summary>
internal sealed class OfficeLoader(
    Offices offices, ConfigurationStore store, NpgsqlDataSource source, DatabaseStart database,
    HubOptions options, IOptions<BellOptions> bells, ILogger<OfficeLoader> logger) : BackgroundService
{
    private const string Channel = "queuehub_configuration";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private bool _seeded;
    private string? _stamp;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        offices.Current = KeptConfiguration.Load(options.PrivateFolder, Complain);
        if (database.IsReady)
        {
            try
            {
                await RefreshAsync(cancellationToken);
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("The configuration cannot be read from Postgres: {Reason}", error.Message);
            }
        }

        if (_stamp is null)
        {
            logger.LogWarning("Starting from the configuration kept on this node: {Count} offices.", offices.All.Count);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        await new PostgresBell(source, Channel, bells.Value.Poll ?? Poll, logger).RunAsync(RefreshAsync, stoppingToken);
    }

    private async Task RefreshAsync(CancellationToken cancellation)
    {
        if (!_seeded)
        {
            await store.SeedAsync(cancellation);
            _seeded = true;
        }

        // The stamp is asked before the documents: a change in between is then read twice rather than never.
        var stamp = await store.StampAsync(cancellation);
        if (stamp == _stamp)
        {
            return;
        }

        var (storedOffices, storedForms) = await store.ReadAsync(cancellation);
        offices.Current = Configuration.Read(storedOffices, storedForms, offices.Current, Complain);
        _stamp = stamp;
        logger.LogInformation("Configuration loaded: {Count} offices.", offices.All.Count);
        Keep();
    }

    private void Keep()
    {
        try
        {
            KeptConfiguration.Save(options.PrivateFolder, offices.Current);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.LogError("The configuration cannot be kept in {Folder}; this node could not start without Postgres: {Reason}", options.PrivateFolder, error.Message);
        }
    }

    private void Complain(string complaint) => logger.LogError("{Complaint}", complaint);
}
