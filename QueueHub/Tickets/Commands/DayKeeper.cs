using System.Collections.Concurrent;
using System.Security.Cryptography;
using QueueHub.Contracts;
using QueueHub.History;
using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>
/// Keeps every office on its business day: closes it some time after hours and at midnight at the latest, opens the next one on time and whenever a
/// command finds it missing. Any node may do it at any time: the scripts let only one of them through.
/// </summary>
public sealed class DayKeeper(
    ITicketQueue queue, IOfficeStates states, IOffices offices, OpeningTimes hours, TimeProvider time, ILogger<DayKeeper> logger)
    : BackgroundService
{
    private const string Actor = "system";
    private const int ExpiryBatch = 200;

    // At most what close_day takes.
    private const int ClosedAtOnce = 100;
    private const int Rounds = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FollowTimeout = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, string> _said = new();

    /// <summary>The office's business day, opened first when needed; without one, the code that says why there is none now.</summary>
    /// <param name="refused">A day that a script has just refused: this node has yet to read of the next one.</param>
    public async Task<(string? Day, string? Refusal)> CurrentAsync(OfficeDocument office, string? refused = null)
    {
        var today = Today(office);
        for (var round = 0; round < Rounds; round++)
        {
            // A node that has just started, or an office that is just being founded, knows more in a moment.
            var before = states.Stale ? states.Current(office.Slug) : await states.AtLeastAsync(office.Slug, 1, FollowTimeout, CancellationToken.None);
            if (before is null)
            {
                break;
            }

            if (Present(before, today, refused) is { } present)
            {
                return (present, null);
            }

            if (before.DayOpen && string.CompareOrdinal(before.Day, today) < 0
                && Refusal(office, $"the day {before.Day} cannot be closed", await CloseAsync(office, before)) is { } left)
            {
                return (null, left);
            }

            var sent = time.GetTimestamp();
            var reply = await queue.OpenDayAsync(Context(office, today), new DayOpening("", 0, 0, Simulated: false));
            if (reply.CameTooLate(time.GetElapsedTime(sent)))
            {
                continue;
            }

            if (Refusal(office, $"the day {today} cannot be opened", reply) is { } refusal)
            {
                return (null, refusal);
            }

            // Refused: another node was faster. What this one knows is not that yet, whatever it knows.
            var state = await states.AtLeastAsync(office.Slug, reply.Event?.Version ?? before.Version + 1, FollowTimeout, CancellationToken.None);
            if (reply.Ok)
            {
                logger.LogDebug("Office {Office}: day {Day} is open.", office.Slug, today);
                return (today, null);
            }

            // After a long sleep the log is read page by page.
            if (state is null || state.Version <= before.Version)
            {
                break;
            }
        }

        return (null, ProblemCodes.Unavailable);
    }

    /// <summary>
    /// Ends the present day: expires what still lives, then closes. Numbers restart when the next date opens. Other nodes may do it at the same time, and
    /// numbers be given meanwhile: each ticket is ended once, by whichever comes first.
    /// </summary>
    public async Task<QueueReply> CloseAsync(OfficeDocument office, OfficeState state)
    {
        while (true)
        {
            // The last ones are left to the script that closes: between two scripts another number may be given.
            var living = state.Tickets.Values.Where(ticket => ticket.Living).Select(ticket => ticket.Ordinal).ToList();
            foreach (var batch in living.SkipLast(ClosedAtOnce).Chunk(ExpiryBatch))
            {
                var expired = await queue.ExpireTicketsAsync(Context(office, state.Day), batch);
                if (expired.Code is not (null or ProblemCodes.WrongState))
                {
                    return expired;
                }
            }

            var closed = await queue.CloseDayAsync(Context(office, state.Day));
            if (closed.Code != ProblemCodes.WrongState
                || await states.AtLeastAsync(office.Slug, state.Version + 1, FollowTimeout, CancellationToken.None) is not { DayOpen: true } next
                || next.Day != state.Day || next.Version <= state.Version)
            {
                return closed;
            }

            state = next;
        }
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

    /// <summary>Opens or closes the office's day when it is time.</summary>
    internal async Task KeepAsync(OfficeDocument office)
    {
        try
        {
            var (day, _) = await CurrentAsync(office);
            if (day == Today(office) && states.Current(office.Slug) is { DayOpen: true } state && state.Day == day && hours.IsDayOver(office))
            {
                Refusal(office, $"the day {day} cannot be closed", await CloseAsync(office, state));
            }
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

    private static string? Present(OfficeState? state, string today, string? refused) =>
        state is { Day: var day } && string.CompareOrdinal(day, today) >= 0 && day != refused ? day : null;

    // Why there is no day now; null when the script did what it was to do, or another node was faster.
    private string? Refusal(OfficeDocument office, string what, QueueReply reply)
    {
        if (reply.Code is null or ProblemCodes.WrongState or ProblemCodes.DayChanged)
        {
            _said.TryRemove(office.Slug, out _);
            return null;
        }

        // While Redis is away, or not yet compared with what is known, this is no news; nor is what was said before.
        var said = $"{what}: {reply.Code}";
        var news = reply.Code != ProblemCodes.Unavailable && _said.GetValueOrDefault(office.Slug) != said;
        _said[office.Slug] = said;
        logger.Log(news ? LogLevel.Warning : LogLevel.Debug, "Office {Office}: {Complaint}", office.Slug, said);
        return reply.Code == ProblemCodes.ClockSkew ? reply.Code : ProblemCodes.Unavailable;
    }

    private QueueContext Context(OfficeDocument office, string day)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new QueueContext(
            office.Slug, QueueLines.Of(office, states.Current(office.Slug)), day, time.GetUtcNow().ToUnixTimeMilliseconds(), Actor, new RequestBinding(id, id));
    }

    private string Today(OfficeDocument office) => OfficeClock.Day(office, time.GetUtcNow());
}
