namespace CounterClient;

/// <summary>The recordings of a warning. Pure.</summary>
public static class WarningSound
{
    private static readonly string[] Recorded = ["ko", "en", "zh", "vi", "ja"];

    /// <summary>What is played: Korean, and then the citizen's language; English for one of which there is none.</summary>
    public static IReadOnlyList<string> Of(string kind, string language) =>
        [.. new[] { "ko", Recorded.Contains(language) ? language : "en" }.Distinct().Select(spoken => $"/display/audio/warnings/{spoken}/{kind}.ogg")];
}
