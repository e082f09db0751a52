using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using QueueHub.Contracts.History;

namespace QueueHub.History.Webhooks;

/// <summary>Webhooks and what is still to be sent to them, in Postgres.</summary>
public sealed class WebhookStore(NpgsqlDataSource source, IDataProtectionProvider protection)
{
    /// <summary>Dead messages, and lines of the log, that are shown.</summary>
    public const int Shown = 100;

    /// <summary>What pausing by a person is called.</summary>
    public const string Paused = "paused";

    private const string Views =
        """
        select id, office, url, host, types, created_at as createdAt, failing_since as failingSince, last_taken_at as lastTakenAt,
          paused_at as pausedAt, paused_because as pausedBecause,
          (select count(*) from webhook_delivery where webhook = hook.id and not dead) as waiting,
          (select count(*) from webhook_delivery where webhook = hook.id and dead) as dead
        from webhook hook
        """;

    // In order of each ticket: what is behind a message that is still tried waits for it. One that is dead holds up nothing.
    private const string Claim =
        """
        update webhook_delivery set next_at = @until, tries = tries + 1
        where id in (
          select id from webhook_delivery due
          where webhook = @webhook and not dead and next_at <= @now and exists (select from webhook where id = @webhook and paused_at is null) and not exists (
            select from webhook_delivery before
            where before.webhook = due.webhook and before.office = due.office and before.ordinal = due.ordinal and not before.dead and before.id < due.id)
          order by id limit @most for update skip locked)
        returning id, message, body, tries
        """;

    private const string Revive =
        """
        update webhook_delivery set dead = false, tries = 0, next_at = '-infinity', reason = null
        where webhook = @id and dead and (@message::text is null or message = @message)
        """;

    private const string Pause = "update webhook set paused_at = @now, paused_because = @because where id = @id and paused_at is null";

    private const string Log =
        """
        insert into webhook_log (at, by, webhook, office, host, action)
        select @now, @by, id, office, host, @action from webhook where id = @id for update
        """;

    private readonly IDataProtector _protector = protection.CreateProtector("QueueHub.Webhook");

    /// <summary>Makes one; gives its id and the secret, which is not to be had again.</summary>
    public async Task<(Guid Id, string Secret)> CreateAsync(WebhookWish wish, string by, DateTimeOffset now)
    {
        var (id, secret) = (Guid.CreateVersion7(now), WebhookSignature.NewSecret());
        var (host, types, @sealed) = (new Uri(wish.Url).Authority, wish.Types.Distinct().ToArray(), _protector.Protect(secret));
        await ActAsync(
            "created", id, by, now,
            """
            insert into webhook (id, office, url, host, types, sealed, created_by, created_at) values (@id, @Office, @Url, @host, @types, @sealed, @by, @now)
            """,
            new { id, wish.Office, wish.Url, host, types, @sealed, by, now = now.UtcDateTime });
        return (id, secret);
    }

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<WebhookView>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Views + " order by id", cancellationToken: cancellation));
        return [.. rows.Select(row => row.View)];
    }

    public async Task<WebhookView?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Views + " where id = @id", new { id }, cancellationToken: cancellation));
        return row?.View;
    }

    /// <summary>Messages that are not tried any more, newest first.</summary>
    public async Task<IReadOnlyList<DeadMessage>> DeadAsync(Guid id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<DeadRow>(new CommandDefinition(
            $"""
            select message, body::json ->> 'type' as type, office, (body::json ->> 'number')::int as number, (body::json ->> 'at')::timestamptz as at,
              tries, coalesce(reason, '') as reason
            from webhook_delivery where webhook = @id and dead order by id desc limit {Shown}
            """,
            new { id }, cancellationToken: cancellation));
        return [.. rows.Select(row => new DeadMessage(row.Message, row.Type, row.Office, row.Number, new DateTimeOffset(row.At), row.Tries, row.Reason))];
    }

    /// <summary>What people did, newest first, also with those that are gone.</summary>
    /// <param name="id">Null: with all of them.</param>
    /// <param name="offices">Null: all, and those of the district.</param>
    public async Task<IReadOnlyList<WebhookAct>> LogAsync(Guid? id, IReadOnlyCollection<string>? offices, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(DateTime At, string By, Guid Webhook, string? Office, string Host, string Action)>(new CommandDefinition(
            $"""
            select at, coalesce((select display_name from staff maker where maker.id = log.by), log.by), webhook, office, host, action from webhook_log log
            where (@id::uuid is null or webhook = @id) and (@offices::text[] is null or office = any(@offices)) order by log.id desc limit {Shown}
            """,
            new { id, offices = offices?.ToArray() }, cancellationToken: cancellation));
        return [.. rows.Select(row => new WebhookAct(new DateTimeOffset(row.At), row.By, row.Webhook, row.Office, row.Host, row.Action))];
    }

    /// <summary>It and all that was to be sent to it. The log remembers that it was there.</summary>
    public Task DeleteAsync(Guid id, string by, DateTimeOffset now) => ExecuteAsync(
        Log + "; delete from webhook where id = @id", new { id, by, now = now.UtcDateTime, action = "deleted" });

    /// <summary>Goes on, also with what had been given up.</summary>
    public async Task ResumeAsync(Guid id, string by, DateTimeOffset now)
    {
        await ResendAsync(id, null, by, now);
        await ActAsync(
            "resumed", id, by, now, "update webhook set paused_at = null, paused_because = null, failing_since = null where id = @id and paused_at is not null", new { id });
    }

    /// <summary>Tries a message again that had been given up, or all that have been; gives how many these are.</summary>
    /// <param name="message">Null: all of them.</param>
    public Task<int> ResendAsync(Guid id, string? message, string by, DateTimeOffset now) => ActAsync("resent", id, by, now, Revive, new { id, message });

    /// <summary>Nothing is sent to it, and nothing queued, until it is resumed: a person wishes so.</summary>
    public Task PauseAsync(Guid id, string by, DateTimeOffset now) => ActAsync("paused", id, by, now, Pause, new { id, because = Paused, now = now.UtcDateTime });

    /// <summary>The same, for its receiver answered so.</summary>
    internal Task StopAsync(Guid id, string because, DateTimeOffset now) => ExecuteAsync(Pause, new { id, because, now = now.UtcDateTime });

    /// <summary>Those that have something to send now.</summary>
    internal async Task<IReadOnlyList<Receiver>> DueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(Guid Id, string Url, string Sealed)>(new CommandDefinition(
            """
            select id, url, sealed from webhook hook
            where paused_at is null and exists (select from webhook_delivery where webhook = hook.id and not dead and next_at <= @now)
            """,
            new { now = now.UtcDateTime }, cancellationToken: cancellation));
        return [.. rows.Select(row => new Receiver(row.Id, row.Url, Open(row.Sealed)))];
    }

    /// <summary>Takes up what is due; other nodes leave it alone until then. A node that dies meanwhile has tried in vain.</summary>
    internal async Task<IReadOnlyList<Due>> ClaimAsync(Guid webhook, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Due>(new CommandDefinition(
            Claim, new { webhook, most, now = now.UtcDateTime, until = until.UtcDateTime }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>It was taken.</summary>
    internal Task SentAsync(Guid webhook, long id, DateTimeOffset now) => ExecuteAsync(
        """
        with sent as (delete from webhook_delivery where id = @id returning office, ordinal)
        update webhook_delivery behind set next_at = '-infinity' from sent
        where behind.webhook = @webhook and behind.office = sent.office and behind.ordinal = sent.ordinal and not behind.dead and behind.next_at > @now and behind.tries = 0;
        update webhook set failing_since = null, last_taken_at = @now
        where id = @webhook and (failing_since is not null or last_taken_at is null or last_taken_at <= @now - interval '1 minute')
        """,
        new { webhook, id, now = now.UtcDateTime });

    /// <summary>
    /// It was not; <paramref name="again"/> is null when it is given up. A receiver that has taken nothing for long is given up with it.
    /// What is behind it waits with it, so that nobody looks through all that cannot go while a receiver is away.
    /// </summary>
    internal Task FailedAsync(Guid webhook, long id, string reason, DateTimeOffset? again, DateTimeOffset now) => ExecuteAsync(
        """
        update webhook_delivery set reason = @reason, dead = @dead, next_at = coalesce(@again::timestamptz, next_at) where id = @id;
        update webhook_delivery behind set next_at = coalesce(@again::timestamptz, '-infinity') from webhook_delivery failed
        where failed.id = @id and behind.webhook = @webhook and behind.office = failed.office and behind.ordinal = failed.ordinal and not behind.dead
          and behind.tries = 0 and behind.id > @id;
        update webhook set failing_since = coalesce(failing_since, @now),
          paused_at = case when @dead and failing_since <= @long then @now else paused_at end,
          paused_because = case when @dead and failing_since <= @long then @reason else paused_because end
        where id = @webhook and paused_at is null
        """,
        new { webhook, id, reason, dead = again is null, again = again?.UtcDateTime, now = now.UtcDateTime, @long = (now - WebhookRetry.GivenUp).UtcDateTime });

    // Null where the key ring is another one: nothing can be signed until both are restored together.
    private string? Open(string @sealed)
    {
        try
        {
            return _protector.Unprotect(@sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What a person does, with its line in the log in one transaction; nothing changed leaves no line. Gives how many rows did.</summary>
    private async Task<int> ActAsync(string action, Guid id, string by, DateTimeOffset now, string change, object values)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var changed = await connection.ExecuteAsync(change, values);
        if (changed > 0)
        {
            await connection.ExecuteAsync(Log, new { id, by, now = now.UtcDateTime, action });
        }

        await transaction.CommitAsync();
        return changed;
    }

    private async Task ExecuteAsync(string sql, object values)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql, values);
        await transaction.CommitAsync();
    }

    /// <summary>Whom to send to.</summary>
    internal sealed record Receiver(Guid Id, string Url, string? Secret);

    /// <summary>A message taken up.</summary>
    /// <param name="Tries">This one included.</param>
    internal sealed record Due(long Id, string Message, string Body, int Tries);

    private sealed record DeadRow(string Message, string Type, string Office, int Number, DateTime At, int Tries, string Reason);

    private sealed class Row
    {
        public Guid Id { get; init; }
        public string? Office { get; init; }
        public string Url { get; init; } = "";
        public string Host { get; init; } = "";
        public string[] Types { get; init; } = [];
        public DateTime CreatedAt { get; init; }
        public DateTime? FailingSince { get; init; }
        public DateTime? LastTakenAt { get; init; }
        public DateTime? PausedAt { get; init; }
        public string? PausedBecause { get; init; }
        public long Waiting { get; init; }
        public long Dead { get; init; }

        public WebhookView View => new(
            Id, Office, Url, Host, Types, new DateTimeOffset(CreatedAt), Moment(FailingSince), Moment(LastTakenAt), Moment(PausedAt), PausedBecause, Waiting, Dead);

        private static DateTimeOffset? Moment(DateTime? at) => at is { } known ? new DateTimeOffset(known) : null;
    }
}
