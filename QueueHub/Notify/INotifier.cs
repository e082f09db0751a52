namespace QueueHub.Notify;

/// <summary>A way to a phone whose screen is off.</summary>
public interface INotifier
{
    /// <summary>One of <see cref="NotifyChannel"/>.</summary>
    string Channel { get; }

    /// <summary>False where it is not configured, or not ready yet: citizens are not offered it.</summary>
    bool Ready { get; }

    /// <summary>Tries once, within a time of its own; never throws for what the other side does.</summary>
    Task<Delivery> SendAsync(Notice notice, Subscription subscription, CancellationToken cancellation);
}

/// <summary>The ways there are.</summary>
public static class NotifyChannel
{
    /// <summary>To the browser that asked for it, by its maker's push service.</summary>
    public const string Push = "push";

    /// <summary>To a phone number, by a message gateway.</summary>
    public const string Number = "number";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Push, Number];
}

/// <summary>What has become of one try.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The other side has taken it over.</summary>
    public sealed record Sent : Delivery;

    /// <summary>There is nobody behind the subscription (any more): it is forgotten.</summary>
    public sealed record Gone : Delivery;

    /// <summary>Trying again would not help: a fault of ours, or of the settings.</summary>
    /// <param name="Reason">A status or code; never an address.</param>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>It may work later.</summary>
    /// <param name="After">Not sooner, when the other side has said so.</param>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : Delivery;
}
