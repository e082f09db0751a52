using System.Text.Json;
using BenchmarkDotNet.Attributes;
using QueueHub.Contracts.Boards;
using QueueHub.Live;
using QueueHub.Live.Boards;

namespace QueueHub.MicroBench;

/// <summary>What a change costs for all displays and all counters of an office: each message is made once.</summary>
[MemoryDiagnoser]
public class BoardBenchmarks
{
    private static readonly Uri PublicUrl = new("http://localhost:8080");
    private OfficeState _state = null!;

    [Params(100, 10_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var state = Samples.Waiting(Waiting);
        _state = Fold.Apply(state, Samples.Called(state));
    }

    [Benchmark]
    public Board Board() => BoardBuilder.Build(_state, Samples.Document, Opening.Always, DateTimeOffset.UnixEpoch, stale: false, PublicUrl);

    [Benchmark]
    public byte[] BoardMessage() => JsonSerializer.SerializeToUtf8Bytes(Board(), JsonSerializerOptions.Web);

    [Benchmark]
    public DeskBoard Desk() => DeskBuilder.Build(_state, Samples.Document, Opening.Always, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch, stale: false);

    [Benchmark]
    public byte[] DeskMessage() => JsonSerializer.SerializeToUtf8Bytes(Desk(), JsonSerializerOptions.Web);
}
