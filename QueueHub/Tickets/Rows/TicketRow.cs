using System.Text.Json.Serialization;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Rows;

/// <summary>
/// A ticket as Redis stores it and events carry it. Times are Unix milliseconds. Holds nothing personal: the token only as its hash, the
/// form only as its template and field count. Lua writes the same names (Tickets/Lua/includes); the wire format is pinned by a test.
/// </summary>
/// <param name="Ordinal">Order of issue within the office, never reused, also not on another day.</param>
/// <param name="Number">What is called; restarts with the business day.</param>
/// <param name="Service">The service of the present leg: <c>Journey[Leg]</c>.</param>
/// <param name="Journey">Services of this visit in order, visited ones included.</param>
/// <param name="Leg">Index into <paramref name="Journey"/>.</param>
/// <param name="Class">Priority class.</param>
/// <param name="Credit">Milliseconds of credit of the class, fixed at issue.</param>
/// <param name="Channel">See <see cref="Commands.Channels"/>.</param>
/// <param name="Language">The citizen's, two letters.</param>
/// <param name="Day">Business day, yyyy-MM-dd.</param>
/// <param name="Score">Place in the line, lowest first; kept while called or parked.</param>
/// <param name="Joined">When it joined the present line.</param>
/// <param name="Waited">Milliseconds waited before the present stretch.</param>
/// <param name="Since">When the present state began.</param>
/// <param name="Counter">Counter that has called, serves, parked or finished it.</param>
/// <param name="CallId">Version of the last announcement.</param>
/// <param name="Calls">Announcements of the standing call.</param>
/// <param name="CalledAt">First announcement of the standing call.</param>
/// <param name="ServedAt">Start of service on this leg.</param>
/// <param name="AnnouncedAt">Last announcement of the standing call.</param>
/// <param name="Target">The only counter that is to call it; absent: whoever serves its service.</param>
/// <param name="ParkedBy">Staff id of who set it aside.</param>
/// <param name="Place">Where the citizen of a parked ticket is.</param>
/// <param name="OpenedBy">Staff id of who has opened its form since it was called.</param>
/// <param name="Corrections">Fields that the citizen at the counter is asked to correct: names, never contents.</param>
/// <param name="Warnings">Warnings its citizen was given at this visit.</param>
/// <param name="Signing">That its citizen has confirmed or signed the form at a panel; void once the form was changed.</param>
/// <param name="Moving">Where it is being moved; until that has ended nothing else is done to it.</param>
/// <param name="Moves">How often that was begun: tells one try from another. Absent before the first.</param>
/// <param name="MoveRefused">Why the other office did not take it.</param>
/// <param name="Moved">Where it was moved.</param>
/// <param name="Origin">Where it was moved from.</param>
/// <param name="WatchHash">SHA-256 of the token of the link that may only look, lower-case hexadecimal; absent: there is none.</param>
/// <param name="Expected">What its citizen was told when it joined; absent: nothing.</param>
/// <param name="Rating">How its citizen found the visit, 1 to 5.</param>
/// <param name="TokenHash">SHA-256 of the link's token, lower-case hexadecimal.</param>
public sealed record TicketRow(
    long Ordinal,
    int Number,
    string Service,
    IReadOnlyList<string> Journey,
    int Leg,
    string Class,
    long Credit,
    string Channel,
    string Language,
    string Day,
    TicketState State,
    long Score,
    long Issued,
    long Joined,
    long Waited,
    long Since,
    string TokenHash,
    string? Counter = null,
    long CallId = 0,
    int Calls = 0,
    long? CalledAt = null,
    long? ServedAt = null,
    long? AnnouncedAt = null,
    string? Target = null,
    int Reinstated = 0,
    int Requeued = 0,
    string? Note = null,
    string? Place = null,
    string? ParkedBy = null,
    string? OpenedBy = null,
    IReadOnlyList<string>? Corrections = null,
    string? Result = null,
    TicketForm? Form = null,
    IReadOnlyList<TicketWarning>? Warnings = null,
    TicketSigning? Signing = null,
    TicketMoving? Moving = null,
    int? Moves = null,
    string? MoveRefused = null,
    TicketMoved? Moved = null,
    TicketOrigin? Origin = null,
    string? WatchHash = null,
    TicketExpectation? Expected = null,
    int? Rating = null)
{
    /// <summary>The line it waits in: its service's, or that of the one counter it is to go to (<see cref="LineOf"/>).</summary>
    [JsonIgnore]
    public string Line => Target is null ? Service : LineOf(Target);

    /// <summary>The services it is still to visit after the present one.</summary>
    [JsonIgnore]
    public IEnumerable<string> Rest => Journey.Skip(Leg + 1);

    /// <summary>How long the service took with which the visit ended, milliseconds; null while it has not.</summary>
    [JsonIgnore]
    public long? Took => State == TicketState.Done && ServedAt is { } began ? Since - began : null;

    /// <summary>How long the visit that has ended took up its counter, milliseconds: from the call on, for whoever walks there keeps it busy, too.</summary>
    [JsonIgnore]
    public long? Held => Took is { } took ? Math.Max(took, Since - (CalledAt ?? Since)) : null;

    /// <summary>The name of a counter's own line; no service is named so.</summary>
    public static string LineOf(string counter) => "@" + counter;

    /// <summary>True until Done, Cancelled or Expired.</summary>
    [JsonIgnore]
    public bool Living => State is not (TicketState.Done or TicketState.Cancelled or TicketState.Expired);
}

/// <summary>What a ticket row says of its form: never the contents.</summary>
/// <param name="Fields">How many were filled when it was submitted.</param>
/// <param name="Revision">Rises each time it is submitted; edits of single fields have revisions of their own.</param>
public sealed record TicketForm(string Template, int Version, int Fields, int Revision);

/// <summary>A warning.</summary>
/// <param name="Kind">See <see cref="Contracts.Protection.WarningKind"/>.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record TicketWarning(string Kind, long At);

/// <summary>That a form was signed: never the signature.</summary>
/// <param name="Kind">See <see cref="Contracts.Forms.SignatureKind"/>.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record TicketSigning(string Kind, long At);

/// <summary>A wait that was foretold: it will be between these, nine times of ten not longer and nine times of ten not shorter.</summary>
/// <param name="Low">Minutes.</param>
/// <param name="High">Minutes.</param>
/// <param name="Ahead">How many were ahead.</param>
public sealed record TicketExpectation(int Low, int High, int Ahead);

/// <summary>A move that was begun.</summary>
/// <param name="At">When, Unix milliseconds.</param>
public sealed record TicketMoving(string Office, string Service, long At);

/// <summary>What a ticket became at another office.</summary>
public sealed record TicketMoved(string Office, int Number, long Ordinal);

/// <summary>The ticket of another office that became this one, and by which of its moves.</summary>
public sealed record TicketOrigin(string Office, string Day, long Ordinal, int Move);
