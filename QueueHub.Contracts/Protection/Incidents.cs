namespace QueueHub.Contracts.Protection;

/// <summary>What an incident was, in the words of the report that the law asks for.</summary>
public static class IncidentKind
{
    /// <summary>Verbal abuse.</summary>
    public const string Abuse = "abuse";

    /// <summary>Threats.</summary>
    public const string Threat = "threat";

    /// <summary>Violence against a person.</summary>
    public const string Violence = "violence";

    /// <summary>Sexual harassment.</summary>
    public const string Harassment = "harassment";

    /// <summary>Damage to things.</summary>
    public const string Damage = "damage";

    /// <summary>Dangerous things were brought in or shown.</summary>
    public const string Danger = "danger";

    /// <summary>Drunk and disorderly.</summary>
    public const string Drunk = "drunk";

    /// <summary>Long or repeated visits that keep the office from its work.</summary>
    public const string Obstruction = "obstruction";

    public const string Other = "other";

    /// <summary>All, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Abuse, Threat, Violence, Harassment, Damage, Danger, Drunk, Obstruction, Other];
}

/// <summary>What somebody adds to the record: POST to <c>/api/offices/{office}/incidents</c>.</summary>
/// <param name="Counter">Where it was.</param>
/// <param name="Ticket">Ordinal of the ticket concerned; null: none.</param>
/// <param name="Kind">One of <see cref="IncidentKind"/>.</param>
/// <param name="Note">What happened, in the clerk's words; empty when the kind says it all.</param>
public sealed record IncidentRequest(string RequestId, string Counter, long? Ticket, string Kind, string Note) : Tickets.ICommandRequest;

/// <summary>A further note to an incident, or another kind of it: POST to <c>/api/offices/{office}/incidents/{incident}/notes</c>.</summary>
/// <param name="Kind">One of <see cref="IncidentKind"/>; null: as it is.</param>
public sealed record IncidentNoteRequest(string RequestId, string Note, string? Kind = null) : Tickets.ICommandRequest;

/// <summary>Incidents of an office that the reader may see, newest first.</summary>
/// <param name="Next">Give it as <c>before</c> to get the next page; null on the last one.</param>
public sealed record IncidentPage(IReadOnlyList<Incident> Incidents, long? Next);

/// <summary>An incident: everything that was written down of one visit, or of one alarm without a visit.</summary>
/// <param name="Id">Names it within its office.</param>
/// <param name="Day">Business day, yyyy-MM-dd.</param>
/// <param name="Staff">Staff id of the clerk concerned.</param>
/// <param name="Kind">The last that somebody gave it; null until then.</param>
/// <param name="Entries">In the order in which they were written.</param>
public sealed record Incident(
    string Id, string Day, string Counter, int? Number, string Staff, string StaffName, string? Kind, IReadOnlyList<IncidentEntry> Entries);

/// <summary>One entry of the record; none is ever changed.</summary>
/// <param name="Seq">Its number in the office's record.</param>
/// <param name="Action">One of <see cref="IncidentAction"/>.</param>
/// <param name="By">Staff id of who did or wrote it.</param>
/// <param name="Text">A kind of warning, from where help comes, or a note.</param>
/// <param name="Hash">Covers this entry and all before it.</param>
public sealed record IncidentEntry(long Seq, DateTimeOffset At, string Action, string By, string ByName, string? Kind, string? Text, string Hash);

/// <summary>What an entry says was done.</summary>
public static class IncidentAction
{
    public const string AlarmRaised = "alarmRaised";
    public const string AlarmAnswered = "alarmAnswered";
    public const string AlarmEnded = "alarmEnded";
    public const string Warned = "warned";
    public const string VisitEnded = "visitEnded";

    /// <summary>The end of the visit was taken back within its ten seconds.</summary>
    public const string EndingTakenBack = "endingTakenBack";

    /// <summary>Somebody wrote down what happened.</summary>
    public const string Reported = "reported";

    /// <summary>A further note.</summary>
    public const string Noted = "noted";
}
