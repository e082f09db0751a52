namespace QueueHub.BrowserTests.Screens;

/// <summary>What somebody stands before.</summary>
/// <param name="Scale">Points of its picture for one of the page.</param>
internal sealed record Device(int Width, int Height, bool Touch = false, float Scale = 1)
{
    public static readonly Device Phone = new(390, 844, Touch: true);
    public static readonly Device Tv = new(1920, 1080);
    public static readonly Device LargeTv = new(3840, 2160);
    public static readonly Device TallTv = new(1080, 1920);
    public static readonly Device Panel = new(1280, 800, Touch: true);
    public static readonly Device Desk = new(1366, 768);
}
