using BenchmarkDotNet.Attributes;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.MicroBench;

/// <summary>One event folded into the state of an office.</summary>
[MemoryDiagnoser]
public class FoldBenchmarks
{
    private OfficeState _state = null!;
    private OfficeEvent _issued = null!;
    private OfficeEvent _called = null!;

    [Params(10, 1000, 10_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _state = Samples.Waiting(Waiting);
        (_issued, _called) = (Samples.Issued(_state), Samples.Called(_state));
    }

    [Benchmark]
    public OfficeState Issued() => Fold.Apply(_state, _issued);

    [Benchmark]
    public OfficeState Called() => Fold.Apply(_state, _called);
}
