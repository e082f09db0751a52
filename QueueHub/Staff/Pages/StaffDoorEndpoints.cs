using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Platform;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff.Pages;

/// <summary>In and out by a page, and a new password: the same rules and the same cookie as at the counter.</summary>
internal static class StaffDoorEndpoints
{
    private const string PasswordAddress = StaffFrames.Home + "/password";

    public static async Task<IResult> SignInAsync(SignIns signIns, SignInPermits permits, StaffSessions sessions, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return StaffFrames.Problem(http, sent.Problem);
        }

        var (name, to) = ($"{sent.Fields["name"]}", Within(sent.Fields["to"]));
        if (!sent.Genuine || !permits.Take(http))
        {
            return Page(sent.Genuine ? ProblemCodes.RateLimited : ProblemCodes.AntiForgery);
        }

        var (principal, code) = await signIns.SignInAsync(new SignInRequest(name, $"{sent.Fields["password"]}"));
        if (principal is null)
        {
            return code == ProblemCodes.PasswordChangeRequired ? PasswordPage(http, name, code) : Page(code!);
        }

        if (http.User.Identity is { IsAuthenticated: true })
        {
            await sessions.EndAsync(http.User);
        }

        await http.SignInAsync(principal);
        return Answers.SeeOther(http, to);

        IResult Page(string code)
        {
            var frame = StaffFrames.Of(http, StaffFrames.Home);
            Problems.SetRetryAfter(http, code);
            return Answers.Page<StaffSignInPage>(new { Frame = frame, To = to, Name = name, Alert = frame.Alert(code) }, Problems.Status(code));
        }
    }

    public static async Task<IResult> SignOutAsync(StaffSessions sessions, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Genuine)
        {
            await sessions.EndAsync(http.User);
            await http.SignOutAsync();
        }

        return Answers.SeeOther(http, StaffFrames.Home);
    }

    public static IResult Password(HttpContext http) => Answers.Page<StaffPasswordPage>(new
    {
        Frame = StaffFrames.Of(http),
        Name = http.User.FindFirstValue(StaffAccess.NameClaim),
        Changed = http.Request.Query.ContainsKey("changed"),
    });

    public static async Task<IResult> ChangePasswordAsync(PasswordChanges changes, SignInPermits permits, StaffSessions sessions, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return StaffFrames.Problem(http, sent.Problem);
        }

        var (name, chosen) = ($"{sent.Fields["name"]}", $"{sent.Fields["new"]}");
        if (sent.Genuine && chosen != $"{sent.Fields["again"]}")
        {
            return PasswordPage(http, name, ProblemCodes.InvalidRequest, StaffTexts.PasswordsDiffer);
        }

        var code = !sent.Genuine ? ProblemCodes.AntiForgery
            : !permits.Take(http) ? ProblemCodes.RateLimited
            : await changes.ChangeAsync(new PasswordRequest(name, $"{sent.Fields["password"]}", chosen));
        if (code is not null)
        {
            return PasswordPage(http, name, code);
        }

        // Whoever is signed in here is so by the password of before.
        if (http.User.Identity is { IsAuthenticated: true })
        {
            await sessions.EndAsync(http.User);
            await http.SignOutAsync();
        }

        return Answers.SeeOther(http, $"{PasswordAddress}?changed");
    }

    private static IResult PasswordPage(HttpContext http, string name, string code, LocalText? sentence = null)
    {
        var frame = StaffFrames.Of(http, PasswordAddress);
        Problems.SetRetryAfter(http, code);
        return Answers.Page<StaffPasswordPage>(
            new { Frame = frame, Name = name, Alert = sentence is null ? frame.Alert(code) : frame.Read(sentence) }, Problems.Status(code));
    }

    // Only one of these pages: an address that came with the request could lead anywhere.
    private static string Within(string? to) =>
        to is not null && (to == StaffFrames.Home || to.StartsWith(StaffFrames.Home + "/", StringComparison.Ordinal)) && to.All(char.IsAscii) && !to.Any(char.IsControl)
            ? to
            : StaffFrames.Home;
}
