namespace CounterClient;

/// <summary>Words of the console's day: previews, endings, journeys, pauses, tickets without a phone.</summary>
public sealed partial record ConsoleTexts
{
    public required string Preview { get; init; }
    public required string PreviewTitle { get; init; }
    public required string CallThis { get; init; }
    public required string Skip { get; init; }
    public required string NextChanged { get; init; }
    public required string NobodyAfter { get; init; }
    public required Func<int, string> CallAgainIn { get; init; }
    public required Func<int, int, string> CalledOf { get; init; }
    public required string NoShowIsDue { get; init; }

    public required string ParkPlace { get; init; }
    public required IReadOnlyList<string> ParkPlaces { get; init; }
    public required Func<string, string> ParkedBy { get; init; }
    public required Func<int, string> ReinstatesLeft { get; init; }
    public required string NoReinstateLeft { get; init; }

    public required Func<string, string> CompleteAndGoOn { get; init; }
    public required string Ending { get; init; }
    public required string EndingTitle { get; init; }
    public required string Result { get; init; }
    public required string NoResult { get; init; }
    public required string NotProvided { get; init; }
    public required string Afterwards { get; init; }
    public required string VisitEnds { get; init; }
    public required Func<string, string> GoesOnTo { get; init; }
    public required string PassOnTo { get; init; }
    public required string ChooseService { get; init; }
    public required string EndHere { get; init; }

    public required Func<int, string> JourneyTitle { get; init; }
    public required string JourneyHint { get; init; }
    public required string JourneyEmpty { get; init; }
    public required string AddService { get; init; }
    public required Func<string, string> MoveUp { get; init; }
    public required Func<string, string> MoveDown { get; init; }
    public required Func<string, string> Remove { get; init; }
    public required string Save { get; init; }
    public required string RestOfVisit { get; init; }
    public required string OnlyThisService { get; init; }

    public required string ToService { get; init; }
    public required string ToCounter { get; init; }
    public required string NoOtherCounter { get; init; }
    public required Func<string, string> ForOneCounter { get; init; }
    public required string ForHereAlone { get; init; }

    public required Func<DeskAction, int?, string> Done { get; init; }
    public required Func<int, string> SecondsLeft { get; init; }

    public required string PauseLength { get; init; }
    public required string NoLength { get; init; }
    public required Func<int, string> Minutes { get; init; }
    public required Func<string, string> PauseUntil { get; init; }
    public required Func<string, string> PauseOver { get; init; }

    public required string ServicesTitle { get; init; }
    public required string ServicesHint { get; init; }
    public required string NotServed { get; init; }
    public required string PrimaryMissing { get; init; }

    public required string TakeOver { get; init; }
    public required Func<string, string> TakeOverTitle { get; init; }
    public required Func<string, string> TakeOverHint { get; init; }
    public required string TakeOverMineHint { get; init; }
    public required Func<string, string> TakenBy { get; init; }
    public required string TakenByMe { get; init; }
    public required string MineElsewhere { get; init; }
    public required Func<string, string> UsedBy { get; init; }

    public required Func<int, string> Expected { get; init; }
    public required string ExpectedHead { get; init; }
    public required string LongestHead { get; init; }

    public required string Sound { get; init; }
    public required string SoundOn { get; init; }
    public required string SoundOff { get; init; }
    public required string Lists { get; init; }

    public required string IdleTitle { get; init; }
    public required Func<string, string> IdleLeft { get; init; }
    public required string StayHere { get; init; }
    public required string IdleOver { get; init; }

    public required string Issue { get; init; }
    public required string IssueHint { get; init; }
    public required string IssueMany { get; init; }
    public required string IssueManyHint { get; init; }
    public required string IssueNow { get; init; }
    public required string Issued { get; init; }
    public required Func<string, string> ThenTo { get; init; }
    public required string PrintSlip { get; init; }
    public required string PrintSlipA4 { get; init; }
    public required string WriteForm { get; init; }
    public required string IssueAnother { get; init; }
    public required string Issuing { get; init; }

    public required string Helper { get; init; }
    public required string HelperHint { get; init; }
    public required string LeaveHelper { get; init; }
}

public sealed partial record Texts
{
    /// <summary>The words of the console's day in this language.</summary>
    public ConsoleTexts Console => Language == Korean.Language ? ConsoleTexts.Korean : ConsoleTexts.English;
}
