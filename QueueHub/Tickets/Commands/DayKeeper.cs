using System.Security.Cryptography;
using QueueHub.Contracts;
using QueueHub.History;
using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>
/// Keeps every office on its business day: closes the one before, opens the present one, on time and whenever a command finds it missing.
/// Any node may do it at any time: the scripts let only one of them through.
/// </summary>
public sealed class DayKeeper(
    ITicketQueue queue, IOfficeStates states, IOffices offices, TimeProvider time, ILogger<DayKeeper> logger)
    : BackgroundService
{
    private const string Actor = "system";
    private const int ExpiryBatch = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FollowTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The office's business day, opened first when needed; null when that is not possible now.</summary>
    public async Task<string?> CurrentAsync(OfficeDocument office) =>
        states.Current(office.Slug) is { } state && string.CompareOrdinal(state.Day, Today(office)) >= 0
            ? state.Day
            : await RefreshAsync(office);

    /// <summary>The business day after asking Redis, not this node's memory.</summary>
    public async Task<string?> RefreshAsync(OfficeDocument office)
    {
        var today = Today(office);
        for (var round = 0; round < 3; round++)
        {
            // A node that has just started, or an office that is just being founded, knows more in a moment.
            var before = states.Stale ? states.Current(office.Slug) : await states.AtLeastAsync(office.Slug, 1, FollowTimeout, CancellationToken.None);
            if (before is null)
            {
                return null;
            }

            if (string.CompareOrdinal(before.Day, today) >= 0 && round > 0)
            {
                return before.Day;
            }

            if (before is { DayOpen: true } && string.CompareOrdinal(before.Day, today) < 0)
            {
                await CloseAsync(office, before);
            }

            var reply = await queue.OpenDayAsync(Context(office, today), new DayOpening("", 0, 0, Simulated: false));
            if (reply.Code is not (null or ProblemCodes.WrongState))
            {
                // While Redis is away, or not yet compared with what is known, this is no news.
                var level = reply.Code == ProblemCodes.Unavailable ? LogLevel.Debug : LogLevel.Warning;
                logger.Log(level, "Office {Office}: the day {Day} cannot be opened: {Code}", office.Slug, today, reply.Code);
                return null;
            }

            var state = await states.AtLeastAsync(office.Slug, reply.Event?.Version ?? 1, FollowTimeout, CancellationToken.None);
            if (reply.Ok)
            {
                logger.LogDebug("Office {Office}: day {Day} is open.", office.Slug, today);
                return today;
            }

            if (state is { Day: var present } && string.CompareOrdinal(present, today) >= 0)
            {
                return present;
            }
        }

        return null;
    }

    /// <summary>Ends the present day: expires what still lives, then closes. Numbers restart when the next date opens.</summary>
    public async Task<QueueReply> CloseAsync(OfficeDocument office, OfficeState state)
    {
        foreach (var batch in state.Tickets.Values.Where(ticket => ticket.Living).Select(ticket => ticket.Ordinal).Chunk(ExpiryBatch))
        {
            var expired = await queue.ExpireTicketsAsync(Context(office, state.Day), batch);
            if (expired.Code is not null)
            {
                return expired;
            }
        }

        return await queue.CloseDayAsync(Context(office, state.Day));
    }

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
        try
        {
            await CurrentAsync(office);
        }
        catch (Exception error)
        {
            // One office's fault must not keep the others from their day.
            logger.LogError(error, "Office {Office}: its day could not be kept.", office.Slug);
        }
    }

    /// <summary>Founds an office that is new, or of which nothing is left but what history has counted, and opens its day.</summary>
    public Task<QueueReply> FoundAsync(OfficeDocument office, HistoryFloor floor) => queue.OpenDayAsync(
        Context(office, Today(office)),
        new DayOpening(RandomNumberGenerator.GetHexString(16, lowercase: true), floor.Version, floor.Ordinal, Simulated: false));

    private QueueContext Context(OfficeDocument office, string day)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new QueueContext(
            office.Slug, QueueLines.Of(office, states.Current(office.Slug)), day, time.GetUtcNow().ToUnixTimeMilliseconds(), Actor, new RequestBinding(id, id));
    }

    private string Today(OfficeDocument office) => OfficeClock.Day(office, time.GetUtcNow());
}
