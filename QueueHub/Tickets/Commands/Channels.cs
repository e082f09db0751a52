namespace QueueHub.Tickets.Commands;

/// <summary>How a ticket came to be issued; a priority class names the channels that may grant it.</summary>
public static class Channels
{
    /// <summary>The citizen's own phone.</summary>
    public const string Phone = "phone";

    /// <summary>A signed-in member of staff.</summary>
    public const string Clerk = "clerk";

    /// <summary>The panel at a counter; it issues nothing.</summary>
    public const string Panel = "panel";
}
