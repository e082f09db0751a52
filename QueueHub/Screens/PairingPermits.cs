using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Platform;
using QueueHub.Platform.Limits;
using QueueHub.Staff;

namespace QueueHub.Screens;

/// <summary>How often screens may ask, and how often a supervisor may try a code, in a minute.</summary>
internal sealed class PairingPermits(IOptions<LimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _starts = Limiter(AddressKey.Of, options.Value.PairingsPerAddress);
    private readonly PartitionedRateLimiter<HttpContext> _polls = Limiter(AddressKey.Of, options.Value.PairingPollsPerAddress);
    private readonly PartitionedRateLimiter<HttpContext> _codes = Limiter(http => StaffAccess.StaffId(http.User), options.Value.CodesPerPerson);

    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Start { get; } = Filter(permits => permits._starts);

    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Poll { get; } = Filter(permits => permits._polls);

    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Code { get; } = Filter(permits => permits._codes);

    public void Dispose()
    {
        _starts.Dispose();
        _polls.Dispose();
        _codes.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> who, int permits) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
            who(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));

    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Filter(
        Func<PairingPermits, PartitionedRateLimiter<HttpContext>> which) => async (context, next) =>
    {
        var http = context.HttpContext;
        using var lease = which(http.RequestServices.GetRequiredService<PairingPermits>()).AttemptAcquire(http);
        return lease.IsAcquired ? await next(context) : Problems.Of(http, ProblemCodes.RateLimited);
    };
}
