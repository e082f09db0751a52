using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Intake;
using QueueHub.Intake.Endpoints;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff;
using QueueHub.Staff.Policies;

namespace QueueHub.Protection.Incidents;

/// <summary>The doors of the incident record, for supervisors of the office and the clerk concerned. There is none that counts anything by person.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var incidents = app.MapGroup("/api/offices/{office}/incidents").RequireStaff(StaffRole.Clerk).WithTags("Protection").UnavailableWithoutPostgres();
        incidents.MapGet("", PageAsync).WithName("Incidents").WithMetadata(new Unattended());
        incidents.MapPost("", ReportAsync).WithName("ReportIncident").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        incidents.MapGet("check", CheckAsync).RequireStaff(StaffRole.Supervisor).WithName("CheckIncidents");
        incidents.MapGet("{incident}", FindAsync).WithName("Incident").ProducesProblem(StatusCodes.Status404NotFound);
        incidents.MapPost("{incident}/notes", NoteAsync).WithName("NoteIncident").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        incidents.MapGet("{incident}/document", DocumentAsync).WithName("IncidentDocument").ExcludeFromDescription();
    }

    private static async Task<Results<Ok<IncidentPage>, ProblemHttpResult>> PageAsync(
        string office, long? before, IOffices offices, IncidentBook book, HttpContext http) =>
        offices.Find(office) is { } document
            ? TypedResults.Ok(await book.PageAsync(document, http.User, before, http.RequestAborted))
            : Problems.Of(http, ProblemCodes.UnknownOffice);

    private static async Task<Results<Ok<Incident>, ProblemHttpResult>> FindAsync(
        string office, string incident, IOffices offices, IncidentBook book, HttpContext http) =>
        offices.Find(office) is not { } document ? Problems.Of(http, ProblemCodes.UnknownOffice)
        : await book.FindAsync(document, http.User, incident, http.RequestAborted) is { } found ? TypedResults.Ok(found)
        : Problems.Of(http, ProblemCodes.UnknownIncident);

    private static async Task<Results<Ok<Incident>, ProblemHttpResult>> ReportAsync(
        string office, IncidentRequest request, IOffices offices, IncidentBook book, HttpContext http)
    {
        var (incident, code) = offices.Find(office) is { } document
            ? await book.ReportAsync(document, http.User, request, http.RequestAborted)
            : (null, ProblemCodes.UnknownOffice);
        return incident is not null ? TypedResults.Ok(incident) : Problems.Of(http, code ?? ProblemCodes.UnknownIncident);
    }

    private static async Task<Results<Ok<Incident>, ProblemHttpResult>> NoteAsync(
        string office, string incident, IncidentNoteRequest request, IOffices offices, IncidentBook book, HttpContext http)
    {
        var (noted, code) = offices.Find(office) is { } document
            ? await book.NoteAsync(document, http.User, incident, request, http.RequestAborted)
            : (null, ProblemCodes.UnknownOffice);
        return noted is not null ? TypedResults.Ok(noted) : Problems.Of(http, code ?? ProblemCodes.UnknownIncident);
    }

    private static async Task<Ok<ChainCheck>> CheckAsync(string office, IncidentLog log, HttpContext http)
    {
        var verdict = await log.CheckAsync(office, http.RequestAborted);
        return TypedResults.Ok(new ChainCheck(
            verdict.Broken is null, verdict.Broken, verdict.Purged, verdict.Last.Seq, Convert.ToHexStringLower(verdict.Last.Hash)));
    }

    private static async Task<IResult> DocumentAsync(
        string office, string incident, IOffices offices, IncidentBook book, TimeProvider time, HttpContext http)
    {
        if (offices.Find(office) is not { } document || await book.FindAsync(document, http.User, incident, http.RequestAborted) is not { } found)
        {
            return Problems.Of(http, ProblemCodes.UnknownIncident);
        }

        // It names people: no copy of it stays in a browser.
        http.Response.Headers.CacheControl = "no-store";
        return Answers.Page<IncidentDocument>(new
        {
            Reader = Reader.Of(http).Bilingual,
            Office = document,
            Incident = found,
            Printed = time.GetUtcNow(),
        });
    }
}
