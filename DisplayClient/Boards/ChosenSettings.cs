using QueueHub.Contracts.Screens;

namespace DisplayClient.Boards;

/// <summary>How a display is set that nobody has paired: by its address, <c>?layout=wall&amp;zone=2f&amp;notices=on&amp;theme=light&amp;sound=off</c>. Pure.</summary>
public static class ChosenSettings
{
    /// <summary>What is not said, or not understood, is as usual.</summary>
    public static DisplaySettings Of(string? layout, string? zone, string? notices, string? theme, string? sound) => new(
        layout switch
        {
            "landscape" or "all" => DisplayLayout.Landscape,
            "portrait" => DisplayLayout.Portrait,
            "wall" => DisplayLayout.Wall,
            _ => DisplayLayout.Auto,
        },
        string.IsNullOrEmpty(zone) ? null : zone,
        notices == "on",
        theme == "light",
        sound != "off");
}
