using QueueHub.Contracts.Boards;

namespace QueueHub.Live.Boards;

/// <summary>How full a line or an office is. Pure.</summary>
public static class Paces
{
    private const int QuietBelow = 2;
    private const int ModerateBelow = 5;

    /// <summary>By people waiting per open counter.</summary>
    public static Pace Of(int waiting, int counters) =>
        counters == 0 ? Pace.NoCounter
        : waiting < counters * QuietBelow ? Pace.Quiet
        : waiting < counters * ModerateBelow ? Pace.Moderate
        : Pace.Busy;
}
