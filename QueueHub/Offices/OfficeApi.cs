using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Offices;
using QueueHub.Platform;

namespace QueueHub.Offices;

/// <summary>The offices and their forms for programs: what must be known to take a number, and to fill in a form, without the phone's pages.</summary>
public static class OfficeApi
{
    public static void MapOffices(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").AllowAnonymous().WithTags("Offices");
        api.MapGet("offices", (IOffices offices, OpeningTimes hours) => TypedResults.Ok(offices.All.Select(office => Of(office, hours.Of(office))))).WithName("Offices");
        api.MapGet("offices/{office}", Results<Ok<OfficeInfo>, ProblemHttpResult> (string office, IOffices offices, OpeningTimes hours, HttpContext http) =>
            offices.Find(office) is { } document ? TypedResults.Ok(Of(document, hours.Of(document))) : Problems.Of(http, ProblemCodes.UnknownOffice)).WithName("Office");
        api.MapGet("forms/{form}", Results<Ok<FormTemplate>, ProblemHttpResult> (string form, IOffices offices, HttpContext http) =>
            offices.Form(form) is { } template ? TypedResults.Ok(template) : Problems.Of(http, ProblemCodes.UnknownForm)).WithName("Form");
    }

    /// <summary>What anybody may know of an office.</summary>
    public static OfficeInfo Of(OfficeDocument office, Opening opening) => new(
        office.Slug, office.Name, office.Address, office.TimeZone, opening,
        [.. office.Services.Select(service => new ServiceInfo(service.Id, service.Name, service.Description, service.Form))],
        [.. office.Counters.Select(counter => new CounterInfo(counter.Id, counter.Primary, counter.Helping))],
        [.. office.Classes.Select(@class => new ClassInfo(@class.Id, @class.Name, @class.CreditMinutes, @class.GrantedBy))]);
}
