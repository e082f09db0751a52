namespace QueueHub.BrowserTests.Screens;

/// <summary>What somebody stands before.</summary>
internal sealed record Device(int Width, int Height, bool Touch = false)
{
    public static readonly Device Phone = new(390, 844, Touch: true);
    public static readonly Device Tv = new(1920, 1080);
    public static readonly Device TallTv = new(1080, 1920);
    public static readonly Device Desk = new(1366, 768);
}
