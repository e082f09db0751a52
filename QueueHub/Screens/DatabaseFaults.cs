using QueueHub.Contracts;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Screens;

/// <summary>While Postgres is away no screen is paired or revoked: that is said, and is no defect.</summary>
internal static class DatabaseFaults
{
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            return Problems.Of(context.HttpContext, ProblemCodes.Unavailable);
        }
    }
}
