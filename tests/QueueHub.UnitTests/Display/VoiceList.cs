using System.Runtime.CompilerServices;

namespace QueueHub.UnitTests.Display;

/// <summary>The list that clips are made from, and the clips.</summary>
internal static class VoiceList
{
    private static readonly string Audio = Path.Combine(Path.GetDirectoryName(Here())!, "../../../DisplayClient/audio");

    /// <summary>Every clip by its name: what it says, and how that sounds.</summary>
    public static IReadOnlyDictionary<string, (string Words, string Sound)> All { get; } = File.ReadLines(Path.Combine(Audio, "voices.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(parts => $"{parts[0]}/{parts[1]}", parts => (parts[3], parts[^1]));

    public static (string Words, string Sound) Row(string clip) => All[clip];

    public static FileInfo Clip(string clip) => new(Path.Combine(Audio, $"../wwwroot/audio/{clip}.ogg"));

    private static string Here([CallerFilePath] string path = "") => path;
}
