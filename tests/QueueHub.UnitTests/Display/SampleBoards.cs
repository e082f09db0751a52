using QueueHub.Contracts.Boards;

namespace QueueHub.UnitTests.Display;

/// <summary>Boards of an office at a quiet hour, to be varied.</summary>
internal static class SampleBoards
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    public static Board Board(long version, double seconds = 0, string epoch = "e1", params BoardCall[] calls) => new(
        epoch, version, Noon.AddSeconds(seconds), 540, false,
        new BoardOffice("seocho", new("서초구청", "Seocho"), "https://q.example/seocho", "/qr/seocho.svg", true, Opening.Always),
        calls, [], [], [], [], null);

    public static BoardCall Call(long id, double seconds = 0, int? number = null, string counter = "3", string language = "ko") =>
        new(id, number ?? (int)id, counter, "resident", Noon.AddSeconds(seconds), 1, language);
}
