namespace QueueHub.Feed;

/// <summary>The public feed; section <c>Feed</c> of the configuration.</summary>
public sealed class FeedOptions
{
    /// <summary>The key that readers must send as <c>serviceKey</c>; null: the feed is everybody's, and what they send is not looked at.</summary>
    public string? ServiceKey { get; set; }
}
