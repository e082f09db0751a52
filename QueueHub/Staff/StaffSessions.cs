using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.Staff;

/// <summary>
/// Which sessions are over, on this and every other node: told by Postgres within moments, polled in case a notice is lost. While
/// Postgres is down nothing new is learnt: who is signed in stays signed in, and who signs out here is signed out here.
/// </summary>
internal sealed class StaffSessions(
    StaffDirectory directory, NpgsqlDataSource source, DatabaseStart database, IOptions<StaffOptions> options, IOptions<BellOptions> bells, TimeProvider time,
    ILogger<StaffSessions> logger) : BackgroundService, IStaffSessions
{
    /// <summary>
    /// How long a person waits for Postgres before being told. The driver alone would take longer over a link that has fallen silent: its time-out, and then as
    /// long again to cancel what it has given up.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Channel = "queuehub_staff";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, string> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _unwritten = new(StringComparer.Ordinal);
    private IReadOnlyList<EndedSession> _justEnded = [];

    public event Action<EndedSession>? Ended;

    /// <summary>True while the principal's session may be used.</summary>
    public bool IsLive(ClaimsPrincipal user) =>
        StaffAccess.Session(user) is { Length: > 0 } session
        && !_ended.ContainsKey(session)
        && time.GetUtcNow() - StaffAccess.Started(user) < options.Value.LongestSession;

    /// <summary>Ends the principal's session here at once, and everywhere as soon as Postgres knows it.</summary>
    public async Task EndAsync(ClaimsPrincipal user)
    {
        var (staff, session) = (StaffAccess.StaffId(user), StaffAccess.Session(user));
        _unwritten[session] = staff;
        _ended[session] = staff;
        Ended?.Invoke(new EndedSession(staff, session));
        try
        {
            await WriteAsync(CancellationToken.None).WaitAsync(Patience);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("A sign-out is known to this node only until Postgres is back: {Reason}", error.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        await new PostgresBell(source, Channel, bells.Value.Poll ?? Poll, logger).RunAsync(RefreshAsync, stoppingToken);
    }

    private async Task RefreshAsync(CancellationToken cancellation)
    {
        await WriteAsync(cancellation);
        var forgettable = _ended.Keys.Where(session => !_unwritten.ContainsKey(session)).ToList();
        var now = time.GetUtcNow();
        var longest = options.Value.LongestSession;

        // Twice the longest session: who overstayed must be seen here before they fall out of sight.
        var ended = await directory.EndedAsync(now - (2 * longest), now - longest, cancellation);
        var fresh = ended.Where(session => _ended.TryAdd(session.Session!, session.Staff)).ToList();

        // Told twice, a round apart: a connection that was just being made when the first word went round is met by the second.
        foreach (var session in fresh.Concat(_justEnded))
        {
            Ended?.Invoke(session);
        }

        _justEnded = fresh;
        var known = ended.Select(session => session.Session!).ToHashSet(StringComparer.Ordinal);
        foreach (var session in forgettable.Where(session => !known.Contains(session)))
        {
            _ended.TryRemove(session, out _);
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        var sessions = _unwritten.Keys.ToList();
        if (sessions.Count == 0)
        {
            return;
        }

        await directory.EndAsync(sessions, time.GetUtcNow(), cancellation);
        foreach (var session in sessions)
        {
            _unwritten.TryRemove(session, out _);
        }
    }
}
