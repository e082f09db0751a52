using Dapper;
using Npgsql;
using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>The pairings under way, in Postgres: whichever node a screen or a supervisor comes to, it is the same one.</summary>
internal sealed class PairingStore(NpgsqlDataSource source)
{
    // So many screens that wait at once are no screens.
    private const int Most = 10_000;

    /// <summary>Begins one; false when the code is taken, or too many wait.</summary>
    public async Task<bool> AddAsync(PairingRow pairing)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteAsync(
            $"""
            insert into screen_pairing (user_code, device_hash, kind, version, browser, system, address, started_at, expires_at)
            select @UserCode, @DeviceHash, @Kind, @Version, @Browser, @System, @Address, @StartedAt, @ExpiresAt
            where (select count(*) from screen_pairing where expires_at > @StartedAt) < {Most}
            on conflict do nothing
            """,
            pairing) > 0;
    }

    /// <summary>Notes that a screen asks; null when it asks for nothing that can still come.</summary>
    public async Task<PolledRow?> PollAsync(string deviceHash, DateTimeOffset now, DateTimeOffset confirmedUntil, DateTimeOffset collectedSince)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<PolledRow>(
            """
            update screen_pairing pairing set polled_at = @now
            from screen_pairing before
            where pairing.device_hash = @deviceHash and before.user_code = pairing.user_code
              and case when pairing.screen is null then pairing.expires_at > @now
                       else pairing.expires_at > @confirmedUntil and coalesce(pairing.collected_at > @collectedSince, true) end
            returning before.polled_at as polledBefore, pairing.screen
            """,
            new { deviceHash, now, confirmedUntil, collectedSince });
    }

    /// <summary>Gives the confirmed screen this token; null when it is revoked already.</summary>
    public async Task<PairedRow?> CollectAsync(string deviceHash, string tokenHash, DateTimeOffset now)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var screen = await connection.QuerySingleOrDefaultAsync<PairedRow>(
            """
            update screen set token_hash = @tokenHash from screen_pairing
            where device_hash = @deviceHash and screen.id = screen_pairing.screen and revoked_at is null
            returning id, screen.kind, office, place, name, token_hash as tokenHash, settings
            """,
            new { deviceHash, tokenHash }, transaction);
        await connection.ExecuteAsync(
            "update screen_pairing set collected_at = coalesce(collected_at, @now) where device_hash = @deviceHash", new { deviceHash, now }, transaction);
        await transaction.CommitAsync();
        return screen;
    }

    /// <summary>The pairing that waits under this code; null when there is none.</summary>
    public async Task<PairingRow?> FindAsync(string userCode, DateTimeOffset now)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<PairingRow>(
            """
            select user_code as userCode, device_hash as deviceHash, kind, version, browser, system, address, started_at as startedAt, expires_at as expiresAt
            from screen_pairing where user_code = @userCode and screen is null and expires_at > @now
            """,
            new { userCode, now });
    }

    /// <summary>
    /// Pairs the screen that waits under this code. Confirmed again in the same words by the same person, it is the same screen: the first answer may have
    /// been lost.
    /// </summary>
    /// <returns>Null when no screen of this kind waits under the code.</returns>
    public async Task<(Screen Screen, bool Replaced)?> ConfirmAsync(string userCode, Screen wanted, string by, DateTimeOffset now)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var settings = wanted.Settings is { } given ? SettingsJson.Write(given) : null;
        var values = new { userCode, wanted.Id, Kind = ScreenKinds.Word(wanted.Kind), wanted.Office, wanted.Place, wanted.Name, Settings = settings, by, now };

        // Whoever confirms for the same office waits here: of two panels at one counter, one is the later.
        await connection.ExecuteAsync("select from office where slug = @Office for no key update", values, transaction);
        var waits = await connection.QuerySingleOrDefaultAsync<string?>(
            "select user_code from screen_pairing where user_code = @userCode and screen is null and kind = @Kind and expires_at > @now for update",
            values, transaction);
        if (waits is null)
        {
            return await connection.QuerySingleOrDefaultAsync<string?>(
                """
                select screen.id from screen join screen_pairing on screen.id = screen_pairing.screen
                where user_code = @userCode and screen.kind = @Kind and office = @Office and place = @Place and name = @Name and paired_by = @by
                  and revoked_at is null and expires_at > @now
                """,
                values, transaction) is { } again ? (wanted with { Id = again }, false) : null;
        }

        var replaced = await connection.ExecuteAsync(
            """
            update screen set revoked_at = @now, revoked_by = @by
            where kind = 'panel' and kind = @Kind and office = @Office and place = @Place and revoked_at is null
            """,
            values, transaction);
        await connection.ExecuteAsync(
            """
            insert into screen (id, kind, office, place, name, settings, browser, system, paired_by, paired_at, version)
            select @Id, @Kind, @Office, @Place, @Name, @Settings, browser, system, @by, @now, version from screen_pairing where user_code = @userCode
            """,
            values, transaction);
        await connection.ExecuteAsync("update screen_pairing set screen = @Id where user_code = @userCode", values, transaction);
        await transaction.CommitAsync();
        return (wanted, replaced > 0);
    }

    /// <summary>Deletes what is over: codes, screens that never fetched their token, and after three years what was revoked.</summary>
    public async Task ForgetAsync(DateTimeOffset now, DateTimeOffset over, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from screen_pairing where expires_at < @over;
            delete from screen where token_hash is null and not exists (select from screen_pairing where screen_pairing.screen = screen.id);
            delete from screen where revoked_at < @now - interval '3 years'
            """,
            new { now, over }, cancellationToken: cancellation));
    }
}

/// <summary>A screen that waits.</summary>
internal sealed record PairingRow(
    string UserCode, string DeviceHash, string Kind, string Version, string Browser, string System, string Address, DateTime StartedAt, DateTime ExpiresAt)
{
    public AskingScreen Asking(DateTimeOffset now) => new(
        Contracts.Screens.UserCode.Shown(UserCode), ScreenKinds.Of(Kind), new ScreenDevice(Browser, System), new DateTimeOffset(StartedAt, TimeSpan.Zero), now, Address,
        Version);
}

/// <summary>A screen has asked.</summary>
/// <param name="Screen">What it was paired as; null: nobody has confirmed it yet.</param>
internal sealed record PolledRow(DateTime? PolledBefore, string? Screen);
