namespace QueueHub.Contracts.Boards;

/// <summary>A page of the access log, newest first.</summary>
/// <param name="Next">Give it as <c>before</c> to get the next page; null on the last one.</param>
public sealed record FormAccessPage(IReadOnlyList<FormAccess> Entries, long? Next);

/// <summary>That a clerk had a citizen's form before them.</summary>
/// <param name="Seq">Its number in the office's log.</param>
/// <param name="Day">Business day.</param>
/// <param name="StaffName">The id where no name is known.</param>
/// <param name="Ticket">Ordinal.</param>
/// <param name="Template">Null while the form was not submitted yet.</param>
/// <param name="Action"><c>opened</c>, or <c>asked</c>: the citizen was asked to correct it.</param>
/// <param name="Hash">Covers this entry and all before it.</param>
public sealed record FormAccess(
    long Seq, DateTimeOffset At, string Day, string Staff, string StaffName, string Counter, long Ticket, int Number, string Service, string? Template,
    string Action, string Hash);

/// <summary>Whether a chained log of an office, of who opened forms or of incidents, is as it was written.</summary>
/// <param name="Broken">First entry that was changed, moved or taken out; null when it holds.</param>
/// <param name="Purged">Entries up to this one were kept long enough and are gone.</param>
/// <param name="Last">The newest entry; with its hash written down elsewhere, also a log that was rewritten as a whole is found out.</param>
/// <param name="LastHash">Empty when there is no entry yet.</param>
public sealed record ChainCheck(bool Holds, long? Broken, long Purged, long Last, string LastHash);
