using QueueHub.Contracts.Screens;

namespace DisplayClient.Boards;

/// <summary>How the board stands on this screen, and how much of it at once. Pure.</summary>
/// <param name="Shape">Never <see cref="DisplayLayout.Auto"/>.</param>
/// <param name="Slides">A place is kept for the office's notices.</param>
/// <param name="Alone">They have the screen almost for themselves.</param>
/// <param name="Crowded">Something else stands above or below the calls.</param>
public sealed record BoardLayout(DisplayLayout Shape, bool Slides = false, bool Alone = false, bool Crowded = false)
{
    /// <summary>What was chosen, or what the screen's shape asks for.</summary>
    public static DisplayLayout ShapeOf(DisplayLayout chosen, bool tall) => chosen != DisplayLayout.Auto ? chosen : tall ? DisplayLayout.Portrait : DisplayLayout.Landscape;

    /// <summary>The word that the style sheets know it by.</summary>
    public string Word => Shape switch
    {
        DisplayLayout.Portrait => "portrait",
        DisplayLayout.Wall => "wall",
        _ => "landscape",
    };

    /// <summary>Calls that fit with figures that are read from ten metres.</summary>
    public int CallsPerPage => (Shape, Slides, Crowded) switch
    {
        (DisplayLayout.Wall, false, false) => 16,
        (DisplayLayout.Wall, false, true) => 12,
        (DisplayLayout.Wall, true, false) => 12,
        (DisplayLayout.Wall, true, true) => 10,
        (DisplayLayout.Portrait, false, false) => 6,
        (DisplayLayout.Portrait, true, false) => 3,
        (DisplayLayout.Portrait, true, true) => 2,
        _ => 4,
    };

    /// <summary>Numbers that go on that fit beside each other.</summary>
    public int OnwardPerPage => Shape == DisplayLayout.Landscape && Slides ? 1 : 2;

    /// <summary>Services that fit, each with a name of four lines.</summary>
    public int ServicesPerPage => (Shape, Slides, Alone) switch
    {
        (DisplayLayout.Wall, _, true) => 3,
        (DisplayLayout.Wall, false, _) => 8,
        (DisplayLayout.Wall, true, _) => 6,
        (_, true, _) => 2,
        _ => 4,
    };
}
