using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>
/// What all commands share: the request id is checked and bound to caller and body, the business day is the office's, and an unknown
/// outcome is asked for again with the same request id.
/// </summary>
public sealed class CommandRunner(ITicketQueue queue, IOfficeStates states, DayKeeper days, TimeProvider time)
{
    // A lost connection is back in a moment or not for a while, so few and short tries; whoever waited for a whole time-out is told now.
    private static readonly TimeSpan[] RetryAfter = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // It takes a moment. A page that does not know its own ticket is worse than one that comes late.
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(5);

    /// <summary>Runs one script for <paramref name="caller"/>.</summary>
    /// <param name="name">The command's name: the same id for another command is another request.</param>
    public async Task<QueueReply> RunAsync<TRequest>(
        OfficeDocument office, Caller caller, string name, TRequest request, Func<ITicketQueue, QueueContext, Task<QueueReply>> script)
        where TRequest : ICommandRequest
    {
        if (CommandLimits.Check(request) is { } code)
        {
            return new QueueReply(code, null);
        }

        return await RunAsync(office, caller, new RequestBinding(request.RequestId, Bind(caller, name, request)), script);
    }

    /// <summary>Runs one script that may be repeated without a request id: it compares what it changes.</summary>
    public Task<QueueReply> RunAsync(OfficeDocument office, Caller caller, Func<ITicketQueue, QueueContext, Task<QueueReply>> script)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return RunAsync(office, caller, new RequestBinding(id, id), script);
    }

    private async Task<QueueReply> RunAsync(
        OfficeDocument office, Caller caller, RequestBinding binding, Func<ITicketQueue, QueueContext, Task<QueueReply>> script)
    {
        var (day, refusal) = await days.CurrentAsync(office);
        if (day is null)
        {
            return new QueueReply(refusal, null);
        }

        var began = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var (now, sent) = (time.GetUtcNow().ToUnixTimeMilliseconds(), time.GetTimestamp());
            var reply = await script(queue, new QueueContext(office.Slug, QueueLines.Of(office, states.Current(office.Slug)), day, now, caller.Actor, binding));
            if (reply.Event is { } @event)
            {
                states.Learn(office.Slug, @event);
            }

            if (attempt == RetryAfter.Length)
            {
                return reply;
            }

            if (reply.Code == ProblemCodes.DayChanged)
            {
                // Another node opened the day; this one has not read it yet.
                day = (await days.CurrentAsync(office, day)).Day ?? day;
            }
            else if (reply.CameTooLate(time.GetElapsedTime(sent)))
            {
                continue;
            }
            else if (reply.Code == ProblemCodes.Unknown && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(RetryAfter[attempt], time);
            }
            else
            {
                return reply;
            }
        }
    }

    private static string Bind<TRequest>(Caller caller, string name, TRequest request) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{caller.Actor}\n{caller.Identity}\n{name}\n{JsonSerializer.Serialize(request, JsonSerializerOptions.Web)}")));

    /// <summary>Waits until this node's own state shows the version, so that a page fetched next is not older than the answer.</summary>
    public Task SettleAsync(string office, long version) =>
        states.AtLeastAsync(office, version, SettleLimit, CancellationToken.None);
}
