namespace QueueHub.Contracts.Tickets;

/// <summary>A browser wishes to be told of its ticket while it is closed: its push subscription, and what to tell.</summary>
/// <param name="Endpoint">Of its push service.</param>
/// <param name="P256dh">Its public key, base64url.</param>
/// <param name="Auth">The secret it shares with the sender, base64url.</param>
/// <param name="Ahead">When so many are ahead, or fewer; 0: not beforehand.</param>
/// <param name="Called">When called.</param>
public sealed record PushWish(string? Endpoint, string? P256dh, string? Auth, int Ahead, bool Called);

/// <summary>The wish is kept.</summary>
/// <param name="Id">By which the notices name the ticket. It leads nowhere: the phone itself keeps the link beside it.</param>
public sealed record PushKept(string Id);
