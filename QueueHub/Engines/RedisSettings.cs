namespace QueueHub.Engines;

/// <summary>What an existing Redis must be told so that what the hub has acknowledged is kept. Pure.</summary>
internal static class RedisSettings
{
    public const string AppendOnly = "appendonly";
    public const string AppendFsync = "appendfsync";
    public const string Policy = "maxmemory-policy";

    /// <summary>One sentence for each setting that loses something, or of which nothing is known.</summary>
    /// <param name="settings">Name → value, as far as they could be read.</param>
    public static IEnumerable<string> Complaints(IReadOnlyDictionary<string, string> settings)
    {
        if (Of(AppendOnly, "yes", out var appendOnly))
        {
            yield return appendOnly is null
                ? Unchecked(AppendOnly, "yes")
                : "Redis has appendonly off: a restart takes back numbers that citizens hold. Set appendonly yes.";
        }

        // Without a log there is nothing that could be flushed.
        if (appendOnly != "no" && Of(AppendFsync, "always", out var appendFsync))
        {
            yield return appendFsync is null
                ? Unchecked(AppendFsync, "always")
                : $"Redis has appendfsync {appendFsync}: a power failure may take back the last moments' numbers. Set appendfsync always.";
        }

        if (Of(Policy, "noeviction", out var policy))
        {
            yield return policy is null
                ? Unchecked(Policy, "noeviction")
                : $"Redis has maxmemory-policy {policy}: when memory is short it throws away tickets or forms. Set maxmemory-policy noeviction.";
        }

        // True when there is something to say.
        bool Of(string name, string wanted, out string? value) => !settings.TryGetValue(name, out value) || value != wanted;
    }

    private static string Unchecked(string name, string wanted) => $"It could not be checked whether Redis has {name} {wanted}: this user may not ask.";
}
