using QueueHub.Contracts;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands.Moves;

/// <summary>Finishes moves that nobody finishes: their node has died, or the other office could not be reached. Every node does; each step is done once.</summary>
public sealed class MoveResumer(TicketMover mover, IOffices offices, IOfficeStates states, TimeProvider time, ILogger<MoveResumer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Whoever has begun it is given time to finish it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var office in offices.All)
            {
                foreach (var ticket in Waiting(office))
                {
                    await FinishAsync(office, ticket);
                }
            }
        }
    }

    private List<TicketRow> Waiting(OfficeDocument office)
    {
        if (states.Current(office.Slug) is not { } state || states.IsStale(office.Slug))
        {
            return [];
        }

        var before = (time.GetUtcNow() - Patience).ToUnixTimeMilliseconds();
        return [.. state.Counters.Values
            .Select(counter => counter.Ticket is { } ordinal ? state.Tickets.GetValueOrDefault(ordinal) : null)
            .OfType<TicketRow>()
            .Where(ticket => ticket.Moving is { } move && move.At <= before)];
    }

    private async Task FinishAsync(OfficeDocument office, TicketRow ticket)
    {
        try
        {
            var outcome = await mover.FinishAsync(office, ticket);
            logger.Log(
                outcome.Code is null or ProblemCodes.MoveRefused ? LogLevel.Information : LogLevel.Debug,
                "Office {Office}: the move of ticket {Number} to {There} was resumed: {Outcome}.",
                office.Slug, ticket.Number, ticket.Moving!.Office, outcome.Code ?? "done");
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            logger.LogDebug(error, "Office {Office}: the move of ticket {Number} waits.", office.Slug, ticket.Number);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One ticket's fault must not keep the others from being finished.
            logger.LogError(error, "Office {Office}: the move of ticket {Number} cannot be finished.", office.Slug, ticket.Number);
        }
    }
}
