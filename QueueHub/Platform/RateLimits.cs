using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using QueueHub.Contracts;

namespace QueueHub.Platform;

/// <summary>Limits per minute; section <c>Limits</c> of the configuration.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Commands of one phone.</summary>
    public int PerDevice { get; set; } = 20;

    /// <summary>Commands from one address: a whole lobby may share one.</summary>
    public int PerAddress { get; set; } = 1200;
}

/// <summary>A generous limit per address and a tight one per device, for what citizens may command.</summary>
public static class RateLimits
{
    /// <summary>Policy of the citizens' commands.</summary>
    public const string Citizen = "citizen";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Limits").Get<RateLimitOptions>() ?? new RateLimitOptions();
        return services.AddRateLimiter(limiter =>
        {
            // The device's limit is the endpoint's policy, the address's the global limiter on the same endpoints: both must let a request through.
            limiter.AddPolicy(Citizen, http => DeviceCookie.Of(http) is { } device && !Signed(http)
                ? RateLimitPartition.GetFixedWindowLimiter($"device:{device}", _ => Fixed(options.PerDevice))
                : RateLimitPartition.GetNoLimiter(""));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Citizen && !Signed(http)
                    ? RateLimitPartition.GetFixedWindowLimiter($"address:{http.Connection.RemoteIpAddress}", _ => Fixed(options.PerAddress))
                    : RateLimitPartition.GetNoLimiter(""));
            limiter.OnRejected = async (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "30";
                await Failures.WriteAsync(context.HttpContext, ProblemCodes.RateLimited);
            };
        });
    }

    private static bool Signed(HttpContext http) => http.User.Identity?.IsAuthenticated ?? false;

    private static FixedWindowRateLimiterOptions Fixed(int permits) => new() { PermitLimit = permits, Window = Window };
}
