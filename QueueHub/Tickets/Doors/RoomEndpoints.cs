using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Platform;
using QueueHub.Staff.Policies;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Counter;

namespace QueueHub.Tickets.Doors;

/// <summary>
/// The supervisor's door: the commands of any counter of the office, without standing at it. Not among them is whatever shows a form, or speaks to a citizen:
/// calling belongs to who sits there.
/// </summary>
public static class RoomEndpoints
{
    public static void MapRoomCommands(this IEndpointRouteBuilder app)
    {
        var room = app.MapGroup("/api/offices/{office}/room").RequireStaff(StaffRole.Supervisor).WithTags("Room");
        room.MapPost("notice", NoticeAsync).WithName("SetNotice").ProducesProblem(StatusCodes.Status409Conflict);
        var counter = room.MapGroup("counters/{counter}");
        Map<OpenCounter, OpenCounterRequest>(counter, "open");
        Map<PauseCounter, PauseCounterRequest>(counter, "pause");
        Map<CloseCounter, CounterRequest>(counter, "close");
        Map<SetServices, ServicesRequest>(counter, "services");
        Map<Complete, CompleteRequest>(counter, "complete");
        Map<NoShow, TicketRequest>(counter, "no-show");
        Map<Reinstate, TicketRequest>(counter, "reinstate");
        Map<Park, ParkRequest>(counter, "park");
        Map<Resume, TicketRequest>(counter, "resume");
        Map<Transfer, TransferRequest>(counter, "transfer");
        Map<Move, MoveRequest>(counter, "move");
        Map<Requeue, RequeueRequest>(counter, "requeue");
        Map<CancelAtCounter, TicketRequest>(counter, "cancel");
        Map<Undo, TicketRequest>(counter, "undo");
        Map<AnswerAlarm, AlarmAnswerRequest>(counter, "alarm/answer");
        Map<EndAlarm, AlarmRequest>(counter, "alarm/end");
    }

    private static async Task<Results<Ok<CommandReply>, ProblemHttpResult>> NoticeAsync(string office, NoticeRequest request, CounterDoor door, HttpContext http)
    {
        var reply = await door.SetNoticeAsync(http.User, office, RequestLanguage.Of(http), request);
        return reply.Problem is { } problem ? Problems.Of(http, problem.Code) : TypedResults.Ok(reply);
    }

    private static void Map<TCommand, TRequest>(RouteGroupBuilder group, string verb)
        where TCommand : CounterCommand<TRequest>
        where TRequest : ICommandRequest =>
        group.MapPost(verb, async Task<Results<Ok<CommandReply>, ProblemHttpResult>> (
            string office, string counter, TRequest request, TCommand command, CounterDoor door, HttpContext http) =>
        {
            var reply = await door.ReplyAsync(command, http.User, office, counter, RequestLanguage.Of(http), request, fromRoom: true);
            return reply.Problem is { } problem ? Problems.Of(http, problem.Code) : TypedResults.Ok(reply);
        })
        .WithName($"Room{typeof(TCommand).Name}")
        .ProducesProblem(StatusCodes.Status409Conflict);
}
