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
/// <param name="FailingSince">Since when its receiver has taken nothing.</param>
/// <param name="LastTakenAt">When its receiver took a message last, to the minute; null: never.</param>
/// <param name="PausedBecause">What its receiver answered last, or <c>paused</c>: by a person.</param>
/// <param name="Waiting">Messages still to be sent.</param>
/// <param name="Dead">Messages that are not tried any more.</param>
public sealed record WebhookView(
    Guid Id, string? Office, string Url, IReadOnlyList<string> Types, DateTimeOffset CreatedAt, DateTimeOffset? FailingSince, DateTimeOffset? LastTakenAt,
    DateTimeOffset? PausedAt, string? PausedBecause, long Waiting, long Dead);

/// <summary>A message that is not tried any more.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Reason">What its receiver answered last, or why there was no answer.</param>
public sealed record DeadMessage(string Id, string Type, string Office, int Number, DateTimeOffset At, int Tries, string Reason);

/// <summary>A webhook and its dead messages, newest first.</summary>
public sealed record WebhookPage(WebhookView Webhook, IReadOnlyList<DeadMessage> Dead);
