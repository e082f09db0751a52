using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>Where a supervisor confirms a screen.</summary>
internal static class ScreenAddresses
{
    private const string Page = "counter/screens";

    /// <summary>The page.</summary>
    public static string Verification(Uri hub) => new Uri(hub, Page).AbsoluteUri;

    /// <summary>The page with a code in it, for a QR code.</summary>
    public static string Complete(Uri hub, string code) => new Uri(hub, $"{Page}?code={UserCode.Shown(code)}").AbsoluteUri;

    /// <summary>The path of the picture of that.</summary>
    public static string Qr(string shown) => $"/qr/screens/{shown}.svg";
}
