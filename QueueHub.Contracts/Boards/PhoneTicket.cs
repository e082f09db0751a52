using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Boards;

/// <summary>What one phone shows of its ticket: the body of each server-sent event. A message that equals the last one is not sent.</summary>
/// <param name="PeopleAhead">Tickets before this one in its line; null unless waiting.</param>
/// <param name="Counter">Where to go or where it is served; null otherwise.</param>
/// <param name="Calls">Announcements of the standing call; a higher number is a recall.</param>
/// <param name="OpenCounters">Counters open for its service.</param>
/// <param name="FormReady">A form is attached.</param>
/// <param name="FormEditable">The phone may still write or correct the form.</param>
/// <param name="Onward">Counters that can call it, in words such as 3–5, when another counter has passed it on; null otherwise.</param>
/// <param name="Corrections">How many fields of the form the clerk asks to correct.</param>
/// <param name="Moved">The office where it has another number now; null otherwise.</param>
/// <param name="Expect">How long it will still take; null when too little is known, or nobody serves.</param>
/// <param name="Passed">Why somebody who came later was called first, a little while ago: one of <see cref="PassedReason"/>; null: nobody was.</param>
/// <param name="LetsOthersFirst">The citizen may let others go first.</param>
/// <param name="Rating">How the citizen found the visit, 1 to 5.</param>
/// <param name="Stale">The node has lost Redis: this is the last known state.</param>
/// <param name="Epoch">
/// Another one than before: Redis was restarted or lost, and what the phone has written may have to be sent again. Empty while the node does not know.
/// </param>
public sealed record PhoneTicket(
    int Number,
    string Service,
    TicketState State,
    int? PeopleAhead,
    string? Counter,
    int Calls,
    int OpenCounters,
    bool FormReady,
    bool FormEditable,
    bool Cancellable,
    bool Stale,
    string Epoch,
    string? Onward = null,
    int Corrections = 0,
    string? Moved = null,
    WaitBand? Expect = null,
    string? Passed = null,
    bool LetsOthersFirst = false,
    int? Rating = null);

/// <summary>A wait as a band: one of ten waits less than <paramref name="Low"/> minutes, one of ten more than <paramref name="High"/>.</summary>
public sealed record WaitBand(int Low, int High);

/// <summary>Why somebody was called before those who came earlier.</summary>
public static class PassedReason
{
    /// <summary>A class of priority.</summary>
    public const string Priority = "priority";

    /// <summary>Came from another counter, where they had waited already.</summary>
    public const string Onward = "onward";

    /// <summary>Had been set aside, or was away when called, and is back.</summary>
    public const string Back = "back";

    /// <summary>A clerk called them, and the record says why.</summary>
    public const string Clerk = "clerk";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Priority, Onward, Back, Clerk];
}
