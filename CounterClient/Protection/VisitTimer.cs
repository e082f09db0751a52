using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What the length of a visit is worth saying.</summary>
public enum VisitLength
{
    /// <summary>Nothing.</summary>
    Usual,
    /// <summary>The recommended length is near.</summary>
    Noticed,
    /// <summary>The recommended length is over.</summary>
    Over,
}

/// <summary>Tells the clerk how long a visit has lasted, counted from its start: a reload changes nothing. Pure.</summary>
public static class VisitTimer
{
    public static VisitLength Of(DeskTicket? ticket, DeskRules rules, DateTimeOffset serverNow)
    {
        if (ticket is not { State: TicketState.Serving })
        {
            return VisitLength.Usual;
        }

        var minutes = Desk.Elapsed(ticket.Since, serverNow).TotalMinutes;
        return rules.VisitLimitMinutes > 0 && minutes >= rules.VisitLimitMinutes ? VisitLength.Over
            : rules.VisitNoticeMinutes > 0 && minutes >= rules.VisitNoticeMinutes ? VisitLength.Noticed
            : VisitLength.Usual;
    }
}
