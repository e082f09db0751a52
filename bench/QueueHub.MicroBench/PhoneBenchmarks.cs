using System.Buffers;
using BenchmarkDotNet.Attributes;
using QueueHub.Contracts.Boards;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Live.Phones;
using QueueHub.Tickets.Rows;

namespace QueueHub.MicroBench;

/// <summary>What one phone costs at a change: its place in line, what it shows, and the message as PhoneWriter writes it.</summary>
[MemoryDiagnoser]
public class PhoneBenchmarks
{
    private static readonly PhoneMessages Messages = new();
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private OfficeState _state = null!;
    private PhoneTickets _tickets = null!;
    private TicketRow _ticket = null!;

    [Params(10, 1000, 10_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _state = Samples.Waiting(Waiting, finished: 40);
        _ticket = _state.Tickets[Waiting / 3];
        var moment = PhoneTickets.Moment(DateTimeOffset.FromUnixTimeMilliseconds(_state.At));
        _tickets = new PhoneTickets(_state, Samples.Document, stale: false, "epoch.01234567", moment);
    }

    [Benchmark]
    public int? PeopleAhead() => _state.PeopleAhead(_ticket);

    [Benchmark]
    public PhoneTicket? Ticket() => _tickets.Of(_ticket.Ordinal);

    [Benchmark]
    public int Message()
    {
        _output.ResetWrittenCount();
        Messages.Write(_output, _tickets.Of(_ticket.Ordinal)!);
        return _output.WrittenCount;
    }
}
