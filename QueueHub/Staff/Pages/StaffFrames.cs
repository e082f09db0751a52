using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Intake;
using QueueHub.Intake.Endpoints;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Staff.Pages;

/// <summary>What the staff's pages have in common: their frame, and what stands in the place of a page.</summary>
internal static class StaffFrames
{
    public const string Home = "/staff";

    /// <summary>The frame of a request.</summary>
    /// <param name="address">Path of the page by GET, when this answers a POST.</param>
    public static StaffFrame Of(HttpContext http, string? address = null) => new(
        Reader.Of(http, address).Bilingual,
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!,
        http.User.Identity is { IsAuthenticated: true } ? http.User.FindFirstValue(ClaimTypes.Name) : null,
        StaffAccess.MaySomewhere(http.User, StaffRole.Administrator),
        http.RequestServices.GetRequiredService<IOffices>().All,
        http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>True for the addresses of these pages.</summary>
    public static bool Cover(HttpContext http) => http.Request.Path.StartsWithSegments(Home);

    /// <summary>What is shown in the place of a page that is not to be had: the sign-in, where that is what is missing.</summary>
    public static IResult Problem(HttpContext http, string code, int status)
    {
        var read = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var frame = Of(http, read ? null : Home);
        http.Response.Headers.CacheControl = "no-store";
        Problems.SetRetryAfter(http, code);
        return code == ProblemCodes.SignInRequired
            ? Answers.Page<StaffSignInPage>(new { Frame = frame, To = frame.Reader.Address }, status)
            : Answers.Page<StaffProblemPage>(new { Frame = frame, Code = code }, status);
    }

    public static IResult Problem(HttpContext http, string code) => Problem(http, code, Problems.Status(code));

    /// <summary>
    /// The end of a sign-in elsewhere, which leads on by itself: from a page of ours, since what another site leads to is asked for without our cookie.
    /// </summary>
    public static IResult Entered(HttpContext http, string to)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Refresh"] = $"0; url={to}";
        return Answers.Page<StaffEnteredPage>(new { Frame = Of(http, to), To = to });
    }

    /// <summary>The sentence of a refusal.</summary>
    public static string Alert(this StaffFrame frame, string code) =>
        code == ProblemCodes.AntiForgery ? frame.Read(StaffTexts.PressAgain) : ProblemTexts.In(code, frame.Reader.Language);
}
