namespace QueueHub.Contracts.History;

/// <summary>A webhook that an administrator wishes.</summary>
/// <param name="Office">Null: all offices.</param>
/// <param name="Url">https.</param>
/// <param name="Types">The events it is told of; docs/webhooks.md has them.</param>
public sealed record WebhookWish(string? Office, string Url, IReadOnlyList<string> Types);

/// <summary>One that was made.</summary>
/// <param name="Secret">By which its messages are signed; shown only now.</param>
public sealed record WebhookMade(Guid Id, string Secret);

/// <summary>One as it stands.</summary>
/// <param name="Host">The machine that is told; nothing of an address that may hold a key.</param>
/// <param name="FailingSince">Since when its receiver has taken nothing.</param>
/// <param name="LastTakenAt">When its receiver took a message last, to the minute; null: never.</param>
/// <param name="PausedBecause">What its receiver answered last, or <c>paused</c>: by a person.</param>
/// <param name="Waiting">Messages still to be sent.</param>
/// <param name="Dead">Messages that are not tried any more.</param>
public sealed record WebhookView(
    Guid Id, string? Office, string Url, string Host, IReadOnlyList<string> Types, DateTimeOffset CreatedAt, DateTimeOffset? FailingSince, DateTimeOffset? LastTakenAt,
    DateTimeOffset? PausedAt, string? PausedBecause, long Waiting, long Dead);

/// <summary>A message that is not tried any more.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Reason">What its receiver answered last, or why there was no answer.</param>
public sealed record DeadMessage(string Id, string Type, string Office, int Number, DateTimeOffset At, int Tries, string Reason);

/// <summary>What a person did with a webhook, which may be gone by now.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Action"><c>created</c>, <c>paused</c>, <c>resumed</c>, <c>resent</c> (messages that had been given up) or <c>deleted</c>.</param>
public sealed record WebhookAct(DateTimeOffset At, string By, Guid Webhook, string? Office, string Host, string Action);

/// <summary>A webhook, its dead messages, and what was done with it; newest first.</summary>
public sealed record WebhookPage(WebhookView Webhook, IReadOnlyList<DeadMessage> Dead, IReadOnlyList<WebhookAct> Log);
