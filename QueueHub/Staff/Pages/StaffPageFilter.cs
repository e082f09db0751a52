using QueueHub.Contracts;
using QueueHub.Platform.Database;

namespace QueueHub.Staff.Pages;

/// <summary>While Postgres is away, the pages say so.</summary>
internal sealed class StaffPageFilter(ILogger<StaffPageFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("The staff cannot be read: {Reason}", error.Message);
            return StaffFrames.Problem(context.HttpContext, ProblemCodes.Unavailable);
        }
    }
}
