using QueueHub.Contracts.Boards;
using QueueHub.Platform;

namespace QueueHub.Offices;

/// <summary>Whether offices are open now; <c>--always-open</c> overrides their hours.</summary>
public sealed class OpeningTimes(HubOptions options, TimeProvider time)
{
    public Opening Of(OfficeDocument office) => options.AlwaysOpen ? Opening.Always : OfficeHours.At(office, time.GetUtcNow());

    /// <summary>True when the office's business day is to be closed although its date is not over.</summary>
    public bool IsDayOver(OfficeDocument office) =>
        !options.AlwaysOpen && OfficeHours.EndOfDay(office, OfficeClock.Date(office, time.GetUtcNow())) <= time.GetUtcNow();
}
