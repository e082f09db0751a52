using QueueHub.Contracts;

namespace DisplayClient.Boards;

/// <summary>Which languages of a notice are on the screen: both while each is a line that is read from afar, otherwise one after the other in the whole place.</summary>
public static class NoticeTurn
{
    /// <summary>How long one language stays, and one page of whatever is paged beside it.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(8);

    /// <summary>A Korean letter is about twice as wide as a Latin one; more than this would make two lines of one.</summary>
    private const int LineWidth = 56;

    /// <summary>The languages shown at a moment, two letters each.</summary>
    public static IReadOnlyList<string> At(LocalText text, DateTimeOffset now) =>
        text.En == text.Ko ? ["ko"]
        : Width(text.Ko) <= LineWidth && Width(text.En) <= LineWidth * 5 / 4 ? ["ko", "en"]
        : Index(now, 2) == 0 ? ["ko"] : ["en"];

    /// <summary>Which of several things has its turn now; the same on every screen.</summary>
    public static int Index(DateTimeOffset now, int count) => count <= 1 ? 0 : (int)(now.ToUnixTimeSeconds() / (long)Stay.TotalSeconds % count);

    private static int Width(string text) => text.Sum(letter => letter < 0x1100 ? 1 : 2);
}
