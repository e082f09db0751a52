using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Staff;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Platform;
using QueueHub.Staff.Pages;
using QueueHub.Staff.Policies;
using PageAnswers = QueueHub.Intake.Endpoints.Answers;

namespace QueueHub.History.Webhooks.Pages;

/// <summary>Administrators look after the webhooks of their offices: under <c>/staff/webhooks</c>, without a script.</summary>
public static class WebhookPages
{
    internal const string Home = StaffFrames.Home + "/webhooks";

    public static void MapWebhookPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Home).RequireStaff(StaffRole.Administrator)
            .AddEndpointFilter<PageFilter>().AddEndpointFilter<StaffPageFilter>().ExcludeFromDescription();
        pages.MapGet("", (string? done, WebhookCare care, HttpContext http) => ListAsync(care, http, done: done));
        pages.MapPost("", CreateAsync);
        pages.MapGet("/{id}", (string id, string? done, WebhookCare care, HttpContext http) => OneAsync(id, care, http, done: done));
        Change("pause", (care, http, id, _) => care.PauseAsync(http.User, id));
        Change("resume", (care, http, id, _) => care.ResumeAsync(http.User, id));
        Change("delete", (care, http, id, _) => care.DeleteAsync(http.User, id));
        Change("resend", (care, http, id, sent) => care.ResendAsync(http.User, id, sent["message"] is [{ Length: > 0 } message] ? message : null));

        void Change(string verb, Func<WebhookCare, HttpContext, string, IFormCollection, Task<string?>> change) =>
            pages.MapPost($"/{{id}}/{verb}", (string id, WebhookCare care, HttpContext http) => ChangeAsync(id, verb, care, http, change));
    }

    private static async Task<IResult> CreateAsync(WebhookCare care, HttpContext http)
    {
        var sent = await SentForm.ReadAsync(http);
        var chosen = $"{sent.Fields["office"]}";
        var wish = new WebhookWish(StaffPeopleEndpoints.OfficeOf(sent.Fields), $"{sent.Fields["url"]}".Trim(), [.. sent.Fields["types"].OfType<string>()]);
        var (made, code) = sent.Problem is not null || !sent.Genuine ? (null, sent.Problem ?? ProblemCodes.AntiForgery)
            : chosen.Length > 0 ? await care.CreateAsync(http.User, wish)
            : (null, ProblemCodes.InvalidWebhook);
        return made is not null
            ? PageAnswers.Page<WebhookMadePage>(new { Frame = StaffFrames.Of(http, Home), Wish = wish, Made = made })
            : await ListAsync(care, http, code, chosen, wish);
    }

    /// <summary>One change, and back to the page of the webhook; to the list, when it is gone.</summary>
    private static async Task<IResult> ChangeAsync(
        string id, string verb, WebhookCare care, HttpContext http, Func<WebhookCare, HttpContext, string, IFormCollection, Task<string?>> change)
    {
        var sent = await SentForm.ReadAsync(http);
        var code = sent.Problem ?? (sent.Genuine ? await change(care, http, id, sent.Fields) : ProblemCodes.AntiForgery);
        return code is not null ? await OneAsync(id, care, http, code)
            : PageAnswers.SeeOther(http, verb == "delete" ? $"{Home}?done={verb}" : $"{Home}/{id}?done={verb}");
    }

    private static async Task<IResult> ListAsync(
        WebhookCare care, HttpContext http, string? code = null, string? chosen = null, WebhookWish? wish = null, string? done = null)
    {
        var frame = StaffFrames.Of(http, Home);
        return PageAnswers.Page<WebhooksPage>(
            new
            {
                Frame = frame,
                Webhooks = await care.ListAsync(http.User, http.RequestAborted),
                Log = await care.LogAsync(http.User, http.RequestAborted),
                District = WebhookCare.May(http.User, null),
                Offices = frame.ByName.Where(office => WebhookCare.May(http.User, office.Slug)).ToList(),
                Chosen = chosen,
                Wish = wish,
                Alert = code is null ? null : frame.Alert(code),
                Done = WebhookTexts.Done(done),
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }

    private static async Task<IResult> OneAsync(string id, WebhookCare care, HttpContext http, string? code = null, string? done = null)
    {
        if (await care.FindAsync(http.User, id, http.RequestAborted) is not { } page)
        {
            return StaffFrames.Problem(http, ProblemCodes.UnknownWebhook);
        }

        var frame = StaffFrames.Of(http, $"{Home}/{page.Webhook.Id}");
        return PageAnswers.Page<OneWebhookPage>(
            new { Frame = frame, Page = page, Alert = code is null ? null : frame.Alert(code), Done = WebhookTexts.Done(done) },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}
