using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>How the kinds are written in rows, addresses, cookies and schemes.</summary>
internal static class ScreenKinds
{
    public static readonly IReadOnlyList<ScreenKind> All = Enum.GetValues<ScreenKind>();

    /// <summary>The word of a kind.</summary>
    public static string Word(ScreenKind kind) => kind == ScreenKind.Panel ? "panel" : "display";

    /// <summary>The kind of a word that the database has checked.</summary>
    public static ScreenKind Of(string word) => word == "panel" ? ScreenKind.Panel : ScreenKind.Display;
}
