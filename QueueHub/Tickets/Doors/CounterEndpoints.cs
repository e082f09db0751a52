using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Platform;
using QueueHub.Staff.Policies;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Counter;

namespace QueueHub.Tickets.Doors;

/// <summary>The HTTP door of the clerk's commands: hardware call buttons, integrations, and whoever cannot hold a socket.</summary>
public static class CounterEndpoints
{
    public static void MapCounterCommands(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/offices/{office}/desk/tickets", IssueAsync).RequireStaff(StaffRole.Clerk).WithTags("Counter").WithName("IssueAtDesk")
            .ProducesProblem(StatusCodes.Status409Conflict);
        app.MapGet("/api/offices/{office}/desk", Desk).RequireStaff(StaffRole.Clerk).WithTags("Counter").WithName("Desk");
        var counter = app.MapGroup("/api/offices/{office}/counters/{counter}").RequireStaff(StaffRole.Clerk).WithTags("Counter");
        Map<OpenCounter, OpenCounterRequest>(counter, "open");
        Map<PauseCounter, PauseCounterRequest>(counter, "pause");
        Map<CloseCounter, CounterRequest>(counter, "close");
        Map<SetServices, ServicesRequest>(counter, "services");
        Map<CallNext, CallNextRequest>(counter, "call-next");
        Map<CallTicket, CallTicketRequest>(counter, "call");
        Map<Recall, TicketRequest>(counter, "recall");
        Map<StartService, TicketRequest>(counter, "start");
        Map<Complete, CompleteRequest>(counter, "complete");
        Map<NoShow, TicketRequest>(counter, "no-show");
        Map<Reinstate, TicketRequest>(counter, "reinstate");
        Map<Park, ParkRequest>(counter, "park");
        Map<Resume, TicketRequest>(counter, "resume");
        Map<Transfer, TransferRequest>(counter, "transfer");
        Map<Move, MoveRequest>(counter, "move");
        Map<Requeue, RequeueRequest>(counter, "requeue");
        Map<CancelAtCounter, TicketRequest>(counter, "cancel");
        Map<AttachForm, AttachFormRequest>(counter, "attach-form");
        app.MapPost("/api/offices/{office}/tickets/find", FindTicket).RequireStaff(StaffRole.Clerk).WithTags("Counter").WithName("FindTicket");
        Map<SetJourney, JourneyRequest>(counter, "journey");
        Map<AskCorrections, CorrectionsRequest>(counter, "corrections");
        Map<Undo, TicketRequest>(counter, "undo");
        Map<Warn, WarnRequest>(counter, "warn");
        Map<EndVisit, EndVisitRequest>(counter, "end-visit");
        Map<RaiseAlarm, CounterRequest>(counter, "alarm");
        Map<EndAlarm, AlarmRequest>(counter, "alarm/end");
        counter.MapPost("form", EditFormAsync).WithName("EditForm").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<FormEditReply>, ProblemHttpResult>> EditFormAsync(
        string office, string counter, EditFormRequest request, CounterDoor door, HttpContext http)
    {
        var reply = await door.EditFormAsync(http.User, office, counter, RequestLanguage.Of(http), request);
        return reply.Problem is { } problem ? Problems.Of(http, problem.Code, reply.Errors) : TypedResults.Ok(reply);
    }

    // A POST, for the scanned link is a secret and addresses are written down everywhere.
    private static Results<Ok<FoundTicket>, ProblemHttpResult> FindTicket(string office, FindTicketRequest request, CounterDoor door, HttpContext http)
    {
        var (ticket, code) = door.FindTicket(http.User, office, request.Code);
        return code is null ? TypedResults.Ok(new FoundTicket(ticket)) : Problems.Of(http, code);
    }

    private static async Task<Results<Ok<IssuedTicket>, ProblemHttpResult>> IssueAsync(string office, IssueRequest request, CounterDoor door, HttpContext http)
    {
        var outcome = await door.IssueAsync(http.User, office, RequestLanguage.Of(http), request);
        return outcome.Ticket is { } ticket ? TypedResults.Ok(ticket) : Problems.Of(http, outcome.Code ?? ProblemCodes.Internal, outcome.FieldErrors, outcome.Sentence);
    }

    private static Results<Ok<DeskBoard>, ProblemHttpResult> Desk(string office, Boards boards, HttpContext http) =>
        boards.Desk(office) is { } desk ? TypedResults.Ok(desk) : Problems.Of(http, ProblemCodes.Unavailable);

    private static void Map<TCommand, TRequest>(RouteGroupBuilder group, string verb)
        where TCommand : CounterCommand<TRequest>
        where TRequest : ICommandRequest =>
        group.MapPost(verb, async Task<Results<Ok<CommandReply>, ProblemHttpResult>> (
            string office, string counter, TRequest request, TCommand command, CounterDoor door, HttpContext http) =>
        {
            var reply = await door.ReplyAsync(command, http.User, office, counter, RequestLanguage.Of(http), request);
            return reply.Problem is { } problem ? Problems.Of(http, problem.Code) : TypedResults.Ok(reply);
        })
        .WithName(typeof(TCommand).Name)
        .ProducesProblem(StatusCodes.Status409Conflict);
}
