namespace CounterClient;

/// <summary>
/// Every word of the desk in one language. All members are required: a language that lacks one does not build.
/// </summary>
public sealed partial record Texts
{
    /// <summary>The languages of the desk, Korean first.</summary>
    public static IReadOnlyList<Texts> All => [Korean, English];

    /// <summary>The texts of a two-letter code; Korean when there are none.</summary>
    public static Texts Of(string? language) => All.FirstOrDefault(texts => texts.Language == language) ?? Korean;

    /// <summary>Two letters.</summary>
    public required string Language { get; init; }

    /// <summary>The language's own name, for the switch.</summary>
    public required string LanguageName { get; init; }

    public required string AppName { get; init; }
    public required string ChooseLanguage { get; init; }
    public required string Starting { get; init; }

    // Sign-in
    public required string SignIn { get; init; }
    public required string SignInHint { get; init; }
    public required string Name { get; init; }
    public required string Password { get; init; }
    public required string ShowPassword { get; init; }
    public required string NameMissing { get; init; }
    public required string PasswordMissing { get; init; }
    public required string SignOut { get; init; }
    public required string SignedOutHere { get; init; }
    public required string SignedOutElsewhere { get; init; }

    // Problems
    public required string SignInFailed { get; init; }
    public required string SignInLocked { get; init; }
    public required string PasswordChangeRequired { get; init; }
    public required string ChangePassword { get; init; }
    public required string RateLimited { get; init; }
    public required string Unavailable { get; init; }
    public required string Unexpected { get; init; }
    public required string NoAnswer { get; init; }
    public required string Close { get; init; }
    public required string TryAgain { get; init; }

    // Taking a counter
    public required string TakeCounter { get; init; }
    public required string TakeCounterHint { get; init; }
    public required string ChooseOffice { get; init; }
    public required string ChangeOffice { get; init; }
    public required string NoOffice { get; init; }
    public required string NoCounter { get; init; }
    public required string ChangeCounter { get; init; }
    public required string CounterRefused { get; init; }
    public required string FreeCounter { get; init; }
    public required string MyCounter { get; init; }
    public required Func<string, string> CounterName { get; init; }
    public required Func<int, string> WaitingCount { get; init; }

    // The desk
    public required string Connecting { get; init; }
    public required string ConnectionLost { get; init; }
    public required Func<TimeSpan, string> StateAge { get; init; }
    public required string NeverConnected { get; init; }
    public required string LostTab { get; init; }
    public required string ServerStale { get; init; }
    public required string OfficeTime { get; init; }
    public required string DoneToday { get; init; }
    public required Func<int, string> Visits { get; init; }
    public required string DayClosed { get; init; }
    public required string AfterHours { get; init; }

    public required Func<DeskStage, string> Stage { get; init; }
    public required Func<DeskAction, string> Action { get; init; }
    public required Func<DeskAction, string> Pending { get; init; }
    public required Func<Blocked, string> BlockedReason { get; init; }
    public required Func<string, string, string> Failed { get; init; }

    public required string WaitingHere { get; init; }
    public required string People { get; init; }
    public required string NextUp { get; init; }
    public required string NobodyWaits { get; init; }
    public required string Now { get; init; }
    public required string DidTheyCome { get; init; }
    public required string SinceCall { get; init; }
    public required string SinceStart { get; init; }
    public required string SincePause { get; init; }
    public required Func<string, string> PausedBecause { get; init; }
    public required string PausedAfter { get; init; }
    public required string ClosedHint { get; init; }
    public required string OtherActions { get; init; }
    public required string Serves { get; init; }
    public required string Helps { get; init; }

    // The form
    public required string Form { get; init; }
    public required string FormReady { get; init; }
    public required string FormMissing { get; init; }
    public required string NoForm { get; init; }
    public required Func<int, string> FormUnfinished { get; init; }
    public required string NoTicketForm { get; init; }
    public required string FormLoading { get; init; }
    public required string FormGone { get; init; }
    public required string FormFailed { get; init; }
    public required string Print { get; init; }
    public required string PaperSentence { get; init; }
    public required string PaperApplicant { get; init; }
    public required string PaperSignature { get; init; }

    // Lists
    public required string Waiting { get; init; }
    public required string Parked { get; init; }
    public required string Absent { get; init; }
    public required string Counters { get; init; }
    public required string OnlyMine { get; init; }
    public required string AllServices { get; init; }
    public required Func<int, int, string> ListedOf { get; init; }
    public required string NobodyParked { get; init; }
    public required string NobodyAbsent { get; init; }
    public required Func<int, string> TicketName { get; init; }
    public required Func<TimeSpan, string> Wait { get; init; }
    public required Func<TimeSpan, string> Waited { get; init; }
    public required Func<string, string?> Speaks { get; init; }

    // Questions
    public required string Service { get; init; }
    public required string Class { get; init; }
    public required string IssuedAt { get; init; }
    public required string WaitedFor { get; init; }
    public required string Note { get; init; }
    public required string CitizenLanguage { get; init; }
    public required Func<int, string> AskCall { get; init; }
    public required string CallReason { get; init; }
    public required string CallReasonHint { get; init; }
    public required IReadOnlyList<string> CallReasons { get; init; }
    public required string ReasonMissing { get; init; }
    public required Func<int, string> AskPark { get; init; }
    public required string ParkNote { get; init; }
    public required string ParkNoteHint { get; init; }
    public required IReadOnlyList<string> ParkNotes { get; init; }
    public required Func<int, string> AskTransfer { get; init; }
    public required string TransferHint { get; init; }
    public required Func<int, string> AskRequeue { get; init; }
    public required string Postpone { get; init; }
    public required string RequeueHint { get; init; }
    public required Func<int, string> Behind { get; init; }
    public required Func<int, string> AskCancel { get; init; }
    public required string CancelHint { get; init; }
    public required string AskPause { get; init; }
    public required string PauseReason { get; init; }
    public required string PauseHint { get; init; }
    public required IReadOnlyList<string> PauseReasons { get; init; }
    public required string AskLeave { get; init; }
    public required string LeaveHint { get; init; }
    public required Func<int, string> LeaveTicketHint { get; init; }
    public required string CloseAndSignOut { get; init; }
    public required string CloseAndChange { get; init; }
    public required string SignOutOnly { get; init; }
    public required string ChangeOnly { get; init; }
    public required string TicketGone { get; init; }
    public required string Optional { get; init; }
    public required string Back { get; init; }

    public required string Next { get; init; }
    public required Func<string, string> ParkedAt { get; init; }

    // Said once, for those who listen
    public required Func<DeskStage, int?, string?> Announce { get; init; }

    // Keys
    public required string Keys { get; init; }
    public required string KeysHint { get; init; }
}
