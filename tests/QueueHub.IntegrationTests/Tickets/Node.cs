using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Forms;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>What a node does about one office's day, without its doors: it follows the log, and keeps the day by a clock of its own.</summary>
internal sealed class Node : IOffices, IAsyncDisposable
{
    private readonly IConnectionMultiplexer _redis;
    private readonly OfficeFollowers _followers;

    private Node(IConnectionMultiplexer redis, OfficeDocument office, TimeProvider time, Func<IOfficeStates, IOfficeStates>? seen)
    {
        (_redis, Office) = (redis, office);
        _followers = new(redis, this, new OfficeLog(redis), TimeProvider.System, NullLogger<OfficeFollowers>.Instance);
        Queue = new RedisTicketQueue(redis, NullLogger<RedisTicketQueue>.Instance);
        var states = seen?.Invoke(_followers) ?? _followers;
        Days = new DayKeeper(Queue, states, this, new OpeningTimes(new HubOptions(), time), time, NullLogger<DayKeeper>.Instance);
        Commands = new CommandRunner(Queue, states, Days, time);
    }

    public OfficeDocument Office { get; }
    public ITicketQueue Queue { get; }
    public DayKeeper Days { get; }
    public CommandRunner Commands { get; }
    public OfficeState State => _followers.Current(Office.Slug)!;

    /// <summary>Starts it on a connection of its own, for an office that is founded; returns when it has read it.</summary>
    /// <param name="seen">What its keeper sees of the states it follows.</param>
    public static async Task<Node> StartAsync(EngineFixture engines, OfficeDocument office, TimeProvider time, Func<IOfficeStates, IOfficeStates>? seen = null)
    {
        var node = new Node(await ConnectionMultiplexer.ConnectAsync(engines.Engines.RedisConfiguration), office, time, seen);
        await node._followers.StartAsync(CancellationToken.None);
        await node.FollowsAsync(1);
        return node;
    }

    public Task FollowsAsync(long version) => Eventually.TrueAsync(() => _followers.Current(Office.Slug)?.Version >= version, $"the node has read version {version}");

    public async ValueTask DisposeAsync()
    {
        await _followers.StopAsync(CancellationToken.None);
        _followers.Dispose();
        Days.Dispose();
        await _redis.DisposeAsync();
    }

    event Action? IOffices.Changed
    {
        add { }
        remove { }
    }

    IReadOnlyList<OfficeDocument> IOffices.All => [Office];
    OfficeDocument? IOffices.Find(string slug) => Office;
    FormTemplate? IOffices.Form(string id) => null;
    FormTemplate? IOffices.Form(string id, int version) => null;
}
