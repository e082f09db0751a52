using QueueHub.Contracts;

namespace QueueHub.Platform.Database;

/// <summary>Says <c>unavailable</c> where Postgres is away: what needs it stops, and nothing else.</summary>
internal static class PostgresFilter
{
    public static RouteGroupBuilder UnavailableWithoutPostgres(this RouteGroupBuilder group) => group.AddEndpointFilter(async (context, next) =>
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            return Problems.Of(context.HttpContext, ProblemCodes.Unavailable);
        }
    });
}
