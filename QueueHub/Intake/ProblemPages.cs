using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Intake.Pages;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Staff.Pages;

namespace QueueHub.Intake;

/// <summary>A problem as a page for people, in their language.</summary>
public sealed class ProblemPages(IOffices offices) : IProblemPages
{
    /// <inheritdoc/>
    public Task WriteAsync(HttpContext http, string code, int status) =>
        (StaffFrames.Cover(http) ? StaffFrames.Problem(http, code, status) : Of(http, code, status, OfficeOf(http))).ExecuteAsync(http);

    /// <summary>The page of a code of <see cref="Contracts.ProblemCodes"/>.</summary>
    public static IResult Of(HttpContext http, string code, OfficeDocument? office = null) => Of(http, code, Problems.Status(code), office);

    private static RazorComponentResult<ProblemPage> Of(HttpContext http, string code, int status, OfficeDocument? office)
    {
        http.Response.Headers.CacheControl = "no-store";
        Problems.SetRetryAfter(http, code);
        Choices.KeepAsked(http);

        // The answer to a POST is no address to come back to: the office's own page is.
        var read = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var reader = read ? Reader.Of(http) : Reader.Of(http, $"/{office?.Slug}");
        return new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Reader)] = reader,
            [nameof(ProblemPage.Code)] = code,
            [nameof(ProblemPage.Status)] = status,
            [nameof(ProblemPage.Office)] = office,
            [nameof(ProblemPage.Retry)] = read && status is StatusCodes.Status429TooManyRequests or >= 500 ? reader.Address : null,
        })
        {
            StatusCode = status,
        };
    }

    private OfficeDocument? OfficeOf(HttpContext http) =>
        http.Request.Path.Value?.Split('/', 3, StringSplitOptions.RemoveEmptyEntries) is [var slug, ..] ? offices.Find(slug) : null;
}
