using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.History.Comments;
using QueueHub.Offices;
using QueueHub.Platform.Database;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>
/// How a visit was. The number goes to the ticket; the words go to a table that knows no tickets, and to no event and no log. With words it is both or neither:
/// without Postgres nothing is done.
/// </summary>
public sealed class RateVisit(ICitizenCommands commands, VisitComments comments, TimeProvider time)
{
    /// <summary>Null when done, or a code of <see cref="ProblemCodes"/>.</summary>
    public async Task<string?> SendAsync(OfficeDocument office, TicketRow ticket, RateVisitRequest request, Caller caller)
    {
        var words = CleanText.Lines(request.Comment);
        if (request.Rating is < 1 or > 5 || words.Length > RateVisitRequest.LongestComment)
        {
            return ProblemCodes.InvalidRequest;
        }

        if (words.Length == 0)
        {
            return await RateAsync();
        }

        try
        {
            // Should it be refused after the rating, the same request is sent again, and finds the rating done.
            return await comments.AddAsync(new VisitComment(ticket.Day, ticket.Service, request.Rating, words, Hour()), office.Slug, RateAsync);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            return ProblemCodes.Unavailable;
        }

        async Task<string?> RateAsync() => (await commands.RateAsync(office, ticket, request.RequestId, request.Rating, caller)).Code;
    }

    private DateTimeOffset Hour()
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
    }
}
