using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Intake.Endpoints;
using QueueHub.Platform.Limits;
using QueueHub.Staff.Accounts;
using QueueHub.Staff.Policies;

namespace QueueHub.Staff.Pages;

/// <summary>The staff's pages under <c>/staff</c>: without a script, each with its policy.</summary>
public static class StaffPages
{
    public static void MapStaffPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(StaffFrames.Home).AddEndpointFilter<PageFilter>().AddEndpointFilter<StaffPageFilter>().ExcludeFromDescription();

        var doors = pages.MapGroup("").AllowAnonymous();
        doors.MapPost("/sign-in", StaffDoorEndpoints.SignInAsync).WithMetadata(new SignsIn());
        doors.MapGet("/password", StaffDoorEndpoints.Password);
        doors.MapPost("/password", StaffDoorEndpoints.ChangePasswordAsync).WithMetadata(new SignsIn());
        pages.MapPost("/sign-out", StaffDoorEndpoints.SignOutAsync).RequireAuthorization();

        var rooms = pages.MapGroup("").RequireStaff(StaffRole.Administrator);
        rooms.MapGet("", StaffPeopleEndpoints.ListAsync);
        rooms.MapGet("/log", StaffPeopleEndpoints.LogAsync);
        rooms.MapGet("/new", StaffPeopleEndpoints.NewAsync);
        rooms.MapPost("/new", StaffPeopleEndpoints.CreateAsync);
        rooms.MapGet("/{id}", StaffPeopleEndpoints.PersonAsync);
        rooms.MapPost("/{id}/reset", StaffPeopleEndpoints.ResetAsync);
        Change("rename", StaffAction.Renamed, (accounts, by, id, sent) => accounts.RenameAsync(by, id, $"{sent["display"]}"));
        Change("disable", StaffAction.Disabled, (accounts, by, id, _) => accounts.DisableAsync(by, id));
        Change("enable", StaffAction.Enabled, (accounts, by, id, _) => accounts.EnableAsync(by, id));
        Change("unlock", StaffAction.Unlocked, (accounts, by, id, _) => accounts.UnlockAsync(by, id));
        Change("revoke", StaffAction.Revoked, (accounts, by, id, sent) => accounts.RevokeAsync(by, id, StaffPeopleEndpoints.OfficeOf(sent)));
        Change("grant", StaffAction.Granted, async (accounts, by, id, sent) =>
            StaffPeopleEndpoints.GrantOf(sent) is { } grant ? await accounts.GrantAsync(by, id, grant) : ProblemCodes.InvalidRequest);

        void Change(string verb, string done, Func<StaffAccounts, StaffActor, string, IFormCollection, Task<string?>> make) =>
            rooms.MapPost($"/{{id}}/{verb}", (string id, [AsParameters] StaffRoom room, HttpContext http) =>
                StaffPeopleEndpoints.ChangeAsync(id, done, room, http, (by, sent) => make(room.Accounts, by, id, sent)));
    }
}
