using QueueHub.Contracts;
using QueueHub.Offices;

namespace QueueHub.Intake;

/// <summary>What is said to a phone that holds a number of the service already: it may take another for somebody who came along, up to a limit.</summary>
/// <param name="More">It may take one more.</param>
/// <param name="Most">How many it may hold in all.</param>
public sealed record CompanionOffer(bool More, int Most)
{
    /// <summary>The field that says: for somebody else.</summary>
    public const string Name = "companion";

    /// <summary>The offer after a refusal; null when it was refused for something else.</summary>
    /// <param name="asked">It was asked for somebody else already: there are as many as may be.</param>
    public static CompanionOffer? Of(OfficeDocument office, string? code, bool asked) => code != ProblemCodes.AlreadyWaiting
        ? null
        : new CompanionOffer(!asked && office.Rules.TicketsPerPhone > 1, office.Rules.TicketsPerPhone);
}
