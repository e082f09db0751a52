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
    int Corrections = 0);
