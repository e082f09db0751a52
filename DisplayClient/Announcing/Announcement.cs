using System.Globalization;
using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>What is heard for a call: names of clips under <c>audio/</c>, joined in this order.</summary>
public static class Announcement
{
    /// <summary>Sounds before every announcement.</summary>
    public const string Chime = "chime";

    /// <summary>Largest number that can be spoken; beyond it the chime draws the eye to the screen.</summary>
    public const int MaxSpoken = 9999;

    /// <summary>Korean always; then English when the citizen's language is another one.</summary>
    public static IReadOnlyList<string> Clips(BoardCall call)
    {
        if (call.Number is < 1 or > MaxSpoken)
        {
            return [Chime];
        }
        var counter = SpokenCounter(call.Counter);
        IEnumerable<string> korean =
        [
            .. Spoken("ko", SinoKorean.Parts(call.Number)), "ko/number",
            .. counter is { } ko ? [.. Spoken("ko", SinoKorean.Parts(ko)), "ko/counter"] : (string[])["ko/counter-shown"],
        ];
        IEnumerable<string> english =
        [
            "en/number", .. Spoken("en", EnglishNumber.Parts(call.Number)),
            .. counter is { } en ? ["en/counter", .. Spoken("en", EnglishNumber.Parts(en))] : (string[])["en/counter-shown"],
        ];
        return call.Language == "ko" ? [Chime, .. korean] : [Chime, .. korean, .. english];
    }

    /// <summary>A desk may be called "A": then the voice points to the screen.</summary>
    private static int? SpokenCounter(string counter) =>
        int.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxSpoken ? number : null;

    private static IEnumerable<string> Spoken(string language, IReadOnlyList<int> parts) =>
        parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{language}/{part}"));
}
