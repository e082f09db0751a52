namespace QueueHub.Contracts.Screens;

/// <summary>The screens of an office, for its supervisors.</summary>
/// <param name="At">The server's time.</param>
/// <param name="Zones">What a display may be confined to.</param>
/// <param name="Faults">Files of the office's notices that no display can show.</param>
public sealed record ScreenList(
    DateTimeOffset At, IReadOnlyList<ListedScreen> Screens, IReadOnlyList<ScreenZone>? Zones = null, IReadOnlyList<MediaFault>? Faults = null);

/// <summary>A file that is named in the office's notices and cannot be shown.</summary>
/// <param name="Missing">It is not there; otherwise it is not what its name says.</param>
public sealed record MediaFault(string File, bool Missing);

/// <summary>A paired screen.</summary>
/// <param name="Place">Of a panel: its counter. Of a display: empty.</param>
/// <param name="PairedBy">The supervisor's name.</param>
/// <param name="LastSeen">Null: it has not been here yet.</param>
/// <param name="Connected">It is here now.</param>
/// <param name="Version">Of the page it runs.</param>
/// <param name="Shows">Of a display: the office whose board it shows. Of a panel: its counter. Empty: nothing yet.</param>
/// <param name="Settings">Of a display: how it shows its office.</param>
public sealed record ListedScreen(
    string Id, ScreenKind Kind, string Place, string Name, ScreenDevice Device, string PairedBy, DateTimeOffset PairedAt, DateTimeOffset? LastSeen,
    bool Connected, string Version, string Shows, DisplaySettings? Settings = null);

/// <summary>A device in words, as far as it says of itself.</summary>
/// <param name="Browser">Empty: not known.</param>
/// <param name="System">Empty: not known.</param>
public sealed record ScreenDevice(string Browser, string System);

/// <summary>A supervisor asks who shows a code.</summary>
public sealed record FindPairingRequest(string Code);

/// <summary>The device that shows a code, so that nobody confirms another than the one before their eyes.</summary>
/// <param name="Code">As it is shown.</param>
/// <param name="Since">When it began to ask.</param>
/// <param name="At">The server's time.</param>
/// <param name="Address">Of the network, as the hub sees it.</param>
public sealed record AskingScreen(string Code, ScreenKind Kind, ScreenDevice Device, DateTimeOffset Since, DateTimeOffset At, string Address, string Version);

/// <summary>A supervisor says where the screen with this code stands.</summary>
/// <param name="Counter">Of a panel.</param>
/// <param name="Name">Of a display: what people call the place.</param>
/// <param name="Settings">Of a display; without them it shows its office as usual.</param>
public sealed record ConfirmPairingRequest(string Code, string? Counter, string? Name, DisplaySettings? Settings = null);

/// <summary>The screen that was paired.</summary>
/// <param name="Replaced">The counter had another panel, whose pairing ended with this.</param>
public sealed record ConfirmedPairing(ScreenPlace Screen, bool Replaced);
