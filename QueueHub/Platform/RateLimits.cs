using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Platform.Limits;

namespace QueueHub.Platform;

/// <summary>A generous limit per address and a tight one per device, for what citizens may command.</summary>
public static class RateLimits
{
    /// <summary>Policy of the citizens' commands.</summary>
    public const string Citizen = "citizen";

    /// <summary>Policy of what a form sends while it is written: far more often than commands, and without using theirs up.</summary>
    public const string Form = "form";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        // The address first: it bounds how many devices a caller can pretend to be, each of which is remembered for a minute.
        services.AddSingleton(provider =>
        {
            var limits = provider.GetRequiredService<IOptions<LimitOptions>>().Value;
            return new CommandPermits(PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfAddress(http, "submit", limits.PerAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfDevice(http, "submit", limits.PerDevice))));
        });
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, options) =>
        {
            // The device's limit is the endpoint's policy, the address's the global limiter on the same endpoints: both must let a request through.
            var limits = options.Value;
            limiter.AddPolicy(Citizen, http => OfDevice(http, Citizen, limits.PerDevice));
            limiter.AddPolicy(Form, http => OfDevice(http, Form, limits.FormPerDevice));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
                {
                    Citizen => OfAddress(http, Citizen, limits.PerAddress),
                    Form => OfAddress(http, Form, limits.FormPerAddress),
                    _ => RateLimitPartition.GetNoLimiter(""),
                });
            limiter.OnRejected = async (context, _) => await Failures.WriteAsync(context.HttpContext, ProblemCodes.RateLimited);
        });
        return services;
    }

    private static RateLimitPartition<string> OfDevice(HttpContext http, string policy, int permits) =>
        DeviceCookie.Of(http) is { } device ? Limited(http, $"{policy}:device:{device}", permits) : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> OfAddress(HttpContext http, string policy, int permits) =>
        Limited(http, $"{policy}:address:{AddressKey.Of(http)}", permits);

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
