using System.Collections.Concurrent;
using System.Security.Cryptography;
using QueueHub.Contracts;
using QueueHub.Engines;
using QueueHub.History;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.Recovery;

/// <summary>
/// After every restart of Redis its scripts refuse all commands of an office until a node has compared what it holds with what nodes and history know: then
/// the office goes on as it is, or is founded anew from the newest state there is. An office that is new to everybody is founded in the same way.
/// </summary>
internal sealed class OfficeRecovery(
    OfficeFollowers followers, ITicketQueue queue, Offers offers, IOffices offices, HistoryQueries history, DayKeeper days, EngineSet engines,
    TimeProvider time, ILogger<OfficeRecovery> logger) : BackgroundService
{
    private const string Actor = "system";
    private const int AtOnce = 32;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // Long enough for every living node to reconnect and say what it knows; a private Redis has no other nodes.
    private static readonly TimeSpan OthersHaveSpoken = TimeSpan.FromSeconds(3);

    // A PostgreSQL that is being started along with everything else is worth waiting for: without it an office without witnesses has to skip numbers.
    private static readonly TimeSpan HistoryHasSpoken = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<string, long> _since = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken };
        do
        {
            await Parallel.ForEachAsync(offices.All, options, async (office, _) => await KeepAsync(office));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(OfficeDocument office)
    {
        if (followers.Doubt(office.Slug) is not { } position)
        {
            _since.TryRemove(office.Slug, out _);
            return;
        }

        try
        {
            var best = await offers.OfferAsync(office.Slug, followers.Memory(office.Slug) is { Witness: true, State.Version: var version } ? version : 0);
            var since = time.GetElapsedTime(_since.GetOrAdd(office.Slug, time.GetTimestamp()));
            if (best && (engines.RedisProcessId is not null || since >= OthersHaveSpoken) && await DecideAsync(office, new FoundOffice(position.Epoch, position.Version), since))
            {
                followers.PollNow();
            }
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            logger.LogDebug(error, "Office {Office}: Redis is away again.", office.Slug);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One office's fault must not keep the others from coming back.
            logger.LogError(error, "Office {Office}: it could not be compared with what is known.", office.Slug);
        }
    }

    // True when something was decided, by this node or another.
    private async Task<bool> DecideAsync(OfficeDocument office, FoundOffice found, TimeSpan since)
    {
        var floor = await history.FloorAsync(office.Slug);
        var memory = followers.Memory(office.Slug);
        var witness = memory is { Witness: true } ? memory : null;

        // The usual restart, decided without reading the day's events: neither memory nor history reaches further than Redis.
        if (found.Epoch.Length > 0 && (witness is not null || floor is not null) && found.Version >= Math.Max(witness?.State.Version ?? 0, floor?.Version ?? 0))
        {
            return Report(office, LogLevel.Debug, "is as it was before Redis was restarted", await queue.ConfirmAsync(Context(office, memory?.State), found));
        }

        var (basis, asked) = await BasisAsync(office, witness?.State, floor);
        if (basis is not null && basis.Version > found.Version)
        {
            return await RebuildAsync(office, basis, found, floor, witness?.Recent ?? [], Fence.Moments);
        }

        if (!asked && since < HistoryHasSpoken)
        {
            return false;
        }

        if (found.Epoch.Length > 0)
        {
            // Nobody can tell whether this Redis is what it was, or history knows that it is not and no longer what was in it: it is gone on with, far above.
            return memory?.State is { } own && (own.Epoch, own.Version) == (found.Epoch, found.Version)
                && await RebuildAsync(office, own, found, floor, [], Fence.Hours);
        }

        // New to everybody, or counted by history so long ago that nothing else is left of it. Without history nobody can tell these from a lost one.
        return floor is { } counted
            && Report(office, counted.Version > 0 ? LogLevel.Warning : LogLevel.Debug, "was founded", await days.FoundAsync(office, counted));
    }

    // The newest there is, and whether history could be asked.
    private async Task<(OfficeState? Basis, bool Asked)> BasisAsync(OfficeDocument office, OfficeState? witness, HistoryFloor? floor)
    {
        if (floor is not { Version: > 0 } || await history.LastDayAsync(office.Slug, OfficeClock.Date(office, time.GetUtcNow())) is not { } day)
        {
            return (witness, floor is { Version: 0 });
        }

        try
        {
            return (Basis.Of(office.Slug, witness, day), true);
        }
        catch (GapException gap)
        {
            logger.LogError("Office {Office}: its history has a hole and cannot help: {Reason}", office.Slug, gap.Message);
            return (witness, true);
        }
    }

    private async Task<bool> RebuildAsync(
        OfficeDocument office, OfficeState basis, FoundOffice found, HistoryFloor? floor, IReadOnlyList<Tickets.Rows.OfficeEvent> recent, Fence fence)
    {
        if (followers.Doubt(office.Slug) is not { } position || (position.Epoch, position.Version) != (found.Epoch, found.Version))
        {
            // Redis has gone on meanwhile, for example because the office was founded: this was about what it held before.
            return true;
        }

        logger.LogWarning(
            "Office {Office}: Redis holds {Found}, known is version {Version} of epoch {Epoch}. Founding it anew.", office.Slug, found, basis.Version, basis.Epoch);
        var plan = RebuildPlan.Of(office, basis, found, floor, recent, fence, RandomNumberGenerator.GetHexString(16, lowercase: true));
        return Report(office, LogLevel.Warning, "was founded anew", await queue.RebuildAsync(Context(office, basis), plan));
    }

    private bool Report(OfficeDocument office, LogLevel level, string what, QueueReply reply)
    {
        if (reply.Ok)
        {
            logger.Log(level, "Office {Office} {What}.", office.Slug, what);
            return true;
        }

        if (reply.Code == ProblemCodes.WrongState)
        {
            // Another node was faster.
            return true;
        }

        logger.LogWarning("Office {Office} is not back yet: {Code}", office.Slug, reply.Code);
        return false;
    }

    private QueueContext Context(OfficeDocument office, OfficeState? basis)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new QueueContext(
            office.Slug, QueueLines.Of(office, basis), basis?.Day ?? "", time.GetUtcNow().ToUnixTimeMilliseconds(), Actor, new RequestBinding(id, id));
    }
}
