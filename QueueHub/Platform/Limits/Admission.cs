using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.History.Keys;

namespace QueueHub.Platform.Limits;

/// <summary>
/// How many requests this node works on at the same time. A few more wait; the others are told at once to come back, which costs next to nothing: a node
/// that takes on everything answers nobody in time. Staff, programs and sign-ins have shares of their own,
/// so that neither a flood of citizens nor a script can lock the clerks out.
/// </summary>
public sealed class Admission : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _addresses;
    private readonly ConcurrencyLimiter _citizens;
    private readonly ConcurrencyLimiter _staff;
    private readonly ConcurrencyLimiter _programs;
    private readonly ConcurrencyLimiter _signIns;

    public Admission(IOptions<LimitOptions> options)
    {
        var limits = options.Value;
        _addresses = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetConcurrencyLimiter(AddressKey.Of(http), _ => Share(limits.RequestsPerAddress, 0)));
        _citizens = new ConcurrencyLimiter(Share(limits.Requests, limits.RequestsWaiting));
        _staff = new ConcurrencyLimiter(Share(limits.StaffRequests, limits.StaffRequestsWaiting));
        _programs = new ConcurrencyLimiter(Share(limits.ProgramRequests, limits.ProgramRequestsWaiting));
        _signIns = new ConcurrencyLimiter(Share(limits.SignIns, limits.SignInsWaiting));
    }

    /// <summary>Works on the request when it is its turn; false when it is refused.</summary>
    /// <exception cref="OperationCanceledException">The caller went away while waiting.</exception>
    internal async Task<bool> RunAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<SignsIn>() is not null)
        {
            return await RunAsync(_signIns, http, next);
        }

        if (http.User.Identity is { IsAuthenticated: true })
        {
            return await RunAsync(ApiKeyScope.Of(http.User) is null ? _staff : _programs, http, next);
        }

        // Held while it waits, too: no address can fill the queue alone.
        using var address = _addresses.AttemptAcquire(http);
        return address.IsAcquired && await RunAsync(_citizens, http, next);
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _citizens.Dispose();
        _staff.Dispose();
        _programs.Dispose();
        _signIns.Dispose();
    }

    private static async Task<bool> RunAsync(ConcurrencyLimiter share, HttpContext http, RequestDelegate next)
    {
        using var lease = await share.AcquireAsync(1, http.RequestAborted);
        if (!lease.IsAcquired)
        {
            return false;
        }

        await next(http);
        return true;
    }

    private static ConcurrencyLimiterOptions Share(int atWork, int waiting) =>
        new() { PermitLimit = atWork, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };
}

/// <summary>Marks the endpoint of signing in.</summary>
public sealed record SignsIn;

/// <summary>Marks an endpoint that is answered whatever the load: who watches the node must not take it for dead.</summary>
public sealed record AlwaysAnswered;
