using QueueHub.Contracts.Protection;

namespace QueueHub.Contracts.Boards;

/// <summary>Every clip that a screen may ask for, by the name an own recording has, too: <c>chime</c>, <c>ko/10</c>, <c>letters/a</c>, <c>warnings/vi/time</c>.</summary>
public static class VoiceClips
{
    /// <summary>The languages that announcements are made in, Korean first.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ko", "en", "zh", "vi", "ja"];

    /// <summary>Sounds before an announcement.</summary>
    public const string Chime = "chime";

    /// <summary>After it, when more are called at once than can be named in time.</summary>
    public const string Several = "ko/several";

    private static readonly string[] Digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    private static readonly string[] Sentence = ["number", "counter", "counter-shown", "dash"];

    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new()
    {
        ["ko"] = [.. Digits, "10", "100", "1000", .. Sentence, "number-brief", "counter-brief", "several"],
        ["en"] = [.. Digits, .. Enumerable.Range(10, 10).Select(Name), .. Enumerable.Range(2, 8).Select(ten => Name(ten * 10)), "100", "1000", .. Sentence],
        ["zh"] = ["0", .. Digits, "10", "100", "1000", "2000", .. Sentence],
        ["vi"] = ["0", .. Digits, "10", "100", "1000", "mot", "lam", "muoi", "linh", .. Sentence],
        ["ja"] = [.. Digits, "10", "100", "300", "600", "800", "1000", "3000", "8000", .. Sentence],
        ["letters"] = [.. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString())],
    };

    /// <summary>All names.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(
        from folder in Words from word in folder.Value select $"{folder.Key}/{word}")
        .Append(Chime)
        .Concat(from language in Languages from kind in WarningKind.All select $"warnings/{language}/{kind}")
        .ToHashSet();

    private static string Name(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
