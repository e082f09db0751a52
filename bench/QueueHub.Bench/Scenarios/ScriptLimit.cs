using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Bench.Servers;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.Bench.Scenarios;

/// <summary>How many of the hub's own scripts Redis carries out when redis-benchmark asks for them: the limit of every node in front of it.</summary>
internal static class ScriptLimit
{
    private const string Office = "limit";
    private const string Day = "2026-01-05";
    private const string Staff = "staff:bench";

    // redis-benchmark puts another number here each time.
    private const string Random = "__rand_int__";
    private const int Issues = 20_000;
    private const int Calls = 15_000;

    /// <summary>Issues a second; and calls a second, each with the one write that frees its counter again, as two commands.</summary>
    public static async Task<(double Issues, double Calls)> MeasureAsync(Workplace place, int connections)
    {
        // A simulated office takes any clock: the arguments stay the same for all.
        var queue = new RedisTicketQueue(place.Redis, NullLogger<RedisTicketQueue>.Instance);
        Must(await queue.OpenDayAsync(Context("open"), new DayOpening("e", 0, 0, Simulated: true)));
        Must(await queue.OpenCounterAsync(Context("counter"), "1", new CounterOpening([BenchOffice.Service], [])));
        var free = await place.Redis.GetDatabase().HashGetAsync(RedisKeys.Counters(Office), "1");

        var issue = await RecordAsync(recorded => recorded.IssueAsync(
            Context("issue" + Random),
            new TicketIssue([BenchOffice.Service], 1, 1_000_000, "standard", 0, "phone", "ko", new string('a', 64), new string('b', 134), OnTheWay: false, Form: null, Closed: false)));
        var call = await RecordAsync(recorded => recorded.CallNextAsync(Context("call" + Random), "1"));
        call = call with
        {
            Script = $"local answer = (function() {call.Script}\nend)()\nredis.call('HSET', '{RedisKeys.Counters(Office)}', '1', '{free}')\nreturn answer",
        };
        return (await RateAsync(place, issue, Issues, connections), 2 * await RateAsync(place, call, Calls, connections));
    }

    private static QueueContext Context(string request) =>
        new(Office, [BenchOffice.Service], Day, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Staff, new RequestBinding(request, new string('c', 64)));

    private static void Must(QueueReply reply) => _ = reply.Ok ? reply : throw new InvalidOperationException($"The office cannot be prepared: {reply.Code}");

    // What the hub would send to Redis.
    private static async Task<Evaluation> RecordAsync(Func<ITicketQueue, Task> command)
    {
        var database = DispatchProxy.Create<IDatabase, Recorder>();
        var redis = DispatchProxy.Create<IConnectionMultiplexer, Recorder>();
        ((Recorder)(object)redis).Database = database;
        await command(new RedisTicketQueue(redis, NullLogger<RedisTicketQueue>.Instance));
        return ((Recorder)(object)database).Recorded!;
    }

    private static async Task<double> RateAsync(Workplace place, Evaluation evaluation, int count, int connections)
    {
        var hash = Convert.ToHexStringLower(await place.Redis.GetServers()[0].ScriptLoadAsync(evaluation.Script));
        var info = new ProcessStartInfo(
            "redis-benchmark",
            [
                "-s", place.RedisSocket, "-c", $"{connections}", "-n", $"{count}", "-r", "1000000000", "--csv",
                "EVALSHA", hash, $"{evaluation.Keys.Length}", .. evaluation.Keys.Select(key => key.ToString()), .. evaluation.Arguments.Select(argument => argument.ToString()),
            ])
        {
            RedirectStandardOutput = true,
        };

        // A random number may come twice: that is answered as a repeated request, and no event.
        var least = await CountAsync(place) + (count * 99 / 100);
        using var process = Process.Start(info)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (await CountAsync(place) < least)
        {
            throw new InvalidOperationException($"Scripts were refused: {output}");
        }

        // The last line: "name","requests a second",…
        return double.Parse(output.Trim().Split('\n')[^1].Split(',')[^7].Trim('"'), CultureInfo.InvariantCulture);
    }

    private static async Task<long> CountAsync(Workplace place) => (long)await place.Redis.GetDatabase().HashGetAsync(RedisKeys.Meta(Office), "version");

    private sealed record Evaluation(string Script, RedisKey[] Keys, RedisValue[] Arguments);

    /// <summary>Stands for Redis, and notes what it is asked.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "The proxy is a class derived from it at run time.")]
    private class Recorder : DispatchProxy
    {
        public IDatabase? Database { get; set; }
        public Evaluation? Recorded { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IConnectionMultiplexer.GetDatabase))
            {
                return Database;
            }

            Recorded = new Evaluation((string)args![0]!, (RedisKey[])args[1]!, (RedisValue[])args[2]!);
            return Task.FromResult(RedisResult.Create([(RedisValue)"recorded"]));
        }
    }
}
