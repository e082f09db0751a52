using System.Text.RegularExpressions;

namespace QueueHub.Screens.Media;

/// <summary>Which files a display may be shown, by their name and by how they begin. Pure.</summary>
internal static partial class MediaFiles
{
    /// <summary>So many bytes tell what a file is.</summary>
    public const int Head = 12;

    // No SVG: it may carry script, and a browser that opens it alone would run it in the hub's own name.
    private static readonly Dictionary<string, (string Type, bool Video, Func<ReadOnlySpan<byte>, bool> Begins)> Kinds = new(StringComparer.Ordinal)
    {
        ["png"] = ("image/png", false, head => head is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, ..]),
        ["jpg"] = ("image/jpeg", false, head => head is [0xFF, 0xD8, 0xFF, ..]),
        ["jpeg"] = ("image/jpeg", false, head => head is [0xFF, 0xD8, 0xFF, ..]),
        ["webp"] = ("image/webp", false, head => head.Length >= Head && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)),
        ["mp4"] = ("video/mp4", true, head => head.Length >= 8 && head[4..].StartsWith("ftyp"u8)),
        ["webm"] = ("video/webm", true, head => head is [0x1A, 0x45, 0xDF, 0xA3, ..]),
    };

    /// <summary>The name of a picture.</summary>
    public static bool IsImage(string name) => Name().IsMatch(name) && Kinds.TryGetValue(Ending(name), out var kind) && !kind.Video;

    /// <summary>The name of a video.</summary>
    public static bool IsVideo(string name) => Name().IsMatch(name) && Kinds.TryGetValue(Ending(name), out var kind) && kind.Video;

    /// <summary>The media type of a file of this name; null: it is none that is shown.</summary>
    public static string? TypeOf(string name) => Name().IsMatch(name) && Kinds.TryGetValue(Ending(name), out var kind) ? kind.Type : null;

    /// <summary>True when a file that begins so is what its name says.</summary>
    public static bool Fits(string name, ReadOnlySpan<byte> head) => Kinds.TryGetValue(Ending(name), out var kind) && kind.Begins(head);

    private static string Ending(string name) => name[(name.LastIndexOf('.') + 1)..];

    // A name and nothing else: no folder, no two dots, nothing hidden, no letters that an address would write in another way.
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\.[a-z0-9]{3,4}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
