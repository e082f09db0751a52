using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>
/// The hub's database for a command beside it: the one that a connection string names, that of the hub that runs on the data folder, or, when none runs,
/// the folder's own PostgreSQL, started for the command and stopped after it. Meanwhile the folder is locked, as by a hub.
/// </summary>
internal sealed class HubDatabase : IAsyncDisposable
{
    private readonly DataFolder? _folder;
    private readonly PrivatePostgres? _postgres;

    private HubDatabase(string connectionString) => ConnectionString = connectionString;

    private HubDatabase(DataFolder folder, PrivatePostgres postgres)
        : this(postgres.ConnectionString) => (_folder, _postgres) = (folder, postgres);

    public string ConnectionString { get; }

    /// <exception cref="StartException">One sentence says why it cannot be had.</exception>
    public static async Task<HubDatabase> OpenAsync(EngineOptions options, ILogger logger, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(options.Postgres))
        {
            return new HubDatabase(options.Postgres);
        }

        if (DataFolder.TryOpen(options.DataFolder) is not { } folder)
        {
            return new HubDatabase(PrivatePostgres.ConnectionStringIn(DataFolder.SocketsOf(options.DataFolder)) ?? throw new StartException(
                $"The QueueHub that uses {options.DataFolder} has no database there that this user can reach: run this as its user once it has started, or name its database with --ConnectionStrings:Postgres."));
        }

        try
        {
            return new HubDatabase(folder, await PrivatePostgres.StartAsync(options, folder, logger, cancellation));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null && _folder is not null)
        {
            await _postgres.DisposeAsync();
            _folder.RemoveSockets();
            _folder.Dispose();
        }
    }
}
