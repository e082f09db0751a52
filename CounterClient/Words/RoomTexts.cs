using QueueHub.Contracts.Boards;

namespace CounterClient;

/// <summary>Every word of the supervisor's room in one language.</summary>
public sealed partial record RoomTexts
{
    /// <summary>The texts of a two-letter code; Korean when there are none.</summary>
    public static RoomTexts Of(string? language) => language == English.Language ? English : Korean;

    public required string Language { get; init; }
    public required string Room { get; init; }
    public required string AllOffices { get; init; }
    public required string AllOfficesHint { get; init; }
    public required string BackToDesk { get; init; }
    public required string NotSupervisor { get; init; }
    public required string NotHere { get; init; }

    // Lines
    public required string Lines { get; init; }
    public required string Light { get; init; }
    public required string WaitingNow { get; init; }
    public required string Longest { get; init; }
    public required string Expected { get; init; }
    public required string ServedAt { get; init; }
    public required Func<Pace, string> Pace { get; init; }
    public required Func<int, string> People { get; init; }
    public required Func<int?, string> Minutes { get; init; }
    public required Func<TimeSpan, string> Length { get; init; }
    public required string None { get; init; }

    // Counters
    public required string Counters { get; init; }
    public required Func<RoomStanding, string> Standing { get; init; }
    public required Func<RoomStanding, int, string> Count { get; init; }
    public required Func<string, string> PausedUntil { get; init; }
    public required Func<TimeSpan, string> Over { get; init; }
    public required string Manage { get; init; }
    public required Func<string, string> ManageCounter { get; init; }
    public required string NoServices { get; init; }
    public required Func<string, string> HelpsWith { get; init; }
    public required string DayClosed { get; init; }

    // Set aside
    public required string Parked { get; init; }
    public required string Absent { get; init; }
    public required string NobodyParked { get; init; }
    public required string NobodyAbsent { get; init; }
    public required Func<string, string> By { get; init; }
    public required Func<string, string> At { get; init; }
    public required Func<TimeSpan, string> Since { get; init; }
    public required Func<int, string> Reinstated { get; init; }

    // Orders and questions
    public required Func<RoomAction, string> Action { get; init; }
    public required string Working { get; init; }
    public required Func<string, string, string, string> Failed { get; init; }
    public required Func<string, string> AskOpen { get; init; }
    public required string Clerk { get; init; }
    public required string ChooseClerk { get; init; }
    public required string StaffFailed { get; init; }
    public required Func<string, string> HoldsAlready { get; init; }
    public required Func<string, string> AskServices { get; init; }
    public required Func<string, string> AskPause { get; init; }
    public required string HowLong { get; init; }
    public required string OpenEnd { get; init; }
    public required Func<string, string> AskClose { get; init; }
    public required string CloseHint { get; init; }
    public required string CompleteHint { get; init; }
    public required string NoShowHint { get; init; }
    public required string CancelHint { get; init; }
    public required string Gone { get; init; }
    public required string Optional { get; init; }

    // The notice
    public required string Notice { get; init; }
    public required string NoNotice { get; init; }
    public required string WriteNotice { get; init; }
    public required string NoticeHint { get; init; }
    public required string NoticeKo { get; init; }
    public required string NoticeEn { get; init; }
    public required string NoticeEnHint { get; init; }
    public required string NoticeMissing { get; init; }
    public required Func<string, string> ShownUntil { get; init; }
    public required string ShownUntilTaken { get; init; }

    // The ledger
    public required string Ledger { get; init; }
    public required string LedgerHint { get; init; }
    public required string LedgerEmpty { get; init; }
    public required string LedgerLoading { get; init; }
    public required string LedgerFailed { get; init; }
    public required Func<int, string> Passed { get; init; }
    public required string NoReason { get; init; }

    // All offices
    public required string Office { get; init; }
    public required string CountersOpen { get; init; }
    public required Func<int, int, int, string> CounterCounts { get; init; }
    public required string NotKnown { get; init; }
}
