using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Notify.Push;

/// <summary>
/// The installation's <see cref="VapidKey"/>: made once, in Postgres for all nodes, and a copy on each node so that one can start without it. Encrypted in both
/// places, by the key ring.
/// </summary>
internal sealed class PushKeys(
    NpgsqlDataSource source, DatabaseStart database, IDataProtectionProvider protection, HubOptions options, ILogger<PushKeys> logger) : BackgroundService
{
    private const string FileName = "push-key";

    private readonly IDataProtector _protector = protection.CreateProtector("QueueHub.PushKey");
    private volatile VapidKey? _present;

    /// <summary>Null on a new installation, as long as Postgres is away.</summary>
    public VapidKey? Present => _present;

    private string FilePath => Path.Combine(options.PrivateFolder, FileName);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (PrivateFile.Read(FilePath) is { } kept)
        {
            Use(kept);
        }

        if (database.IsReady)
        {
            await TryJoinAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        var backoff = new Backoff();
        while (!await TryJoinAsync(stoppingToken))
        {
            await backoff.WaitAsync(stoppingToken);
        }
    }

    private async Task<bool> TryJoinAsync(CancellationToken cancellation)
    {
        try
        {
            await JoinAsync(cancellation);
            return true;
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("The key for notifications cannot be read; this node goes on with its copy: {Reason}", error.Message);
            return false;
        }
    }

    // Whoever comes first makes it. What this node has kept goes there when the database is a new one: subscriptions are good for it alone.
    private async Task JoinAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var mine = PrivateFile.Read(FilePath) ?? _protector.Protect(Convert.ToBase64String(VapidKey.Create().Export()));
        await connection.ExecuteAsync("insert into push_key (sealed) values (@mine) on conflict (only_one) do nothing", new { mine });
        var stored = await connection.QuerySingleAsync<string>("select sealed from push_key");
        if (Use(stored))
        {
            PrivateFile.Write(FilePath, stored);
        }
    }

    private bool Use(string @sealed)
    {
        try
        {
            _present = VapidKey.Import(Convert.FromBase64String(_protector.Unprotect(@sealed)));
            return true;
        }
        catch (CryptographicException)
        {
            logger.LogError("The key for notifications cannot be opened with this hub's key ring: there is no Web Push until both are restored together.");
            return false;
        }
    }
}
