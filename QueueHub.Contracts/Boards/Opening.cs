namespace QueueHub.Contracts.Boards;

/// <summary>Whether an office is open by its hours, and how long that stays so.</summary>
/// <param name="Open">As it was when this was written; <see cref="IsOpen"/> also knows what has come since.</param>
/// <param name="Until">When it closes, or opens next, by the office's own clock; null when it never does.</param>
public sealed record Opening(bool Open, DateTimeOffset? Until)
{
    /// <summary>Open at any hour.</summary>
    public static readonly Opening Always = new(true, null);

    /// <summary>How long before closing it is said.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(30);

    /// <summary>A board is sent when something changes, and the hour is nothing that changes: whoever holds one asks by the clock.</summary>
    public bool IsOpen(DateTimeOffset now) => Open != (now >= Until);

    /// <summary>True in the last half hour.</summary>
    public bool ClosesSoon(DateTimeOffset now) => IsOpen(now) && Until - now is { } left && left > TimeSpan.Zero && left <= Soon;

    /// <summary>When a closed office opens next, in words; null while it is open or nobody knows.</summary>
    public LocalText? Opens(DateTimeOffset now) => !Open && Until is { } at && at > now ? OpeningTexts.Opens(at, now) : null;

    /// <summary>When an office that is about to close does, in words; otherwise null.</summary>
    public LocalText? Closes(DateTimeOffset now) => ClosesSoon(now) ? OpeningTexts.Closes(Until!.Value) : null;
}
