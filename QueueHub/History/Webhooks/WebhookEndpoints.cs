using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Staff;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff.Policies;

namespace QueueHub.History.Webhooks;

/// <summary>Webhooks for who looks after them, by programs.</summary>
public static class WebhookEndpoints
{
    internal static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookCare>();
        services.AddHostedService<WebhookSender>();
    }

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/api/webhooks").RequireStaff(StaffRole.Administrator).WithTags("Webhooks").UnavailableWithoutPostgres();
        webhooks.MapGet("", ListAsync).WithName("Webhooks");
        webhooks.MapPost("", CreateAsync).WithName("CreateWebhook").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        webhooks.MapGet("/{id}", PageAsync).WithName("Webhook").ProducesProblem(StatusCodes.Status404NotFound);
        Change("pause", (care, user, id) => care.PauseAsync(user, id)).WithName("PauseWebhook");
        Change("resume", (care, user, id) => care.ResumeAsync(user, id)).WithName("ResumeWebhook");
        Change("delete", (care, user, id) => care.DeleteAsync(user, id)).WithName("DeleteWebhook");
        Change("resend", (care, user, id) => care.ResendAsync(user, id, null)).WithName("ResendWebhook");
        webhooks.MapPost(
            "/{id}/resend/{message}",
            async (string id, string message, WebhookCare care, HttpContext http) => Done(http, await care.ResendAsync(http.User, id, message)))
            .WithName("ResendWebhookMessage").ProducesProblem(StatusCodes.Status404NotFound);

        RouteHandlerBuilder Change(string verb, Func<WebhookCare, ClaimsPrincipal, string, Task<string?>> change) => webhooks.MapPost(
            $"/{{id}}/{verb}", async (string id, WebhookCare care, HttpContext http) => Done(http, await change(care, http.User, id)))
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<IReadOnlyList<WebhookView>>> ListAsync(WebhookCare care, HttpContext http) =>
        TypedResults.Ok(await care.ListAsync(http.User, http.RequestAborted));

    private static async Task<Results<Ok<WebhookMade>, ProblemHttpResult>> CreateAsync(WebhookWish wish, WebhookCare care, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (made, code) = await care.CreateAsync(http.User, wish);
        return made is not null ? TypedResults.Ok(made) : Problems.Of(http, code!);
    }

    private static async Task<Results<Ok<WebhookPage>, ProblemHttpResult>> PageAsync(string id, WebhookCare care, HttpContext http) =>
        await care.FindAsync(http.User, id, http.RequestAborted) is { } page ? TypedResults.Ok(page) : Problems.Of(http, ProblemCodes.UnknownWebhook);

    private static Results<NoContent, ProblemHttpResult> Done(HttpContext http, string? code) =>
        code is null ? TypedResults.NoContent() : Problems.Of(http, code);
}
