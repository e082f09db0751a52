namespace QueueHub.Engines;

/// <summary>Which engines to use, and where private ones keep their data.</summary>
/// <param name="DataFolder">Folder of this hub alone: engines' data, the hub's own keys, the lock.</param>
public sealed record EngineOptions(string DataFolder)
{
    /// <summary>Connection string of an existing Redis; a private one is started when it is null or blank.</summary>
    public string? Redis { get; init; }

    /// <summary>Connection string of an existing PostgreSQL; a private one is started when it is null or blank.</summary>
    public string? Postgres { get; init; }

    /// <summary>Every acknowledged write is on disk. Only tests turn it off, for speed.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Private engines die when this process dies, however it dies. Only tests turn it on, to leave nothing behind.</summary>
    public bool DieWithHub { get; init; }

    /// <summary>
    /// How long Redis's answer is waited for; a script's takes milliseconds. Scripts refuse what reaches them more than two seconds after it was sent
    /// (includes/command), so a command that has been given up is not carried out later, when a frozen Redis or link comes back.
    /// </summary>
    public TimeSpan RedisPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an engine that a killed hub left is given to answer before the start is refused.</summary>
    public TimeSpan TakeOverLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Where the engines' programs are looked for, in this order.</summary>
    public IReadOnlyList<string> ProgramFolders { get; init; } = Programs.DefaultFolders;
}
