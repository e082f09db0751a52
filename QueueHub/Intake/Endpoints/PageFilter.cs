namespace QueueHub.Intake.Endpoints;

/// <summary>What every page does: it is never stored (it may hold a ticket's link or answers), and keeps a language or a look that was chosen.</summary>
internal sealed class PageFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return Choices.KeepAsked(http) && HttpMethods.IsGet(http.Request.Method)
            ? ValueTask.FromResult<object?>(Answers.SeeOther(http, Choices.WithoutAsked(http)))
            : next(context);
    }
}
