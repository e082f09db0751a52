using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Staff;
using QueueHub.History.Access;
using QueueHub.History.Chains;
using QueueHub.History.Comments;
using QueueHub.History.Ledger;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff;
using QueueHub.Staff.Policies;

namespace QueueHub.History;

/// <summary>What supervisors may look up of their own offices: who opened whose form, who was called before others, and what citizens said.</summary>
public static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        var records = app.MapGroup("/api/offices/{office}").RequireStaff(StaffRole.Supervisor).WithTags("Room").UnavailableWithoutPostgres();
        records.MapGet("form-access", FormAccessAsync).WithName("FormAccess").ProducesProblem(StatusCodes.Status403Forbidden);
        records.MapGet("form-access/check", CheckAsync).WithName("CheckFormAccess").ProducesProblem(StatusCodes.Status403Forbidden);
        records.MapGet("ledger", LedgerAsync).WithName("Ledger").WithMetadata(new Unattended()).ProducesProblem(StatusCodes.Status403Forbidden);
        records.MapGet("comments", CommentsAsync).WithName("VisitComments").ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<Ok<FormAccessPage>, ProblemHttpResult>> FormAccessAsync(
        string office, string? from, string? to, long? before, AccessLog log, StaffNames names, IOffices offices, TimeProvider time, HttpContext http)
    {
        if (Day(from, offices, office, time) is not { } first || Day(to, offices, office, time) is not { } last)
        {
            return Problems.Of(http, ProblemCodes.InvalidRequest);
        }

        var entries = await log.PageAsync(office, first, last, before, http.RequestAborted);
        return TypedResults.Ok(new FormAccessPage(
            [.. entries.Select(entry => View(entry, names.All))], entries.Count == AccessLog.PageSize ? entries[^1].Seq : null));
    }

    private static async Task<Ok<ChainCheck>> CheckAsync(string office, AccessLog log, HttpContext http)
    {
        var verdict = await log.CheckAsync(office, http.RequestAborted);
        return TypedResults.Ok(new ChainCheck(
            verdict.Broken is null, verdict.Broken, verdict.Purged, verdict.Last.Seq, Convert.ToHexStringLower(verdict.Last.Hash)));
    }

    private static async Task<Results<Ok<IReadOnlyList<LedgerEntry>>, ProblemHttpResult>> LedgerAsync(
        string office, string? day, FairnessLedger ledger, StaffNames names, IOffices offices, TimeProvider time, HttpContext http) =>
        Day(day, offices, office, time) is { } wanted
            ? TypedResults.Ok(await ledger.DayAsync(office, wanted, names.All, http.RequestAborted))
            : Problems.Of(http, ProblemCodes.InvalidRequest);

    private static async Task<Results<Ok<IReadOnlyList<VisitComment>>, ProblemHttpResult>> CommentsAsync(
        string office, string? from, string? to, VisitComments comments, IOffices offices, TimeProvider time, HttpContext http) =>
        Day(from, offices, office, time) is { } first && Day(to, offices, office, time) is { } last
            ? TypedResults.Ok(await comments.PageAsync(office, first, last, http.RequestAborted))
            : Problems.Of(http, ProblemCodes.InvalidRequest);

    private static FormAccess View(Chained<AccessEntry> chained, IReadOnlyDictionary<string, string> names)
    {
        var entry = chained.Entry;
        return new FormAccess(
            chained.Seq, DateTimeOffset.FromUnixTimeMilliseconds(entry.At), entry.Day, entry.Staff, names.GetValueOrDefault(entry.Staff, entry.Staff), entry.Counter,
            entry.Ordinal, entry.Number, entry.Service, entry.Template, entry.Action, Convert.ToHexStringLower(chained.Hash));
    }

    // The present day where none is named; null for what is no day.
    private static DateOnly? Day(string? day, IOffices offices, string office, TimeProvider time) =>
        day is null ? OfficeClock.Date(offices.Find(office)!, time.GetUtcNow())
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : null;
}
