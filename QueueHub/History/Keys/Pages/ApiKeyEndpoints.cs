using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Platform;
using QueueHub.Staff.Accounts;
using QueueHub.Staff.Pages;
using QueueHub.Staff.Policies;
using PageAnswers = QueueHub.Intake.Endpoints.Answers;

namespace QueueHub.History.Keys.Pages;

/// <summary>Administrators look after the keys of their offices: under <c>/staff/keys</c>, without a script.</summary>
public static class ApiKeyEndpoints
{
    private const string Home = StaffFrames.Home + "/keys";

    internal static void Map(IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup(Home).RequireStaff(StaffRole.Administrator)
            .AddEndpointFilter<PageFilter>().AddEndpointFilter<StaffPageFilter>().ExcludeFromDescription();
        keys.MapGet("", (string? done, [AsParameters] ApiKeyRoom room, HttpContext http) =>
            PageAsync(room, http, done: done == "revoked" ? ApiKeyTexts.WasRevoked : null));
        keys.MapPost("", CreateAsync);
        keys.MapPost("/{id}/revoke", RevokeAsync);
    }

    private static async Task<IResult> CreateAsync([AsParameters] ApiKeyRoom room, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        var name = $"{sent.Fields["name"]}";
        var (made, code) = sent.Problem is not null || !sent.Genuine ? (null, sent.Problem ?? ProblemCodes.AntiForgery)
            : sent.Fields["office"] is [{ Length: > 0 }] && int.TryParse(sent.Fields["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                ? await room.Keys.CreateAsync(StaffActor.Of(http.User), name, StaffPeopleEndpoints.OfficeOf(sent.Fields), days)
            : (null, ProblemCodes.InvalidRequest);
        return made is null ? await PageAsync(room, http, code, name) : PageAnswers.Page<ApiKeyMadePage>(new { Frame = StaffFrames.Of(http, Home), Made = made });
    }

    private static async Task<IResult> RevokeAsync(string id, [AsParameters] ApiKeyRoom room, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        var code = sent.Problem ?? (sent.Genuine ? await room.Keys.RevokeAsync(StaffActor.Of(http.User), id) : ProblemCodes.AntiForgery);
        return code is null ? PageAnswers.SeeOther(http, $"{Home}?done=revoked") : await PageAsync(room, http, code);
    }

    private static async Task<IResult> PageAsync(ApiKeyRoom room, HttpContext http, string? code = null, string? name = null, LocalText? done = null)
    {
        var rights = await room.People.RightsAsync(StaffActor.Of(http.User));
        var frame = StaffFrames.Of(http, Home);
        return PageAnswers.Page<ApiKeysPage>(
            new { Frame = frame, Rights = rights, Keys = await room.Keys.ListAsync(rights), Name = name, Alert = code is null ? null : frame.Alert(code), Done = done },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}

/// <summary>What the pages of keys work with.</summary>
internal sealed record ApiKeyRoom(ApiKeys Keys, StaffPeople People);
