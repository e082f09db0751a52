using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands;

/// <summary>The sizes and shapes a command's body must have. Pure.</summary>
public static class CommandLimits
{
    /// <summary>Longest reason or note, in characters.</summary>
    public const int MaxText = 200;

    /// <summary>Furthest that a ticket can be put back at once.</summary>
    public const int MaxPlaces = 50;

    /// <summary>Longest pause or notice that can be announced, in minutes.</summary>
    public const int MaxMinutes = 24 * 60;

    /// <summary>Longest note of an incident, in characters.</summary>
    public const int MaxNote = 2000;

    /// <summary>Longest booking of a recovery room, in minutes.</summary>
    public const int MaxRecovery = 4 * 60;

    /// <summary>Most services of one visit.</summary>
    public const int MaxJourney = 10;

    private const int MaxFields = 100;
    private const int MaxRevisions = 500;
    private const int RequestIdDigits = 32;
    private const int MaxId = 64;
    private const int MaxCode = 500;

    /// <summary>A code of <see cref="ProblemCodes"/>, or null when the body is acceptable.</summary>
    public static string? Check(ICommandRequest request)
    {
        if (request.RequestId is not { Length: RequestIdDigits } id || !id.All(char.IsAsciiHexDigit))
        {
            return ProblemCodes.RequestIdRequired;
        }

        var acceptable = request switch
        {
            OpenCounterRequest open => Ids(open.Primary) && Ids(open.Helping) && (open.Staff is null || Id(open.Staff)),
            ServicesRequest services => services.Primary is { Count: > 0 } && services.Helping is not null && Ids(services.Primary) && Ids(services.Helping),
            PauseCounterRequest pause => Text(pause.Reason) && Minutes(pause.Minutes),
            CallNextRequest next => next.Expected is null or > 0,
            TicketRequest ticket => ticket.Ticket > 0,
            CallTicketRequest call => call.Ticket > 0 && Text(call.Reason),
            CompleteRequest complete => complete.Ticket > 0 && (complete.Result is null || Id(complete.Result)) && (complete.Next is null || Id(complete.Next)),
            ParkRequest park => park.Ticket > 0 && Text(park.Note) && Text(park.Place),
            TransferRequest transfer => transfer.Ticket > 0 && (transfer.Service is not null || transfer.Counter is not null)
                && (transfer.Service is null || Id(transfer.Service)) && (transfer.Counter is null || Id(transfer.Counter)),
            MoveRequest move => move.Ticket > 0 && Id(move.Office) && Id(move.Service),
            JourneyRequest journey => journey.Ticket > 0 && Journey(journey.Services),
            CorrectionsRequest corrections => corrections.Ticket > 0 && corrections.Fields is { Count: <= MaxFields } fields && fields.All(Id)
                && fields.Distinct().Count() == fields.Count,
            NoticeRequest notice => Text(notice.Ko) && Text(notice.En) && Minutes(notice.Minutes),
            WarnRequest warn => warn.Ticket > 0 && WarningKind.All.Contains(warn.Kind),
            EndVisitRequest end => end.Ticket > 0 && WarningKind.All.Contains(end.Kind),
            AlarmRequest alarm => alarm.Alarm > 0,
            AlarmAnswerRequest answer => answer.Alarm > 0 && Text(answer.From),
            SignRequest sign => sign.Ticket > 0 && sign.Revisions is { Count: <= MaxRevisions } && sign.Drawing is null or { IsAcceptable: true } && Language(sign.Language),
            IncidentRequest incident => Id(incident.Counter) && (incident.Ticket is null or > 0) && IncidentKind.All.Contains(incident.Kind) && Note(incident.Note),
            IncidentNoteRequest note => Note(note.Note) && (note.Kind is null ? !string.IsNullOrWhiteSpace(note.Note) : IncidentKind.All.Contains(note.Kind)),
            RecoveryRequest recovery => recovery.Minutes is > 0 and <= MaxRecovery && recovery.InMinutes is >= 0 and <= MaxMinutes
                && (recovery.Counter is null || Id(recovery.Counter)),
            RateRequest rate => rate.Ticket > 0 && rate.Rating is >= 1 and <= 5,
            RequeueRequest requeue => requeue.Ticket > 0 && requeue.Places is >= 0 and <= MaxPlaces,
            AttachFormRequest attach => attach.Ticket > 0 && Code(attach.Code),
            IssueRequest issue => Id(issue.Service) && (issue.Then is null || Journey(issue.Then)) && (issue.Class is null || Id(issue.Class)) && Language(issue.Language),
            _ => true,
        };
        return acceptable ? null : ProblemCodes.InvalidRequest;
    }

    private static bool Text(string? text) => text is null || (text.Length <= MaxText && !text.Any(char.IsControl) && IsWellFormed(text));

    // Paragraphs are no control characters here.
    private static bool Note(string? note) =>
        note is { Length: <= MaxNote } && !note.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) && IsWellFormed(note);

    /// <summary>True for what may have been scanned: nothing that is read from paper is longer.</summary>
    public static bool Code(string? code) => code is { Length: > 0 and <= MaxCode };

    private static bool Id(string? id) => id is { Length: > 0 and <= MaxId };

    private static bool Ids(IReadOnlyList<string>? ids) => ids is null || (ids.Count <= MaxId && ids.All(Id));

    private static bool Journey(IReadOnlyList<string>? services) => services is { Count: < MaxJourney } && services.All(Id);

    private static bool Minutes(int? minutes) => minutes is null or (> 0 and <= MaxMinutes);

    private static bool Language(string? language) => language is null || (language.Length == 2 && language.All(char.IsAsciiLetterLower));

    // A lone surrogate cannot be written as UTF-8: it would come back changed.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
