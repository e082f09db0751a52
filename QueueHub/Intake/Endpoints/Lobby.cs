using QueueHub.Contracts;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Commands;

namespace QueueHub.Intake.Endpoints;

/// <summary>What the pages before a number look at.</summary>
internal sealed record Lobby(IOffices Offices, Boards Boards, OpeningTimes Hours, TimeProvider Time)
{
    /// <summary>Why no number was given; null when nothing is to be said, or <see cref="CompanionOffer"/> says it.</summary>
    public static string? Alert(Outcome? refused, Reader reader) =>
        refused?.Code == ProblemCodes.AlreadyWaiting ? null : reader.Alert(refused?.Code, refused?.Sentence);
}
