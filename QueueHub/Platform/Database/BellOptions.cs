namespace QueueHub.Platform.Database;

/// <summary>What tests change about every <see cref="PostgresBell"/>.</summary>
internal sealed class BellOptions
{
    /// <summary>In place of the time after which each asks by itself.</summary>
    public TimeSpan? Poll { get; set; }
}
