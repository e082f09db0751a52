using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>A supervisor's notice on the screens of an office.</summary>
public sealed class SetNotice(CommandRunner runner, TimeProvider time)
{
    /// <summary>Shows the notice, or takes it away when it has no text; an English text that is missing is the Korean one.</summary>
    public async Task<Outcome> RunAsync(OfficeDocument office, Caller caller, NoticeRequest request)
    {
        var reply = await runner.RunAsync(office, caller, nameof(SetNotice), request, (queue, context) => queue.SetNoticeAsync(context, NoticeOf(request)));
        return new Outcome(reply.Code, reply.Event);
    }

    private OfficeNotice? NoticeOf(NoticeRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Ko))
        {
            return null;
        }

        var until = request.Minutes is { } minutes ? time.GetUtcNow().AddMinutes(minutes).ToUnixTimeMilliseconds() : (long?)null;
        return new OfficeNotice(request.Ko.Trim(), string.IsNullOrWhiteSpace(request.En) ? request.Ko.Trim() : request.En.Trim(), until);
    }
}
