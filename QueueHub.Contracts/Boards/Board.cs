using System.Text.Json.Serialization;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Boards;

/// <summary>
/// The public board of an office, whole: any message may be dropped for a later one. Numbers only, never people.
/// Within one <see cref="Epoch"/> a board with a lower <see cref="Version"/> is older and is ignored; another epoch replaces all.
/// </summary>
/// <param name="At">Server time when it was computed; ages are counted from here.</param>
/// <param name="UtcOffsetMinutes">The office's offset from UTC, for its wall clock.</param>
/// <param name="Stale">True while the node has lost Redis: the rest is the last known state.</param>
/// <param name="Calls">Tickets called and not yet served, newest call first.</param>
/// <param name="Recent">The last calls that no longer stand, newest first.</param>
/// <param name="Onward">Tickets that were passed on and wait for their next counter, the last ones first.</param>
/// <param name="Notice">What the office has to say besides; null when nothing.</param>
/// <param name="Zones">Where its counters are; null: all in one place.</param>
/// <param name="Slides">What a display shows beside the calls, in turn, where that is wanted; null: nothing.</param>
public sealed record Board(
    string Epoch,
    long Version,
    DateTimeOffset At,
    int UtcOffsetMinutes,
    bool Stale,
    BoardOffice Office,
    IReadOnlyList<BoardCall> Calls,
    IReadOnlyList<BoardCall> Recent,
    IReadOnlyList<BoardService> Services,
    IReadOnlyList<BoardCounter> Counters,
    IReadOnlyList<BoardOnward> Onward,
    BoardNotice? Notice,
    IReadOnlyList<BoardZone>? Zones = null,
    IReadOnlyList<BoardSlide>? Slides = null);

/// <summary>The office as the public sees it.</summary>
/// <param name="QrUrl">Absolute address that the lobby's QR opens.</param>
/// <param name="QrSvgPath">Path of the QR picture (SVG).</param>
/// <param name="DayOpen">False once the day is closed.</param>
/// <param name="Opening">Its hours.</param>
/// <param name="RequiresPresence">A number taken elsewhere joins its line in the lobby: paired displays show another QR, see <see cref="Hubs.Routes.DisplayHere"/>.</param>
/// <param name="Sound">How it sounds; null: as usual.</param>
public sealed record BoardOffice(
    string Slug, LocalText Name, string QrUrl, string QrSvgPath, bool DayOpen, Opening Opening, bool RequiresPresence = false, BoardSound? Sound = null);

/// <summary>One announcement "number → counter".</summary>
/// <param name="Id">Grows with every announcement of the office, also for a recall: tells a new call from one already announced.</param>
/// <param name="Times">1 for the first announcement of this call, 2 for the first recall …</param>
/// <param name="Language">The citizen's language, two letters.</param>
public sealed record BoardCall(long Id, int Number, string Counter, string Service, DateTimeOffset At, int Times, string Language);

/// <summary>Where a ticket goes that one counter has passed on.</summary>
/// <param name="Counters">Open counters that can call it.</param>
public sealed record BoardOnward(int Number, string Service, IReadOnlyList<string> Counters);

/// <summary>A notice of the office.</summary>
/// <param name="Until">After this it is shown no longer; null: until it is taken away.</param>
public sealed record BoardNotice(LocalText Text, DateTimeOffset? Until)
{
    /// <summary>A board is sent when something changes, and the hour is nothing that changes: whoever holds one asks by the clock.</summary>
    public bool IsShown(DateTimeOffset now) => Until is null || now < Until;
}

/// <summary>A service and its line.</summary>
/// <param name="OpenCounters">Counters that are open and serve it, primary or helping.</param>
/// <param name="Expect">How long somebody waits who takes a number now; null when too little is known, or nobody serves.</param>
public sealed record BoardService(string Id, LocalText Name, int Waiting, IReadOnlyList<string> OpenCounters, WaitBand? Expect = null);

/// <summary>A counter on the public board.</summary>
/// <param name="Number">The number of the ticket at the counter, called or being served.</param>
public sealed record BoardCounter(string Id, CounterState State, int? Number);

/// <summary>A part of the office where some of its counters stand.</summary>
/// <param name="Services">What citizens queue for there.</param>
public sealed record BoardZone(string Id, LocalText Name, IReadOnlyList<string> Counters, IReadOnlyList<string> Services);

/// <summary>One notice of those that take turns beside the calls: a text, a picture or a video.</summary>
/// <param name="Seconds">How long it stays; of a video: at most.</param>
/// <param name="From">First day, by the office's own calendar.</param>
/// <param name="Until">Last day.</param>
public sealed record BoardSlide(LocalText? Text, string? Image, string? Video, int Seconds, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>A board is sent when something changes, and midnight is nothing that changes: whoever holds one asks by the calendar.</summary>
    public bool IsShown(DateOnly today) => (From is null || From <= today) && (Until is null || today <= Until);

    /// <summary>Its file; null of a text.</summary>
    [JsonIgnore]
    public string? File => Image ?? Video;
}
