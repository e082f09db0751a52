using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Npgsql;
using QueueHub.Contracts.Screens;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Screens;

/// <summary>
/// Which screens are paired, on this and every other node: told by Postgres within moments, polled in case a notice is lost, kept in a file. While
/// Postgres is down nothing new is learnt: who is paired stays so.
/// </summary>
internal sealed class Screens(
    ScreenStore store, NpgsqlDataSource source, DatabaseStart database, HubOptions options, IOptions<BellOptions> bells, ILogger<Screens> logger)
    : BackgroundService, IScreens
{
    /// <summary>Claim with the screen's id.</summary>
    public const string IdClaim = "queuehub:screen";

    private const string Channel = "queuehub_screens";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    // Whoever shows a token that nobody holds may make a node ask Postgres, but not more often than this.
    private static readonly TimeSpan AskAtMostEvery = TimeSpan.FromMilliseconds(500);

    // A display that asks for its board waits two and a half seconds for it, and for all that comes before.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ScreenDirectory _list = ScreenDirectory.Empty;
    private long _readFrom;

    public event Action<string>? Revoked;

    public event Action<Screen>? Settled;

    public Screen? Of(ClaimsPrincipal user) => user.FindFirstValue(IdClaim) is { } id ? Find(id) : null;

    public Screen? Find(string id) => Volatile.Read(ref _list).Find(id);

    /// <summary>
    /// The screen that holds the token. A token this node does not know may have been given by another one a moment ago: so Postgres is asked before the
    /// screen is told that it is not paired.
    /// </summary>
    /// <returns>Null when there is none; and whether that is sure, which it is not while Postgres cannot be asked.</returns>
    public async Task<(Screen? Screen, bool Sure)> HolderAsync(ScreenKind kind, string token)
    {
        var hash = ScreenSecrets.Hash(token);
        if (Holder(kind, hash) is { } known)
        {
            return (known, true);
        }

        var asked = await AskAsync();
        return (Holder(kind, hash), asked);
    }

    /// <summary>Reads the list anew; called after this node has changed it.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await ReadAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (KeptScreens.Load(options.PrivateFolder, complaint => logger.LogError("The kept screens are damaged and are not used: {Complaint}", complaint)) is { } kept)
        {
            _list = new ScreenDirectory(kept);
        }

        if (database.IsReady)
        {
            try
            {
                await RefreshAsync(cancellationToken);
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("The paired screens cannot be read from Postgres; {Count} are known from before: {Reason}", _list.Rows.Count, error.Message);
            }
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        await new PostgresBell(source, Channel, bells.Value.Poll ?? Poll, logger).RunAsync(RefreshAsync, stoppingToken);
    }

    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    private Screen? Holder(ScreenKind kind, string hash) => Volatile.Read(ref _list).Holder(hash) is { } screen && screen.Kind == kind ? screen : null;

    // True once a read that began after this question has come to an end: an answer from before it might not have seen what it asks about.
    private async Task<bool> AskAsync()
    {
        try
        {
            await ReadAfterAsync(Stopwatch.GetTimestamp()).WaitAsync(Patience);
            return true;
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogInformation("A screen that is not known here could not be asked about: {Reason}", error.Message);
            return false;
        }
    }

    private async Task ReadAfterAsync(long asked)
    {
        await _gate.WaitAsync();
        try
        {
            if (_readFrom > asked)
            {
                return;
            }

            if (AskAtMostEvery - Stopwatch.GetElapsedTime(_readFrom) is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause);
            }

            await ReadAsync(CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var (before, from) = (_list, Stopwatch.GetTimestamp());
        var rows = await store.PairedAsync(cancellation);
        var fresh = !before.Rows.SequenceEqual(rows);
        if (fresh)
        {
            Volatile.Write(ref _list, new ScreenDirectory(rows));
        }

        _readFrom = from;
        foreach (var id in before.Gone(_list).ToList())
        {
            Revoked?.Invoke(id);
        }

        foreach (var screen in before.Settled(_list).ToList())
        {
            Settled?.Invoke(screen);
        }

        if (fresh)
        {
            Keep(rows);
        }
    }

    private void Keep(IReadOnlyList<PairedRow> rows)
    {
        try
        {
            KeptScreens.Save(options.PrivateFolder, rows);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.LogError("The paired screens cannot be kept in {Folder}; after a start without Postgres they would not be known: {Reason}", options.PrivateFolder, error.Message);
        }
    }
}
