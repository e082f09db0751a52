using System.Reflection;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.MicroBench;

/// <summary>What a command costs besides Redis: its keys and arguments, and the event it is answered with.</summary>
[MemoryDiagnoser]
public class MarshallingBenchmarks
{
    private static readonly TicketIssue Ticket = new(
        Samples.Document.ServiceIds, 1, 9999, PriorityClass.Standard, 0, Channels.Phone, "ko", TicketToken.Hash("token"), new string('s', 190));

    private readonly QueueContext _context = new(
        Samples.Slug, Samples.Document.ServiceIds, "2026-03-02", 1_772_410_000_000, "citizen",
        new RequestBinding(Guid.Empty.ToString("N"), TicketToken.Hash("request")));

    private string _event = null!;
    private RedisTicketQueue _queue = null!;

    [GlobalSetup]
    public void Setup()
    {
        _event = JsonSerializer.Serialize(Samples.Issued(Samples.Waiting(10)), RowJson.Default.OfficeEvent);
        _queue = new RedisTicketQueue(AtOnce.Answering(["ok", _event, "0", Ticket.SealedToken]), NullLogger<RedisTicketQueue>.Instance);
    }

    [Benchmark]
    public Task<QueueReply> Issue() => _queue.IssueAsync(_context, Ticket);

    [Benchmark]
    public OfficeEvent? ParseEvent() => JsonSerializer.Deserialize(_event, RowJson.Default.OfficeEvent);

    /// <summary>A Redis that answers every script at once.</summary>
    public class AtOnce : DispatchProxy
    {
        private object _answer = null!;

        /// <summary>One whose scripts have this answer.</summary>
        public static IConnectionMultiplexer Answering(RedisValue[] answer)
        {
            var database = Create<IDatabase, AtOnce>();
            ((AtOnce)(object)database)._answer = Task.FromResult(RedisResult.Create(answer));
            var redis = Create<IConnectionMultiplexer, AtOnce>();
            ((AtOnce)(object)redis)._answer = database;
            return redis;
        }

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => _answer;
    }
}
