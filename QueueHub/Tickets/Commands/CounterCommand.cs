using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>Where a clerk's command is given: the counter and who stands at it.</summary>
/// <param name="Desk">Names the sign-in, so that one person's two screens are told apart; null where none takes the counter.</param>
public sealed record Seat(OfficeDocument Office, CounterDefinition Counter, Caller Caller, string? Desk = null);

/// <summary>A clerk's command: one class each, reached through the counter hub and through HTTP.</summary>
public abstract class CounterCommand<TRequest>(CommandRunner runner)
    where TRequest : ICommandRequest
{
    /// <summary>Carries the command out at <paramref name="seat"/>, or refuses it with the state unchanged.</summary>
    public async Task<Outcome> RunAsync(Seat seat, TRequest request)
    {
        var reply = Refuse(seat, request) is { } code
            ? new QueueReply(code, null)
            : await runner.RunAsync(seat.Office, seat.Caller, $"{GetType().Name}@{seat.Counter.Id}", request,
                (queue, context) => ScriptAsync(queue, context, seat, request));
        return new Outcome(reply.Code, reply.Event);
    }

    /// <summary>A reason to refuse that the configuration alone tells.</summary>
    protected virtual string? Refuse(Seat seat, TRequest request) => null;

    /// <summary>The script of this command.</summary>
    protected abstract Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TRequest request);

    private protected static string? RefuseUnknown(OfficeDocument office, IEnumerable<string>? services) =>
        services is not null && services.Any(service => office.Service(service) is null) ? ProblemCodes.UnknownService : null;
}
