using System.Globalization;

namespace QueueHub.History;

/// <summary>Reads what Redis says of its memory. Pure.</summary>
internal static class RedisMemory
{
    /// <summary>The part of its memory that is used: of <c>maxmemory</c>, or of the machine's where that is not set; null when it does not tell.</summary>
    /// <param name="info">The answer to <c>INFO memory</c>.</param>
    public static double? Share(string info)
    {
        var used = Number("used_memory:");
        var most = Number("maxmemory:") is > 0 and var limit ? limit : Number("total_system_memory:");
        return used is null || most is null or 0 ? null : (double)used.Value / most.Value;

        long? Number(string name) => info.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            && long.TryParse(line.AsSpan(name.Length).Trim(), CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
