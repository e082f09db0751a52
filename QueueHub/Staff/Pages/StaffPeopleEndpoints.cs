using Microsoft.AspNetCore.Http.Extensions;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Platform;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff.Pages;

/// <summary>Looking after people: the list, one person, the log. Whom the reader may see is asked of the database each time.</summary>
internal static class StaffPeopleEndpoints
{
    private const int AtOnce = 50;
    private const int LinesOfPerson = 20;

    public static async Task<IResult> ListAsync([AsParameters] StaffRoom room, HttpContext http, string? q = null, string? office = null, int skip = 0)
    {
        var rights = await room.RightsAsync(http);
        var search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        office = string.IsNullOrEmpty(office) ? null : office;
        skip = Math.Max(0, skip);
        var people = await room.People.ListAsync(rights, search, office, skip, AtOnce + 1);
        var next = new QueryBuilder { { "q", q ?? "" }, { "office", office ?? "" }, { "skip", $"{skip + AtOnce}" } };
        return Answers.Page<StaffListPage>(new
        {
            Frame = StaffFrames.Of(http),
            Rights = rights,
            People = people.Take(AtOnce).ToList(),
            Search = search,
            Office = office,
            Next = people.Count > AtOnce ? $"{StaffFrames.Home}{next}" : null,
        });
    }

    public static async Task<IResult> LogAsync([AsParameters] StaffRoom room, HttpContext http, long? before = null)
    {
        var lines = await room.People.LogAsync(await room.RightsAsync(http), null, before, AtOnce + 1);
        return Answers.Page<StaffLogPage>(new
        {
            Frame = StaffFrames.Of(http),
            Lines = lines.Take(AtOnce).ToList(),
            Next = lines.Count > AtOnce ? $"{StaffFrames.Home}/log?before={lines[AtOnce - 1].Id}" : null,
        });
    }

    public static async Task<IResult> NewAsync([AsParameters] StaffRoom room, HttpContext http) =>
        Answers.Page<StaffNewPage>(new { Frame = StaffFrames.Of(http), Rights = await room.RightsAsync(http) });

    public static async Task<IResult> CreateAsync([AsParameters] StaffRoom room, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return StaffFrames.Problem(http, sent.Problem);
        }

        var (name, display) = ($"{sent.Fields["name"]}", $"{sent.Fields["display"]}");
        var (made, code) = !sent.Genuine ? (null, ProblemCodes.AntiForgery)
            : GrantOf(sent.Fields) is { } grant ? await room.Accounts.CreateAsync(StaffActor.Of(http.User), name, display, grant)
            : (null, ProblemCodes.InvalidRequest);
        var frame = StaffFrames.Of(http, $"{StaffFrames.Home}/new");
        return made is not null ? MadePage(made, room, http) : Answers.Page<StaffNewPage>(
            new
            {
                Frame = frame,
                Rights = await room.RightsAsync(http),
                Name = name,
                Display = display,
                Office = $"{sent.Fields["office"]}",
                Role = $"{sent.Fields["role"]}",
                Alert = frame.Alert(code!),
            },
            Problems.Status(code!));
    }

    public static Task<IResult> PersonAsync(string id, [AsParameters] StaffRoom room, HttpContext http, string? done = null) =>
        PageAsync(id, room, http, done: StaffTexts.Done(done));

    public static async Task<IResult> ResetAsync(string id, [AsParameters] StaffRoom room, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        var (made, code) = sent.Problem is not null || !sent.Genuine
            ? (null, sent.Problem ?? ProblemCodes.AntiForgery)
            : await room.Accounts.ResetPasswordAsync(StaffActor.Of(http.User), id);
        return made is not null ? MadePage(made, room, http) : await PageAsync(id, room, http, code);
    }

    /// <summary>One change of one person, and back to their page; to the list, when they are nobody of the reader's any more.</summary>
    public static async Task<IResult> ChangeAsync(string id, string done, StaffRoom room, HttpContext http, Func<StaffActor, IFormCollection, Task<string?>> make)
    {
        var sent = await SentForm.ReadAsync(http);
        var code = sent.Problem ?? (sent.Genuine ? await make(StaffActor.Of(http.User), sent.Fields) : ProblemCodes.AntiForgery);
        return code is not null ? await PageAsync(id, room, http, code)
            : await room.People.FindAsync(await room.RightsAsync(http), id) is null ? Answers.SeeOther(http, StaffFrames.Home)
            : Answers.SeeOther(http, $"{StaffFrames.Home}/{id}?done={done}");
    }

    /// <summary>The office that was chosen; null for the whole district.</summary>
    public static string? OfficeOf(IFormCollection sent) => $"{sent["office"]}" is var office && office == StaffGrantFields.WholeDistrict ? null : office;

    public static StaffGrant? GrantOf(IFormCollection sent) =>
        Enum.TryParse<StaffRole>(sent["role"], out var role) && Enum.IsDefined(role) && sent["office"] is [{ Length: > 0 }] ? new StaffGrant(OfficeOf(sent), role) : null;

    private static async Task<IResult> PageAsync(string id, StaffRoom room, HttpContext http, string? code = null, LocalText? done = null)
    {
        var rights = await room.RightsAsync(http);
        if (await room.People.FindAsync(rights, id) is not { } person)
        {
            return StaffFrames.Problem(http, ProblemCodes.UnknownStaff);
        }

        var frame = StaffFrames.Of(http, $"{StaffFrames.Home}/{id}");
        return Answers.Page<StaffPersonPage>(
            new
            {
                Frame = frame,
                Rights = rights,
                Person = person,
                Lines = await room.People.LogAsync(rights, id, null, LinesOfPerson),
                Self = StaffAccess.StaffId(http.User) == id,
                Alert = code is null ? null : frame.Alert(code),
                Done = done,
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }

    private static IResult MadePage(NewPassword made, StaffRoom room, HttpContext http) => Answers.Page<StaffMadePage>(new
    {
        Frame = StaffFrames.Of(http, $"{StaffFrames.Home}/{made.Id}"),
        Made = made,
        Address = new Uri(room.Options.PublicUrl, "staff/password").ToString(),
    });
}

/// <summary>What the pages of people work with.</summary>
internal sealed record StaffRoom(StaffPeople People, StaffAccounts Accounts, HubOptions Options)
{
    /// <summary>What the reader may look after now.</summary>
    public Task<StaffRights> RightsAsync(HttpContext http) => People.RightsAsync(StaffActor.Of(http.User));
}
