using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using QueueHub.Contracts.Boards;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.MicroBench;

/// <summary>What one phone costs at a change: its place in line, and the message as PhoneStream writes it.</summary>
[MemoryDiagnoser]
public class PhoneBenchmarks
{
    private OfficeState _state = null!;
    private TicketRow _ticket = null!;

    [Params(10, 1000, 10_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _state = Samples.Waiting(Waiting);
        _ticket = _state.Tickets[Waiting / 3];
    }

    [Benchmark]
    public int? PeopleAhead() => _state.PeopleAhead(_ticket);

    [Benchmark]
    public PhoneTicket Ticket() => PhoneTickets.Of(_state, Samples.Document, _ticket, stale: false, "epoch.01234567");

    [Benchmark]
    public byte[] Message() => Encoding.UTF8.GetBytes($"event: ticket\ndata: {JsonSerializer.Serialize(Ticket(), JsonSerializerOptions.Web)}\n\n");
}
