using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.TestSupport;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Counter;

namespace QueueHub.BrowserTests;

/// <summary>A clerk who works behind the doors, for tests whose subject is another screen.</summary>
internal sealed class Clerk
{
    private readonly RunningHub _hub;
    private readonly Seat _seat;

    public Clerk(RunningHub hub, string office, string counter)
    {
        _hub = hub;
        var document = hub.Services.GetRequiredService<IOffices>().Find(office)!;
        _seat = new Seat(document, document.Counter(counter)!, new Caller($"staff:clerk-{counter}", $"clerk-{counter}", Channels.Clerk, "ko"));
    }

    public Task OpenAsync() => DoAsync<OpenCounter, OpenCounterRequest>(new(NewId()));

    /// <summary>Calls the next ticket and gives its ordinal.</summary>
    public Task<long> CallNextAsync() => DoAsync<CallNext, CounterRequest>(new(NewId()));

    public Task RecallAsync(long ticket) => DoAsync<Recall, TicketRequest>(new(NewId(), ticket));
    public Task StartAsync(long ticket) => DoAsync<StartService, TicketRequest>(new(NewId(), ticket));
    public Task CompleteAsync(long ticket) => DoAsync<Complete, CompleteRequest>(new(NewId(), ticket));
    public Task NoShowAsync(long ticket) => DoAsync<NoShow, TicketRequest>(new(NewId(), ticket));
    public Task ParkAsync(long ticket) => DoAsync<Park, ParkRequest>(new(NewId(), ticket));
    public Task TransferAsync(long ticket, string service) => DoAsync<Transfer, TransferRequest>(new(NewId(), ticket, service));

    private async Task<long> DoAsync<TCommand, TRequest>(TRequest request)
        where TCommand : CounterCommand<TRequest>
        where TRequest : ICommandRequest
    {
        var outcome = await _hub.Services.GetRequiredService<TCommand>().RunAsync(_seat, request);
        Assert.True(outcome.Ok, $"{typeof(TCommand).Name}: {outcome.Code}");
        return outcome.Event!.Tickets is [var ticket, ..] ? ticket.Ordinal : 0;
    }

    private static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
