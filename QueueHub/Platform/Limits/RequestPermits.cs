using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.History.Keys;

namespace QueueHub.Platform.Limits;

/// <summary>A generous limit per address and a tight one per device, for what citizens send; one per key for programs. Staff have none.</summary>
public sealed class RequestPermits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Sent> _addresses;
    private readonly PartitionedRateLimiter<Sent> _callers;

    public RequestPermits(IOptions<LimitOptions> options)
    {
        var limits = options.Value;
        _addresses = PartitionedRateLimiter.Create<Sent, string>(sent => sent.Policy switch
        {
            RateLimits.Citizen or RateLimits.Submit => OfAddress(sent, limits.PerAddress),
            RateLimits.Form => OfAddress(sent, limits.FormPerAddress),
            _ => Unlimited,
        });
        _callers = PartitionedRateLimiter.Create<Sent, string>(sent => sent.Policy switch
        {
            RateLimits.Citizen or RateLimits.Submit => OfDevice(sent, limits.PerDevice),
            RateLimits.Form => OfDevice(sent, limits.FormPerDevice),
            RateLimits.ApiKey => ApiKeyScope.Of(sent.Http.User) is { Key: var key } ? Limited($"{sent.Policy}:{key}", limits.PerApiKey) : Unlimited,
            _ => throw new InvalidOperationException($"No policy {sent.Policy}."),
        });
    }

    private static RateLimitPartition<string> Unlimited => RateLimitPartition.GetNoLimiter("");

    /// <summary>Takes one of what this policy of <see cref="RateLimits"/> leaves the caller in this minute; false when none is left.</summary>
    public bool Take(HttpContext http, string policy)
    {
        // The address first: it bounds how many devices a caller can pretend to be, each of which is remembered for a minute.
        var sent = new Sent(http, policy);
        using var address = _addresses.AttemptAcquire(sent);
        if (!address.IsAcquired)
        {
            return false;
        }

        using var caller = _callers.AttemptAcquire(sent);
        return caller.IsAcquired;
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _callers.Dispose();
    }

    private static RateLimitPartition<string> OfDevice(Sent sent, int permits) =>
        !sent.Signed && DeviceCookie.Of(sent.Http) is { } device ? Limited($"{sent.Policy}:device:{device}", permits) : Unlimited;

    private static RateLimitPartition<string> OfAddress(Sent sent, int permits) =>
        sent.Signed ? Unlimited : Limited($"{sent.Policy}:address:{AddressKey.Of(sent.Http)}", permits);

    private static RateLimitPartition<string> Limited(string partition, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(partition, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    private readonly record struct Sent(HttpContext Http, string Policy)
    {
        public bool Signed => Http.User.Identity?.IsAuthenticated ?? false;
    }
}
