using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Tickets.Commands.Moves;

/// <summary>
/// Finishes a move that was begun: issues the ticket there, then ends it here; or takes the move back when the other office refuses for good. Each
/// step is a request whose id is derived from the ticket, so it does no harm to do them again, from any node.
/// </summary>
public sealed class TicketMover(
    CommandRunner runner, IOffices offices, IOfficeStates states, Submissions submissions, FormEdits edits, TicketToken tokens, IConnectionMultiplexer redis,
    ILogger<TicketMover> logger)
{
    private const string Actor = "system";

    // What trying again does not change, and issue.lua goes on saying.
    private static readonly HashSet<string> ForGood =
    [
        ProblemCodes.DayClosed, ProblemCodes.OfficeClosed, ProblemCodes.UnknownOffice, ProblemCodes.UnknownService, ProblemCodes.NumbersExhausted,
        ProblemCodes.TooLarge,
    ];

    /// <summary>
    /// The ticket's end here; <see cref="ProblemCodes.MoveRefused"/> when the other office does not take it; any other code when this is to be tried again.
    /// </summary>
    /// <param name="ticket">As it was marked.</param>
    public async Task<Outcome> FinishAsync(OfficeDocument here, TicketRow ticket)
    {
        var move = ticket.Moving ?? throw new ArgumentException("It is not on the way.", nameof(ticket));
        var (moved, sealedToken, code) = await IssueAsync(here, ticket, move);
        if (moved is not null)
        {
            var ended = await runner.RunAsync(
                here, CallerOf(here, ticket), "Moved", new MoveStep(MoveIds.Moved(here.Slug, ticket, move), moved.Number),
                (queue, context) => queue.MovedAsync(context, ticket.Ordinal, ticket.Moves ?? 0, moved, sealedToken));
            return new Outcome(ended.Code, ended.Event);
        }

        if (!ForGood.Contains(code!))
        {
            return Outcome.Refused(code!);
        }

        logger.LogInformation("Office {Office}: ticket {Number} is not taken by {There}: {Code}.", here.Slug, ticket.Number, move.Office, code);
        var back = await runner.RunAsync(
            here, CallerOf(here, ticket), "MoveBack", new MoveStep(MoveIds.Back(here.Slug, ticket, move)),
            (queue, context) => queue.MoveBackAsync(context, ticket.Ordinal, ticket.Moves ?? 0, code!));
        return Outcome.Refused(back.Ok ? ProblemCodes.MoveRefused : back.Code!);
    }

    private async Task<(TicketMoved? Moved, string? SealedToken, string? Code)> IssueAsync(OfficeDocument here, TicketRow ticket, TicketMoving move)
    {
        if (offices.Find(move.Office) is not { } there)
        {
            return (null, null, ProblemCodes.UnknownOffice);
        }

        // A Redis that was set back may have lost the request, and not the ticket.
        var request = new MoveStep(MoveIds.Issue(here.Slug, ticket, move));
        var origin = new TicketOrigin(here.Slug, ticket.Day, ticket.Ordinal, ticket.Moves ?? 0);
        if (states.Current(there.Slug)?.Tickets.Values.FirstOrDefault(row => row.Origin == origin) is { } known)
        {
            var kept = await redis.GetDatabase().HashGetAsync(RedisKeys.Request(there.Slug, request.RequestId), "sealed");
            return (new TicketMoved(there.Slug, known.Number, known.Ordinal), kept, null);
        }

        var token = TicketToken.New();
        var form = await FormAsync(here, there, ticket, move);
        var issue = Issue(there, ticket, move, token, origin) with
        {
            Form = form is not null && ticket.Form is not null ? submissions.Seal(there.Slug, TicketToken.Hash(token), form.Answers) : null,
        };
        var reply = await runner.RunAsync(there, CallerOf(here, ticket), "MoveIn", request, (queue, context) => queue.IssueAsync(context, issue));
        if (reply is not { Ok: true, Event: { } @event, Ticket: { } issued })
        {
            return (null, null, reply.Code);
        }

        if (form is not null && ticket.Form is null)
        {
            await CopyDraftAsync(there, issued, form, ticket.Language);
        }

        await runner.SettleAsync(there.Slug, @event.Version);
        return (new TicketMoved(there.Slug, issued.Number, issued.Ordinal), reply.Sealed, null);
    }

    private TicketIssue Issue(OfficeDocument there, TicketRow ticket, TicketMoving move, string token, TicketOrigin origin)
    {
        // A service that has gone meanwhile has no numbers: the script says so, and goes on saying so.
        var service = there.Service(move.Service);
        var priority = there.Class(ticket.Class) ?? there.Class(PriorityClass.Standard)!;
        return new TicketIssue(
            [move.Service], service?.From ?? 1, service?.To ?? 0, priority.Id, (long)TimeSpan.FromMinutes(priority.CreditMinutes).TotalMilliseconds,
            ticket.Channel, ticket.Language, TicketToken.Hash(token), tokens.Seal(token), Origin: origin,
            Waited: Math.Min(ticket.Waited, there.Rules.WaitedCapMilliseconds), WatchHash: TicketToken.Hash(TicketToken.Watch(token)));
    }

    // The form goes along where the service asks for the same one.
    private async Task<StoredForm?> FormAsync(OfficeDocument here, OfficeDocument there, TicketRow ticket, TicketMoving move) =>
        await submissions.ReadAsync(here.Slug, ticket) is { } form && form.Template == there.Service(move.Service)?.Form ? form : null;

    // What was written and not submitted is written there as if by its citizen; done again, it finds itself there.
    private async Task CopyDraftAsync(OfficeDocument there, TicketRow issued, StoredForm form, string language)
    {
        var changes = form.Answers.Values.Select(answer => new FieldChange(answer.Key, 0, answer.Value)).ToList();
        foreach (var part in changes.Chunk(FormEdits.MostChanges))
        {
            var reply = await edits.EditAsync(there, issued, part, new Caller("citizen", Actor, issued.Channel, language));
            if (reply.Problem is { } problem)
            {
                logger.LogWarning("Office {Office}: what was written for ticket {Number} has not come along: {Code}.", there.Slug, issued.Number, problem.Code);
            }
        }
    }

    private static Caller CallerOf(OfficeDocument here, TicketRow ticket) => new(Actor, $"move:{here.Slug}", ticket.Channel, ticket.Language);

    private sealed record MoveStep(string RequestId, int Number = 0) : ICommandRequest;
}
