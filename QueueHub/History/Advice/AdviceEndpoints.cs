using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;
using QueueHub.History.Answers;
using QueueHub.History.Keys;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.History.Advice;

/// <summary>What is advised from the history of an office.</summary>
public static class AdviceEndpoints
{
    public static void MapHistoryAdvice(this IEndpointRouteBuilder app) =>
        app.MapGroup(Routes.History).RequireHistoryReader().WithTags("History").UnavailableWithoutPostgres()
            .MapGet("/{office}/advice", AdviceAsync).WithName("Advice").WithSummary("How many counters each hour would have needed")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<StaffingAdvice>, ProblemHttpResult>> AdviceAsync(
        string office, string? from, string? to, string? weekday, string? service, AdviceAnswers answers, IOffices offices, TimeProvider time, HttpContext http)
    {
        if (!TryRead(weekday, out var day))
        {
            return Problems.Of(http, ProblemCodes.WeekdayInvalid);
        }

        var (question, wrong) = HistoryQuestion.Read(office, from, to, http.User, offices, time);
        if (question is null)
        {
            return Problems.Of(http, wrong!);
        }

        var (advice, problem) = await answers.AnswerAsync(question, day, service, http.RequestAborted);
        return advice is null ? Problems.Of(http, problem!) : TypedResults.Ok(advice);
    }

    private static bool TryRead(string? weekday, out int? day)
    {
        day = int.TryParse(weekday, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 7 ? number : null;
        return day is not null || weekday is null;
    }
}
