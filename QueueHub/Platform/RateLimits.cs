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

    /// <summary>Steps and fields of forms that one phone sends: one for every pause in typing.</summary>
    public int FormPerDevice { get; set; } = 180;

    /// <summary>Steps and fields of forms from one address.</summary>
    public int FormPerAddress { get; set; } = 6000;
}

/// <summary>A generous limit per address and a tight one per device, for what citizens may command.</summary>
public static class RateLimits
{
    /// <summary>Policy of the citizens' commands.</summary>
    public const string Citizen = "citizen";

    /// <summary>Policy of what a form sends while it is written: far more often than commands, and without using theirs up.</summary>
    public const string Form = "form";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Limits").Get<RateLimitOptions>() ?? new RateLimitOptions();
        services.AddSingleton(_ => new CommandPermits(PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => OfDevice(http, "submit", options.PerDevice)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => OfAddress(http, "submit", options.PerAddress)))));
        return services.AddRateLimiter(limiter =>
        {
            // The device's limit is the endpoint's policy, the address's the global limiter on the same endpoints: both must let a request through.
            limiter.AddPolicy(Citizen, http => OfDevice(http, Citizen, options.PerDevice));
            limiter.AddPolicy(Form, http => OfDevice(http, Form, options.FormPerDevice));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
                {
                    Citizen => OfAddress(http, Citizen, options.PerAddress),
                    Form => OfAddress(http, Form, options.FormPerAddress),
                    _ => RateLimitPartition.GetNoLimiter(""),
                });
            limiter.OnRejected = async (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "30";
                await Failures.WriteAsync(context.HttpContext, ProblemCodes.RateLimited);
            };
        });
    }

    private static RateLimitPartition<string> OfDevice(HttpContext http, string policy, int permits) =>
        DeviceCookie.Of(http) is { } device ? Limited(http, $"{policy}:device:{device}", permits) : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> OfAddress(HttpContext http, string policy, int permits) =>
        Limited(http, $"{policy}:address:{http.Connection.RemoteIpAddress}", permits);

    private static RateLimitPartition<string> Limited(HttpContext http, string partition, int permits) =>
        Signed(http) ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetFixedWindowLimiter(partition, _ => Fixed(permits));

    private static bool Signed(HttpContext http) => http.User.Identity?.IsAuthenticated ?? false;

    private static FixedWindowRateLimiterOptions Fixed(int permits) => new() { PermitLimit = permits, Window = Window };
}

/// <summary>A form goes to one address from its first step to its last press, which alone is a command: it is counted when it is seen to be one.</summary>
public sealed class CommandPermits(PartitionedRateLimiter<HttpContext> limiter) : IDisposable
{
    /// <summary>Takes one of the commands of this phone and its address; false when none is left for now.</summary>
    public bool Take(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
