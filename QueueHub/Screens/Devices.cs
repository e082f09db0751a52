using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>A device in words that a supervisor knows, from what its browser calls itself. It may lie; it is only a help to tell two devices apart. Pure.</summary>
internal static class Devices
{
    // In this order: most browsers call themselves Chrome and Safari too.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Whale/", "Naver Whale"), ("SamsungBrowser/", "Samsung Internet"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("Edg/", "Edge"), ("OPR/", "Opera"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Web0S", "webOS TV"), ("Tizen", "Tizen TV"), ("CrOS", "ChromeOS"), ("Android", "Android"), ("iPad", "iPad"), ("iPhone", "iPhone"), ("Windows", "Windows"),
        ("Macintosh", "macOS"), ("aarch64", "Linux (ARM)"), ("armv", "Linux (ARM)"), ("Linux", "Linux"),
    ];

    /// <summary>Browser with its main version, and system.</summary>
    public static ScreenDevice Describe(string? userAgent)
    {
        var agent = userAgent ?? "";
        var system = Systems.FirstOrDefault(system => agent.Contains(system.Mark, StringComparison.Ordinal)).Name ?? "";
        foreach (var (mark, name) in Browsers)
        {
            if (agent.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                var version = string.Concat(agent.Skip(at + mark.Length).TakeWhile(char.IsAsciiDigit).Take(4));
                return new($"{name} {version}".TrimEnd(), system);
            }
        }

        return new("", system);
    }
}
