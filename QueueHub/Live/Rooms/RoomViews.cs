using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Protection.Alarms;
using QueueHub.Staff;
using QueueHub.Staff.Policies;

namespace QueueHub.Live.Rooms;

/// <summary>What a supervisor may read besides the desk board: their offices at a glance, and who works at one.</summary>
public static class RoomViews
{
    public static void MapRoomViews(this IEndpointRouteBuilder app)
    {
        app.MapGet(Routes.Rooms, Rooms).RequireStaff(StaffRole.Supervisor).WithTags("Room").WithName("Rooms").WithMetadata(new Unattended());
        app.MapGet("/api/offices/{office}/staff", StaffAsync).RequireStaff(StaffRole.Supervisor).WithTags("Room").WithName("OfficeStaff");
    }

    // Of other offices nothing is said, not even that they are there.
    private static Ok<RoomList> Rooms(IOffices offices, Boards.Boards boards, IOfficeStates states, OpeningTimes hours, TimeProvider time, HttpContext http)
    {
        var now = time.GetUtcNow();
        return TypedResults.Ok(new RoomList(now, RoomSummaries.ByNeed(offices.All
            .Where(office => StaffAccess.May(http.User, office.Slug, StaffRole.Supervisor))
            .Select(office => RoomSummaries.Of(office, boards.Desk(office.Slug), hours.Of(office), now, AlarmBoards.Count(states.Current(office.Slug), StaffAccess.Desk(http.User)))))));
    }

    private static async Task<Results<Ok<IReadOnlyList<Colleague>>, ProblemHttpResult>> StaffAsync(
        string office, IOffices offices, Colleagues colleagues, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return Problems.Of(http, ProblemCodes.UnknownOffice);
        }

        try
        {
            return TypedResults.Ok(await colleagues.OfAsync(document.Slug, http.RequestAborted));
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            return Problems.Of(http, ProblemCodes.Unavailable);
        }
    }
}
