using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Doors;

/// <summary>The HTTP door of the citizen: tickets without the phone's pages, and the public board.</summary>
public static class CitizenEndpoints
{
    public static void MapCitizenCommands(this IEndpointRouteBuilder app)
    {
        var citizen = app.MapGroup("").AllowAnonymous().WithTags("Citizen");
        citizen.MapPost("/api/offices/{office}/tickets", IssueAsync).WithName("IssueTicket").RequireRateLimiting(RateLimits.Citizen);
        citizen.MapGet("/api/offices/{office}/board", Board).WithName("Board");
        citizen.MapPost("/{office}/t/{token}/cancel", CancelAsync).WithName("CancelTicket")
            .Accepts<CounterRequest>("application/json").RequireRateLimiting(RateLimits.Citizen);
        citizen.MapPost("/{office}/t/{token}/rate", RateAsync).WithName("RateVisit")
            .Accepts<RateVisitRequest>("application/json").RequireRateLimiting(RateLimits.Citizen);
        citizen.MapPost("/{office}/t/{token}/arrive", ArriveAsync).WithName("Arrive")
            .Accepts<CounterRequest>("application/json").RequireRateLimiting(RateLimits.Citizen);
        citizen.MapPost("/{office}/t/{token}/later", LaterAsync).WithName("LetOthersFirst")
            .Accepts<LetOthersFirstRequest>("application/json").RequireRateLimiting(RateLimits.Citizen);
        citizen.MapPost("/{office}/t/{token}/form/fields", EditFieldsAsync).WithName("EditFields")
            .RequireRateLimiting(RateLimits.Form);
    }

    private static async Task<Results<Ok<FormEditReply>, ProblemHttpResult>> EditFieldsAsync(
        string office, string token, EditFieldsRequest request, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (document, ticket, code) = Find(office, token, offices, states);
        if (document is null || ticket is null)
        {
            return Problems.Of(http, code);
        }

        // Whoever holds the link writes as its citizen, also in a browser in which a clerk is signed in.
        var reply = await commands.EditFormAsync(document, ticket, request.Changes, Callers.Citizen(http));
        return reply.Problem is { } problem ? Problems.Of(http, problem.Code, reply.Errors) : TypedResults.Ok(reply);
    }

    private static async Task<Results<Created<IssuedTicket>, ProblemHttpResult>> IssueAsync(
        string office, IssueRequest request, IOffices offices, ICitizenCommands commands, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return Problems.Of(http, ProblemCodes.UnknownOffice);
        }

        var outcome = await commands.IssueAsync(document, request, Callers.Of(http, document));
        return outcome.Ticket is { } ticket ? TypedResults.Created(ticket.Url, ticket) : Problems.Of(http, outcome.Code!, outcome.FieldErrors, outcome.Sentence);
    }

    private static Results<Ok<Board>, ProblemHttpResult> Board(string office, Boards boards, IOffices offices, HttpContext http) =>
        boards.Public(office) is { } board
            ? TypedResults.Ok(board)
            : Problems.Of(http, offices.Find(office) is null ? ProblemCodes.UnknownOffice : ProblemCodes.Unavailable);

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        string office, string token, CounterRequest request, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (document, ticket, code) = Find(office, token, offices, states);
        if (document is null || ticket is null)
        {
            return Problems.Of(http, code);
        }

        var outcome = await commands.CancelAsync(document, ticket, request.RequestId, Callers.Of(http, document));
        return outcome.Ok ? TypedResults.NoContent() : Problems.Of(http, outcome.Code!);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RateAsync(
        string office, string token, RateVisitRequest request, IOffices offices, IOfficeStates states, RateVisit visit, HttpContext http)
    {
        var (document, ticket, code) = Find(office, token, offices, states);
        if (document is null || ticket is null)
        {
            return Problems.Of(http, code);
        }

        var refused = await visit.SendAsync(document, ticket, request, Callers.Citizen(http));
        return refused is null ? TypedResults.NoContent() : Problems.Of(http, refused);
    }

    // Only the phone's own cookie shows presence: also in a browser in which a clerk is signed in.
    private static async Task<Results<NoContent, ProblemHttpResult>> ArriveAsync(
        string office, string token, CounterRequest request, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (document, ticket, code) = Find(office, token, offices, states);
        if (document is null || ticket is null)
        {
            return Problems.Of(http, code);
        }

        var outcome = await commands.ArriveAsync(document, ticket, request.RequestId, Callers.Citizen(http));
        return outcome.Ok ? TypedResults.NoContent() : Problems.Of(http, outcome.Code!);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LaterAsync(
        string office, string token, LetOthersFirstRequest request, IOffices offices, IOfficeStates states, ICitizenCommands commands, HttpContext http)
    {
        var (document, ticket, code) = Find(office, token, offices, states);
        if (document is null || ticket is null)
        {
            return Problems.Of(http, code);
        }

        var outcome = await commands.LetOthersFirstAsync(document, ticket, request.RequestId, request.Places, Callers.Citizen(http));
        return outcome.Ok ? TypedResults.NoContent() : Problems.Of(http, outcome.Code!);
    }

    // "Unknown" would send away a citizen whose ticket this node has only not read yet.
    private static (OfficeDocument? Office, TicketRow? Ticket, string Code) Find(string office, string token, IOffices offices, IOfficeStates states) =>
        offices.Find(office) is not { } document ? (null, null, ProblemCodes.UnknownOffice)
        : states.Current(document.Slug) is not { } state ? (document, null, ProblemCodes.Unavailable)
        : (document, state.ByToken(TicketToken.Hash(token)), ProblemCodes.UnknownTicket);
}
