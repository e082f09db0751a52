using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>What is heard for a call: names of clips (<see cref="VoiceClips"/>), joined in this order.</summary>
public static class Announcement
{
    /// <summary>Before many short ones.</summary>
    public static readonly IReadOnlyList<string> Several = [VoiceClips.Chime, VoiceClips.Several];

    /// <summary>The chime and the whole sentence in Korean. A number beyond the readings has its chime, which draws the eye to the screen.</summary>
    public static IReadOnlyList<string> Korean(BoardCall call) => Speaks(call) ? [VoiceClips.Chime, .. Voice.All[0].Sentence(call)] : [VoiceClips.Chime];

    /// <summary>As short as it can be said, while many wait.</summary>
    public static IReadOnlyList<string> Brief(BoardCall call, bool chime) =>
        !Speaks(call) ? [VoiceClips.Chime] : [.. chime ? [VoiceClips.Chime] : Array.Empty<string>(), .. Voice.All[0].Brief(call)];

    /// <summary>The sentence in another language.</summary>
    public static IReadOnlyList<string> In(string language, BoardCall call) => Voice.Of(language).Sentence(call);

    /// <summary>After Korean: the citizen's own, then what the office has chosen.</summary>
    public static IReadOnlyList<string> Further(BoardCall call, BoardSound sound) => !Speaks(call) ? [] :
    [
        .. (sound.TicketLanguage ? [Voice.Of(call.Language).Language] : Array.Empty<string>())
            .Concat(sound.Languages.Where(VoiceClips.Languages.Contains))
            .Distinct()
            .Except(["ko"]),
    ];

    private static bool Speaks(BoardCall call) => call.Number is >= 1 and <= Voice.MaxSpoken;
}
