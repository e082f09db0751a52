using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using QueueHub.Contracts;
using QueueHub.Live;

namespace QueueHub.Platform;

/// <summary>Every failure that no endpoint answered itself becomes a problem with a code: JSON for programs, a page for people.</summary>
public static class Failures
{
    public static IApplicationBuilder UseFailures(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => WriteAsync(http, CodeOf(http.Features.Get<IExceptionHandlerFeature>()?.Error)),
            SuppressDiagnosticsCallback = context =>
                context.Exception is BadHttpRequestException or AntiforgeryValidationException || RedisFaults.IsFault(context.Exception),
        })
        .UseStatusCodePages(context => WriteAsync(context.HttpContext, CodeOf(context.HttpContext.Response.StatusCode)));

    /// <summary>Answers with the problem, in the form the request wants.</summary>
    public static Task WriteAsync(HttpContext http, string code) => Wants.Html(http.Request)
        ? http.RequestServices.GetRequiredService<IProblemPages>().WriteAsync(http, code, Problems.Status(code))
        : Problems.Of(http, code).ExecuteAsync(http);

    private static string CodeOf(Exception? error) => error switch
    {
        BadHttpRequestException bad => CodeOf(bad.StatusCode),
        AntiforgeryValidationException => ProblemCodes.AntiForgery,

        // Only what is read fails so: a command tells itself whether it was done.
        not null when RedisFaults.IsFault(error) => ProblemCodes.Unavailable,
        _ => ProblemCodes.Internal,
    };

    /// <summary>The code of a status that no endpoint chose.</summary>
    internal static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ProblemCodes.InvalidRequest,
        StatusCodes.Status401Unauthorized => ProblemCodes.SignInRequired,
        StatusCodes.Status403Forbidden => ProblemCodes.Forbidden,
        StatusCodes.Status404NotFound => ProblemCodes.NotFound,
        StatusCodes.Status405MethodNotAllowed => ProblemCodes.NotFound,
        StatusCodes.Status408RequestTimeout => ProblemCodes.TooSlow,
        StatusCodes.Status413PayloadTooLarge => ProblemCodes.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => ProblemCodes.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ProblemCodes.RateLimited,
        StatusCodes.Status503ServiceUnavailable => ProblemCodes.Unavailable,
        < 500 => ProblemCodes.InvalidRequest,
        _ => ProblemCodes.Internal,
    };
}
