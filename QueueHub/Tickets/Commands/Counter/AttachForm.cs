using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Submits a form that was prepared elsewhere, and scanned at the counter, for the counter's ticket. The prepared one stays.</summary>
public sealed class AttachForm(CommandRunner runner, FormGate gate, Submissions submissions, IOfficeStates states) : CounterCommand<AttachFormRequest>(runner)
{
    protected override string? Refuse(Seat seat, AttachFormRequest request) => ScannedCode.Parse(request.Code) switch
    {
        _ when !CommandLimits.Code(request.Code) => ProblemCodes.InvalidRequest,
        { } code when !code.IsOf(seat.Office.Slug) => ProblemCodes.OtherOffice,
        null or { Kind: ScannedKind.Ticket } => ProblemCodes.UnknownPreparedForm,
        _ => null,
    };

    protected override async Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, AttachFormRequest request)
    {
        var office = seat.Office;
        if (states.Current(office.Slug)?.Tickets.GetValueOrDefault(request.Ticket) is not { } ticket)
        {
            return Refused(ProblemCodes.UnknownTicket);
        }

        var hash = TicketToken.Hash(ScannedCode.Parse(request.Code)!.Token);
        if (await submissions.PreparedAsync(office.Slug, hash) is not { } prepared)
        {
            return Refused(ProblemCodes.UnknownPreparedForm);
        }

        var (code, check) = gate.Check(office, office.Service(ticket.Service), prepared.Form.Answers);
        return code is not null
            ? Refused(code)
            : await queue.AttachFormAsync(context, seat.Counter.Id, new FormAttachment(
                ticket.Ordinal, hash, ticket.Service, submissions.Seal(office.Slug, ticket.TokenHash, check!.Answers), request.Replace));
    }

    private static QueueReply Refused(string code) => new(code, null);
}
