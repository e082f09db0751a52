using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff;
using QueueHub.Staff.Policies;
using QueueHub.Tickets.Commands;

namespace QueueHub.Protection.Recovery;

/// <summary>The doors of the recovery room. A clerk learns whether it is free and what he or she has booked, a supervisor who has it.</summary>
internal static class RecoveryEndpoints
{
    private const int IdDigits = 16;

    public static void Map(IEndpointRouteBuilder app)
    {
        var room = app.MapGroup("/api/offices/{office}/recovery").RequireStaff(StaffRole.Clerk).WithTags("Protection").UnavailableWithoutPostgres();
        room.MapGet("", LookAsync).WithName("RecoveryRoom").WithMetadata(new Unattended());
        room.MapPost("", BookAsync).WithName("BookRecoveryRoom").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        room.MapDelete("", EndAsync).WithName("EndRecovery").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<RecoveryRoom>, ProblemHttpResult>> LookAsync(
        string office, IOffices offices, RoomBookings bookings, StaffNames names, TimeProvider time, HttpContext http) =>
        offices.Find(office) is { } document
            ? TypedResults.Ok(await ViewAsync(document, bookings, names, time, http))
            : Problems.Of(http, ProblemCodes.UnknownOffice);

    private static async Task<Results<Ok<RecoveryRoom>, ProblemHttpResult>> BookAsync(
        string office, RecoveryRequest request, IOffices offices, RoomBookings bookings, StaffNames names, TimeProvider time, HttpContext http)
    {
        if (offices.Find(office) is not { } document || CommandLimits.Check(request) is not null)
        {
            return Problems.Of(http, offices.Find(office) is null ? ProblemCodes.UnknownOffice : CommandLimits.Check(request)!);
        }

        if (document.RecoveryRoom is null || (request.Counter is { } counter && document.Counter(counter) is null))
        {
            return Problems.Of(http, document.RecoveryRoom is null ? ProblemCodes.UnknownRoom : ProblemCodes.UnknownCounter);
        }

        var now = time.GetUtcNow();
        var from = now.AddMinutes(request.InMinutes);
        if (OfficeClock.Date(document, from) != OfficeClock.Date(document, now))
        {
            return Problems.Of(http, ProblemCodes.InvalidRequest);
        }

        var booking = new RoomBooking(
            RandomNumberGenerator.GetHexString(IdDigits, lowercase: true), document.Slug, StaffAccess.StaffId(http.User), request.Counter, from,
            from.AddMinutes(request.Minutes), request.RequestId);
        return await bookings.BookAsync(booking, http.RequestAborted)
            ? TypedResults.Ok(await ViewAsync(document, bookings, names, time, http))
            : Problems.Of(http, ProblemCodes.RoomTaken);
    }

    /// <param name="booking">Id of one; absent: all of the caller's. A supervisor may name anybody's.</param>
    private static async Task<Results<Ok<RecoveryRoom>, ProblemHttpResult>> EndAsync(
        string office, string? booking, IOffices offices, RoomBookings bookings, StaffNames names, TimeProvider time, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            return Problems.Of(http, ProblemCodes.UnknownOffice);
        }

        var whose = booking is not null && IsSupervisor(document, http) ? null : StaffAccess.StaffId(http.User);
        return await bookings.EndAsync(document.Slug, booking, whose, http.RequestAborted)
            ? TypedResults.Ok(await ViewAsync(document, bookings, names, time, http))
            : Problems.Of(http, ProblemCodes.UnknownRoom);
    }

    private static async Task<RecoveryRoom> ViewAsync(OfficeDocument office, RoomBookings bookings, StaffNames names, TimeProvider time, HttpContext http)
    {
        var now = time.GetUtcNow();
        var only = IsSupervisor(office, http) ? null : StaffAccess.StaffId(http.User);
        return RecoveryViews.Of(office.RecoveryRoom, await bookings.AtAsync(office.Slug, now, http.RequestAborted), only, names.All, now);
    }

    private static bool IsSupervisor(OfficeDocument office, HttpContext http) => StaffAccess.May(http.User, office.Slug, StaffRole.Supervisor);
}
