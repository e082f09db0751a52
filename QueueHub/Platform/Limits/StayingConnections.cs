using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;

namespace QueueHub.Platform.Limits;

/// <summary>Who keeps a connection open.</summary>
public enum Follower
{
    Phone,
    District,
    Display,
    Console,
    Panel,
}

/// <summary>Marks an endpoint whose requests last as long as somebody follows: they are counted as connections, not as requests in flight.</summary>
public sealed record StaysOpen(Follower Follower);

/// <summary>The connections of this node that stay open, each kind within its own limits: too many phones cannot keep out a console.</summary>
public sealed class StayingConnections(IOptions<LimitOptions> options, Refusals refusals, IHostApplicationLifetime lifetime)
{
    // All are told to go when the node stops. One that does not listen would hold the node until the last limit of its stopping.
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(2);

    private readonly LimitOptions _limits = options.Value;
    private readonly Dictionary<Follower, Seats> _seats = new()
    {
        [Follower.Phone] = new(options.Value.Phones),
        [Follower.District] = new(options.Value.DistrictPages),
        [Follower.Display] = new(options.Value.Displays),
        [Follower.Console] = new(options.Value.Consoles),
        [Follower.Panel] = new(options.Value.Panels),
    };

    /// <summary>How many of a kind are open.</summary>
    public int Count(Follower follower) => _seats[follower].Count;

    /// <summary>Takes a seat for as long as the result lives; null when there is none.</summary>
    internal IDisposable? TryTake(Follower follower, HttpContext http)
    {
        var address = AddressKey.Of(http);
        (string, int)[] keys = follower switch
        {
            Follower.Phone => [("address:" + address, _limits.PhonesPerAddress), ("ticket:" + http.GetRouteValue("token"), _limits.PhonesPerTicket)],
            Follower.District => [(address, _limits.DistrictPagesPerAddress)],
            Follower.Display => [(address, _limits.DisplaysPerAddress)],

            // All clerks of a district may sit behind one address, and each is known by name; so is each panel that was paired.
            _ => [],
        };
        return _seats[follower].TryTake(keys) ? new Seat(_seats[follower], keys, AbortWhenStopping(http)) : null;
    }

    /// <summary>Answers that there is no seat.</summary>
    internal Task RefuseAsync(Follower follower, HttpContext http)
    {
        refusals.Add(follower.ToString());
        return Failures.WriteAsync(http, ProblemCodes.Busy);
    }

    private CancellationTokenRegistration AbortWhenStopping(HttpContext http)
    {
        var connection = http.Features.GetRequiredFeature<IConnectionLifetimeFeature>();
        return lifetime.ApplicationStopping.Register(() => _ = AbortAsync(connection));
    }

    // Also when its request has ended meanwhile: what it was sent last may still be waiting for it to read.
    private static async Task AbortAsync(IConnectionLifetimeFeature connection)
    {
        await Task.Delay(LeaveWithin);
        connection.Abort();
    }

    private sealed class Seat(Seats seats, (string, int)[] keys, CancellationTokenRegistration stopping) : IDisposable
    {
        public void Dispose()
        {
            stopping.Dispose();
            seats.Leave(keys);
        }
    }
}
