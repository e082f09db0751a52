using QueueHub.Tickets.Rows;
using Simulator.Plan;

namespace QueueHub.Demo.PastDays;

/// <summary>A visit of a simulated day: what its citizen has in mind, and its row as the log has it.</summary>
internal sealed class SimulatedVisit(Citizen plan, TicketRow row)
{
    public TicketRow Row { get; set; } = row;

    /// <summary>At which announcement the citizen comes; 0 when never.</summary>
    public int Answers { get; set; } = plan.AnswersCall;

    /// <summary>How long the counter is still needed.</summary>
    public TimeSpan Takes { get; set; } = plan.Takes;

    /// <summary>Will be sent to fetch something for so long; null: not, or no more.</summary>
    public TimeSpan? SetAsideFor { get; set; } = plan.SetAsideFor;

    /// <summary>Will turn out to be a matter of another service.</summary>
    public string? PassedTo { get; set; } = plan.PassedTo;

    public TimeSpan? ReturnsAfter { get; } = plan.ReturnsAfter;

    public TimeSpan? GivesUpAfter { get; } = plan.GivesUpAfter;

    /// <summary>How often it has joined a line: an entry of an earlier time is void.</summary>
    public int Entry { get; set; }
}

/// <summary>A counter of a simulated day.</summary>
/// <param name="Place">Of its clerk in the roster.</param>
internal sealed class SimulatedCounter(string id, int place, IReadOnlyList<string> primary, IReadOnlyList<string> helping)
{
    public string Id => id;
    public int Place => place;
    public IReadOnlyList<string> Primary => primary;
    public IReadOnlyList<string> Helping => helping;

    /// <summary>Open, nobody at it, and tidied up.</summary>
    public bool Free { get; set; }

    /// <summary>At the counter, and not closed.</summary>
    public bool Open { get; set; }

    public long FreeSince { get; set; }
}
