using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands;

/// <summary>The sizes and shapes a command's body must have. Pure.</summary>
public static class CommandLimits
{
    /// <summary>Longest reason or note, in characters.</summary>
    public const int MaxText = 200;

    /// <summary>Furthest that a ticket can be put back at once.</summary>
    public const int MaxPlaces = 50;

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
            OpenCounterRequest open => Ids(open.Primary) && Ids(open.Helping),
            PauseCounterRequest pause => Text(pause.Reason),
            TicketRequest ticket => ticket.Ticket > 0,
            CallTicketRequest call => call.Ticket > 0 && Text(call.Reason),
            CompleteRequest complete => complete.Ticket > 0 && Text(complete.Result),
            ParkRequest park => park.Ticket > 0 && Text(park.Note),
            TransferRequest transfer => transfer.Ticket > 0 && Id(transfer.Service),
            RequeueRequest requeue => requeue.Ticket > 0 && requeue.Places is >= 0 and <= MaxPlaces,
            AttachFormRequest attach => attach.Ticket > 0 && Code(attach.Code),
            IssueRequest issue => Id(issue.Service) && (issue.Class is null || Id(issue.Class)) && Language(issue.Language),
            _ => true,
        };
        return acceptable ? null : ProblemCodes.InvalidRequest;
    }

    private static bool Text(string? text) => text is null || (text.Length <= MaxText && !text.Any(char.IsControl) && IsWellFormed(text));

    /// <summary>True for what may have been scanned: nothing that is read from paper is longer.</summary>
    public static bool Code(string? code) => code is { Length: > 0 and <= MaxCode };

    private static bool Id(string? id) => id is { Length: > 0 and <= MaxId };

    private static bool Ids(IReadOnlyList<string>? ids) => ids is null || (ids.Count <= MaxId && ids.All(Id));

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
