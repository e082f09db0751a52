using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform.Limits;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.History;

/// <summary>
/// While Postgres is down the log grows in Redis, and a full Redis refuses every command. So its length and Redis's memory are watched, and somebody is told
/// while there are still hours left.
/// </summary>
public sealed class LogWatch(IConnectionMultiplexer redis, IOffices offices, IOptions<LimitOptions> options, TimeProvider time, ILogger<LogWatch> logger)
    : BackgroundService
{
    /// <summary>How often it is said again.</summary>
    internal static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private long _events;
    private double? _memory;
    private long? _warned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter("QueueHub.Log");
        meter.CreateObservableGauge("queuehub.log.events", () => Interlocked.Read(ref _events), "{event}", "Events of all offices in Redis's log");
        meter.CreateObservableGauge("queuehub.redis.memory", () => _memory ?? 0, "1", "Share of its memory that Redis uses; 0 when it does not tell");
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await LookAsync();
            }
            catch (Exception error) when (RedisFaults.IsFault(error))
            {
                logger.LogDebug(error, "The log cannot be looked at now.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks once.</summary>
    internal async Task LookAsync()
    {
        var db = redis.GetDatabase();
        var memory = MemoryAsync();
        var lengths = await Task.WhenAll(offices.All.Select(office => db.StreamLengthAsync(RedisKeys.Events(office.Slug))));
        Interlocked.Exchange(ref _events, lengths.Sum());
        _memory = await memory;
        Report();
    }

    private void Report()
    {
        var limits = options.Value;
        if (_events < limits.LogEvents && !(_memory * 100 >= limits.RedisMemoryPercent))
        {
            if (_warned is not null)
            {
                _warned = null;
                logger.LogInformation("Redis has room again: {Events} events in the log.", _events);
            }
        }
        else if (_warned is not { } last || time.GetElapsedTime(last) >= AtMostEvery)
        {
            _warned = time.GetTimestamp();
            logger.LogWarning(
                "Redis fills: {Events} events in the log (warned of from {MostEvents}), {Memory} of its memory (from {MostMemory} %). When it is full every command is refused. "
                + "Is Postgres away?",
                _events, limits.LogEvents, _memory is { } share ? $"{share * 100:F0} %" : "an unknown part", limits.RedisMemoryPercent);
        }
    }

    // By a script: the client lets only administrators ask directly. Of the fullest of a cluster's servers: the office that is on it would be refused.
    private async Task<double?> MemoryAsync()
    {
        var shares = await Task.WhenAll(redis.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }).Select(async server =>
        {
            try
            {
                return RedisMemory.Share((await server.ExecuteAsync("EVAL", LuaScripts.Memory, 0)).ToString());
            }
            catch (RedisServerException)
            {
                // Its user may not ask.
                return null;
            }
        }));
        return shares.Max();
    }
}
