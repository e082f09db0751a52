using System.Globalization;
using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>One language of announcements: how it reads numbers, and the order of its sentence.</summary>
/// <param name="Language">Two letters; the folder of its clips.</param>
/// <param name="Number">The clips of a number, without the folder.</param>
/// <param name="NumbersFirst">The words follow their number, as in Korean; otherwise they come before it, as in English.</param>
public sealed record Voice(string Language, Func<int, IEnumerable<string>> Number, bool NumbersFirst)
{
    /// <summary>Largest number that can be spoken.</summary>
    public const int MaxSpoken = 9999;

    /// <summary>All voices, Korean first.</summary>
    public static readonly IReadOnlyList<Voice> All =
    [
        new("ko", number => Names(SinoKorean.Parts(number)), true),
        new("en", number => Names(EnglishNumber.Parts(number)), false),
        new("zh", number => Names(MandarinNumber.Parts(number)), true),
        new("vi", VietnameseNumber.Parts, false),
        new("ja", number => Names(JapaneseNumber.Parts(number)), true),
    ];

    /// <summary>The voice of a language; English for one that has none.</summary>
    public static Voice Of(string language) => All.FirstOrDefault(voice => voice.Language == language) ?? All[1];

    /// <summary>"117번 고객님, 3번 창구로 오십시오": the clips of a whole sentence.</summary>
    public IReadOnlyList<string> Sentence(BoardCall call) => Sentence(call, "number", "counter");

    /// <summary>"117번, 3번 창구": for the voices that have such clips.</summary>
    public IReadOnlyList<string> Brief(BoardCall call) => Sentence(call, "number-brief", "counter-brief");

    private List<string> Sentence(BoardCall call, string number, string counter) =>
    [
        .. Joined(Number(call.Number).Select(Own), number),
        .. SpokenCounter.Parts(call.Counter, this) is { } parts ? Joined(parts, counter) : [Own("counter-shown")],
    ];

    internal string Own(string clip) => $"{Language}/{clip}";

    private IEnumerable<string> Joined(IEnumerable<string> parts, string words) => NumbersFirst ? [.. parts, Own(words)] : [Own(words), .. parts];

    private static IEnumerable<string> Names(IEnumerable<int> parts) => parts.Select(part => part.ToString(CultureInfo.InvariantCulture));
}
