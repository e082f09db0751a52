using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace QueueHub.Intake.Endpoints;

/// <summary>The answers of the pages.</summary>
internal static class Answers
{
    /// <summary>What a browser sends for a form.</summary>
    public const string FormType = "application/x-www-form-urlencoded";

    /// <summary>A page; <paramref name="parameters"/> are the component's, by name.</summary>
    public static IResult Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status };

    /// <summary>The answer to a POST that was carried out: a reload of what follows repeats nothing.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
