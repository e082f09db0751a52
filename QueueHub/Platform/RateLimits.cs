using Microsoft.AspNetCore.RateLimiting;
using QueueHub.Contracts;
using QueueHub.Platform.Limits;

namespace QueueHub.Platform;

/// <summary>Names of what is counted, for <c>RequireRateLimiting</c>, and the place where it is.</summary>
public static class RateLimits
{
    /// <summary>Policy of the citizens' commands.</summary>
    public const string Citizen = "citizen";

    /// <summary>Policy of what a form sends while it is written: far more often than commands, and without using theirs up.</summary>
    public const string Form = "form";

    /// <summary>Policy of a form's last press. A form goes to one address from its first step on: this one alone is a command, and counted when it is seen to be one.</summary>
    public const string Submit = "submit";

    /// <summary>Policy of what programs ask with an API key; people who are signed in are not counted.</summary>
    public const string ApiKey = "api-key";

    /// <summary>
    /// Refuses what is beyond its endpoint's policy. Not by the framework's middleware, which never disposes of its limiter: the limiter's timer would keep
    /// a hub that has ended in memory for as long as the process lives.
    /// </summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        var permits = app.ApplicationServices.GetRequiredService<RequestPermits>();
        return app.Use((http, next) =>
            http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } policy && !permits.Take(http, policy)
                ? Failures.WriteAsync(http, ProblemCodes.RateLimited)
                : next(http));
    }
}
