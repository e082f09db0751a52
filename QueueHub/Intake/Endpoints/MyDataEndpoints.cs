using QueueHub.Contracts.Screens;
using QueueHub.Intake.Forms;
using QueueHub.Intake.Pages;
using QueueHub.Platform;
using QueueHub.Screens;
using QueueHub.Staff;

namespace QueueHub.Intake.Endpoints;

/// <summary>What a phone holds, and its end. The page's module shows and deletes the phone's own memory; cookies are deleted from here, also without it.</summary>
internal static class MyDataEndpoints
{
    public const string Address = "/my-data";

    // A browser may also be a clerk's or a paired screen: that is not the citizen's to sign out.
    private static readonly string[] Others = ["qh.staff", "qh.openid", .. Enum.GetValues<ScreenKind>().Select(ScreenCookie.Name)];

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Address, (Delegate)Look);
        pages.MapPost(Address, (Delegate)DeleteAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Form);
    }

    private static IResult Look(HttpContext http) => Answers.Page<MyDataPage>(new { Reader = Reader.Of(http), Keys = FormKeys.For(http) });

    private static async Task<IResult> DeleteAsync(HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        if (sent.Problem is not null)
        {
            return ProblemPages.Of(http, sent.Problem);
        }

        var reader = Reader.Of(http);
        if (!sent.Genuine)
        {
            return Answers.Page<MyDataPage>(
                new { Reader = reader, Keys = FormKeys.For(http), Alert = reader.Read(Texts.PressAgain) }, StatusCodes.Status400BadRequest);
        }

        foreach (var cookie in http.Request.Cookies.Keys.Where(name => name.StartsWith("qh.", StringComparison.Ordinal) && !IsOfOthers(name)))
        {
            http.Response.Cookies.Delete(cookie, new CookieOptions { Path = "/", Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax });
        }

        return Answers.Page<MyDataPage>(new { Reader = reader, Deleted = true });
    }

    private static bool IsOfOthers(string name) => Others.Any(other => name.StartsWith(other, StringComparison.Ordinal));
}
