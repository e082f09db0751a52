using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Platform;
using QueueHub.Platform.Limits;

namespace QueueHub.Staff;

/// <summary>How often an address may try a password in a minute, at whichever door.</summary>
internal sealed class SignInPermits(IOptions<StaffOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(
            AddressKey.Of(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Takes one of the tries; false when none is left for now.</summary>
    public bool Take(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Takes a permit for each request.</summary>
internal sealed class SignInPermitFilter(SignInPermits permits) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        permits.Take(context.HttpContext) ? await next(context) : Problems.Of(context.HttpContext, ProblemCodes.RateLimited);
}
