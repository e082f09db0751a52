using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>The paired screens in Postgres.</summary>
internal sealed class ScreenStore(NpgsqlDataSource source)
{
    /// <summary>All that hold a token.</summary>
    public async Task<IReadOnlyList<PairedRow>> PairedAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<PairedRow>(new CommandDefinition(
            """
            select id, kind, office, place, name, token_hash as tokenHash, settings from screen
            where revoked_at is null and token_hash is not null order by id
            """,
            cancellationToken: cancellation))];
    }

    /// <summary>The screens of an office, those too that have yet to fetch their token; displays first.</summary>
    public async Task<IReadOnlyList<ListedRow>> OfOfficeAsync(string office, DateTimeOffset now)
    {
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<ListedRow>(
            """
            select screen.id, kind, place, screen.name, browser, system, staff.display_name as pairedBy, paired_at as pairedAt, last_seen as lastSeen,
                   coalesce(connected_until > @now, false) as connected, version, shows, settings
            from screen join staff on staff.id = paired_by
            where office = @office and revoked_at is null
            order by kind, length(place), place, screen.name, paired_at
            """,
            new { office, now })];
    }

    /// <summary>Ends the pairing of a screen of this office; false when there is none.</summary>
    public async Task<bool> RevokeAsync(string office, string id, string by, DateTimeOffset now)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteAsync(
            "update screen set revoked_at = @now, revoked_by = @by where id = @id and office = @office and revoked_at is null",
            new { office, id, by, now }) > 0;
    }

    /// <summary>Has a display of this office show it in another way; false when there is no such display.</summary>
    public async Task<bool> SettleAsync(string office, string id, DisplaySettings settings)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteAsync(
            "update screen set settings = @settings where id = @id and office = @office and kind = 'display' and revoked_at is null",
            new { office, id, settings = SettingsJson.Write(settings) }) > 0;
    }

    /// <summary>Writes what connections have told.</summary>
    public async Task SeenAsync(string node, IReadOnlyList<SeenScreen> seen, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update screen set last_seen = @now, node = @node, connected_until = case when seen.here then @until else @now end,
                              version = seen.version, shows = seen.shows
            from unnest(@ids, @heres, @versions, @shows) as seen (id, here, version, shows)
            where screen.id = seen.id and (seen.here or node = @node)
            """,
            new
            {
                node,
                now,
                until,
                ids = seen.Select(screen => screen.Id).ToArray(),
                heres = seen.Select(screen => screen.Here).ToArray(),
                versions = seen.Select(screen => screen.Version).ToArray(),
                shows = seen.Select(screen => screen.Shows).ToArray(),
            },
            cancellationToken: cancellation));
    }
}

/// <summary>A paired screen and the hash of its token.</summary>
/// <param name="Settings">Of a display, as it is stored; null: as usual.</param>
internal sealed record PairedRow(string Id, string Kind, string Office, string Place, string Name, string TokenHash, string? Settings = null)
{
    [JsonIgnore]
    public Screen Screen => new(Id, ScreenKinds.Of(Kind), Office, Place, Name, SettingsJson.Of(Kind, Settings));
}

/// <summary>A screen in the office's list.</summary>
internal sealed record ListedRow(
    string Id, string Kind, string Place, string Name, string Browser, string System, string PairedBy, DateTime PairedAt, DateTime? LastSeen, bool Connected,
    string Version, string Shows, string? Settings)
{
    public ListedScreen Listed => new(
        Id, ScreenKinds.Of(Kind), Place, Name, new ScreenDevice(Browser, System), PairedBy, Utc(PairedAt), LastSeen is { } seen ? Utc(seen) : null, Connected, Version,
        Shows, SettingsJson.Of(Kind, Settings));

    private static DateTimeOffset Utc(DateTime time) => new(time, TimeSpan.Zero);
}

/// <summary>What is known of a screen from its connections to this node.</summary>
/// <param name="Here">It has one; otherwise it has just lost its last.</param>
/// <param name="Shows">Of a display: the office whose board it shows. Of a panel: its counter.</param>
internal sealed record SeenScreen(string Id, bool Here, string Version, string Shows);
