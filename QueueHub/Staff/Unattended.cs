namespace QueueHub.Staff;

/// <summary>Marks an endpoint that a page asks by itself again and again: that is no sign of somebody at the screen, and keeps no session alive.</summary>
public sealed class Unattended;
