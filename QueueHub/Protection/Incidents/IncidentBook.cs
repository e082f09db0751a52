using System.Security.Claims;
using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.History.Chains;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Staff;
using QueueHub.Tickets.Commands;

namespace QueueHub.Protection.Incidents;

/// <summary>
/// Who may read and write what of the record: supervisors all of their office, a clerk what concerns him or her. What somebody may not read is not there for them.
/// </summary>
public sealed class IncidentBook(IncidentLog log, IncidentVisits visits, IOfficeStates states, StaffNames names, TimeProvider time)
{
    /// <summary>A page of incidents, newest first.</summary>
    public async Task<IncidentPage> PageAsync(OfficeDocument office, ClaimsPrincipal reader, long? before, CancellationToken cancellation)
    {
        var incidents = await log.PageAsync(office.Slug, Only(office, reader), before, cancellation);
        return new IncidentPage([.. incidents.Select(View)], incidents.Count == IncidentLog.PageSize ? incidents[^1][0].Seq : null);
    }

    /// <summary>One incident, or null.</summary>
    public async Task<Incident?> FindAsync(OfficeDocument office, ClaimsPrincipal reader, string incident, CancellationToken cancellation) =>
        await log.FindAsync(office.Slug, incident, Only(office, reader), cancellation) is { Count: > 0 } lines ? View(lines) : null;

    /// <summary>Writes down what happened; the incident as it is then, or the code why not.</summary>
    public async Task<(Incident? Incident, string? Code)> ReportAsync(
        OfficeDocument office, ClaimsPrincipal author, IncidentRequest request, CancellationToken cancellation)
    {
        if (CommandLimits.Check(request) is { } unacceptable)
        {
            return (null, unacceptable);
        }

        if (office.Counter(request.Counter) is not { } counter)
        {
            return (null, ProblemCodes.UnknownCounter);
        }

        var (now, me) = (time.GetUtcNow(), StaffAccess.StaffId(author));
        var only = Only(office, author);
        var visit = request.Ticket is { } asked ? await visits.FindAsync(office.Slug, asked, OfficeClock.Date(office, now), cancellation) : null;
        if (request.Ticket is { } ordinal)
        {
            if (visit is null)
            {
                return (null, ProblemCodes.UnknownTicket);
            }

            // Whoever writes about a visit reads what others wrote of it: so it must have been theirs.
            if (only is not null && !visit.Clerks.Contains(only) && await log.FindAsync(office.Slug, IncidentIds.OfTicket(ordinal), only, cancellation) is [])
            {
                return (null, ProblemCodes.UnknownIncident);
            }
        }

        // Whoever had the visit, or sits there now; of a supervisor's own account nobody else is concerned.
        var concerned = only ?? (visit is { Clerks: [var last, ..] } ? last : states.Current(office.Slug)?.Counters.GetValueOrDefault(counter.Id)?.Staff ?? me);
        return await WriteAsync(office, author, new IncidentLine(
            office.Slug, request.Ticket is { } ticket ? IncidentIds.OfTicket(ticket) : IncidentIds.OfReport(request.RequestId),
            visit?.Day ?? OfficeClock.Day(office, now), now.ToUnixTimeMilliseconds(), counter.Id, request.Ticket, visit?.Number, concerned,
            IncidentAction.Reported, me, request.Kind, Text(request.Note), request.RequestId), cancellation);
    }

    /// <summary>Adds a note; the incident as it is then, or the code why not.</summary>
    public async Task<(Incident? Incident, string? Code)> NoteAsync(
        OfficeDocument office, ClaimsPrincipal author, string incident, IncidentNoteRequest request, CancellationToken cancellation)
    {
        if (CommandLimits.Check(request) is { } unacceptable)
        {
            return (null, unacceptable);
        }

        if (await log.FindAsync(office.Slug, incident, Only(office, author), cancellation) is not [{ Entry: var first }, ..])
        {
            return (null, ProblemCodes.UnknownIncident);
        }

        return await WriteAsync(office, author, first with
        {
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Action = IncidentAction.Noted,
            By = StaffAccess.StaffId(author),
            Kind = request.Kind,
            Note = Text(request.Note),
            Source = request.RequestId,
        }, cancellation);
    }

    private async Task<(Incident? Incident, string? Code)> WriteAsync(
        OfficeDocument office, ClaimsPrincipal author, IncidentLine line, CancellationToken cancellation) =>
        await log.WriteAsync(line, cancellation)
            ? (await FindAsync(office, author, line.Incident, cancellation), null)
            : (null, ProblemCodes.RequestIdConflict);

    private Incident View(IReadOnlyList<Chained<IncidentLine>> lines) => IncidentViews.Of(lines, names.All);

    // Null: all of the office.
    private static string? Only(OfficeDocument office, ClaimsPrincipal reader) =>
        StaffAccess.May(reader, office.Slug, StaffRole.Supervisor) ? null : StaffAccess.StaffId(reader);

    private static string? Text(string note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
