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
/// the office goes on as it is, or is founded anew from the newest state there is.
/// </summary>
internal sealed class OfficeRecovery(
    OfficeFollowers followers, ITicketQueue queue, Offers offers, IOffices offices, HistoryQueries history, DayKeeper days, EngineSet engines,
    TimeProvider time, ILogger<OfficeRecovery> logger) : BackgroundService
{
    private const string Actor = "system";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // Long enough for every living node to reconnect and say what it knows; a private Redis has no other nodes.
    private static readonly TimeSpan OthersHaveSpoken = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, long> _since = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            foreach (var office in offices.All)
            {
                await KeepAsync(office);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(OfficeDocument office)
    {
        if (followers.Doubt(office.Slug) is not { } position)
        {
            _since.Remove(office.Slug);
            return;
        }

        try
        {
            var best = await offers.OfferAsync(office.Slug, followers.Current(office.Slug)?.Version ?? 0);
            _since.TryAdd(office.Slug, time.GetTimestamp());
            if (best && (engines.RedisProcessId is not null || time.GetElapsedTime(_since[office.Slug]) >= OthersHaveSpoken))
            {
                await DecideAsync(office, new FoundOffice(position.Epoch, position.Version));
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

    private async Task DecideAsync(OfficeDocument office, FoundOffice found)
    {
        var floor = await history.FloorAsync(office.Slug);
        var fold = followers.Current(office.Slug);

        // The usual restart, decided without reading the day's events: neither memory nor history reaches further than Redis.
        if (found.Epoch.Length > 0 && found.Version >= Math.Max(fold?.Version ?? 0, floor?.Version ?? 0))
        {
            Report(office, "is as it was before Redis was restarted", await queue.ConfirmAsync(Context(office, fold), found));
            return;
        }

        var basis = await BasisAsync(office, fold);
        if (followers.Doubt(office.Slug) is not { } position || (position.Epoch, position.Version) != (found.Epoch, found.Version))
        {
            // Redis has gone on meanwhile, for example because the office was founded: this was about what it held before.
            return;
        }

        if (basis is not null)
        {
            logger.LogWarning(
                "Office {Office}: Redis holds {Found}, known is version {Version} of epoch {Epoch}. Founding it anew.",
                office.Slug, found, basis.Version, basis.Epoch);
            var plan = RebuildPlan.Of(
                office, basis, found, floor, followers.Recent(office.Slug), RandomNumberGenerator.GetHexString(16, lowercase: true), simulated: false);
            Report(office, "was founded anew", await queue.RebuildAsync(Context(office, basis), plan));
        }
        else if (floor is { Version: > 0 } counted)
        {
            Report(office, "was founded above what history has counted", await days.FoundAsync(office, counted));
        }
    }

    private async Task<OfficeState?> BasisAsync(OfficeDocument office, OfficeState? fold)
    {
        try
        {
            return Basis.Of(office.Slug, fold, await history.LastDayAsync(office.Slug, OfficeClock.Date(office, time.GetUtcNow())) ?? []);
        }
        catch (GapException gap)
        {
            logger.LogError("Office {Office}: its history has a hole and cannot help: {Reason}", office.Slug, gap.Message);
            return fold;
        }
    }

    private void Report(OfficeDocument office, string what, QueueReply reply)
    {
        if (reply.Ok)
        {
            logger.LogWarning("Office {Office} {What}.", office.Slug, what);
        }
        else if (reply.Code != ProblemCodes.WrongState)
        {
            // Wrong state: another node was faster.
            logger.LogWarning("Office {Office} is not back yet: {Code}", office.Slug, reply.Code);
        }
    }

    private QueueContext Context(OfficeDocument office, OfficeState? basis)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new QueueContext(
            office.Slug, QueueLines.Of(office, basis), basis?.Day ?? "", time.GetUtcNow().ToUnixTimeMilliseconds(), Actor, new RequestBinding(id, id));
    }
}
