namespace CounterClient;

/// <summary>The addresses of the page of screens: <c>screens</c> for whoever scanned a code, <c>room/{office}/screens</c> for one office. Pure.</summary>
public static class ScreensAddress
{
    /// <summary>The last part of the path.</summary>
    public const string Name = "screens";

    private const string CodeKey = "code=";

    /// <summary>The path of one office's screens, from the app's base.</summary>
    /// <param name="code">To be looked up at once; null for none.</param>
    public static string Of(string office, string? code = null) =>
        $"{RoomAddress.Of(office)}/{Name}{(code is null ? "" : $"?{CodeKey}{Uri.EscapeDataString(code)}")}";

    /// <summary>The code that an address carries, or null.</summary>
    public static string? CodeIn(string address)
    {
        var query = address.Split('#')[0].Split('?', 2) is [_, var all] ? all : "";
        return query.Split('&').FirstOrDefault(part => part.StartsWith(CodeKey, StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[CodeKey.Length..])
            : null;
    }
}
