using System.Text.Json.Serialization;
using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Platform.Health;

/// <summary>
/// Whether a balancer should send anybody here. Once the offices were read the node stays ready while Redis or Postgres is away: every node would say the
/// same, and its clear sentence is better than a balancer's bare 502.
/// </summary>
public sealed class Readiness(IOffices offices, OfficeFollowers followers, PostgresWatch postgres, IHostApplicationLifetime lifetime)
{
    private volatile bool _read;

    /// <summary>How the node is now.</summary>
    public NodeHealth Now()
    {
        var unread = offices.All.Where(office => !Read(office)).Select(office => office.Slug).ToList();
        _read |= unread.Count == 0 && offices.All.Count > 0;
        return new NodeHealth(
            lifetime.ApplicationStopping.IsCancellationRequested ? NodeState.Draining : _read ? NodeState.Ready : NodeState.Starting,
            [.. new[] { (Name: "redis", Away: followers.Stale), (Name: "postgres", Away: postgres.IsAway) }.Where(engine => engine.Away).Select(engine => engine.Name)],
            unread);
    }

    // One that Redis knows nothing of has not begun: there is nothing to read.
    private bool Read(OfficeDocument office) => followers.Current(office.Slug) is not null || followers.Doubt(office.Slug) is { Epoch: "" };
}

/// <summary>What <c>GET /ready</c> answers.</summary>
/// <param name="Away">Engines that do not answer: <c>redis</c>, <c>postgres</c>.</param>
/// <param name="Unread">Offices whose state this node does not know.</param>
public sealed record NodeHealth(NodeState State, IReadOnlyList<string> Away, IReadOnlyList<string> Unread);

/// <summary>Only a ready node wants requests.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeState>))]
public enum NodeState
{
    [JsonStringEnumMemberName("starting")]
    Starting,
    [JsonStringEnumMemberName("ready")]
    Ready,
    [JsonStringEnumMemberName("draining")]
    Draining,
}
