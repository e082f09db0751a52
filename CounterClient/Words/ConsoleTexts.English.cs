namespace CounterClient;

public sealed partial record ConsoleTexts
{
    public static ConsoleTexts English { get; } = new()
    {
        Preview = "Look before calling",
        PreviewTitle = "Next in line",
        CallThis = "Call this number",
        Skip = "Skip and see the one after",
        NextChanged = "Somebody else is the next one by now. Look before you call.",
        NobodyAfter = "Nobody waits behind this number.",
        CallAgainIn = seconds => $"Call again in {seconds} s",
        CalledOf = (count, limit) => $"Called {count} × (up to {limit} again)",
        NoShowIsDue = "Called several times without an answer. Mark as absent?",

        ParkPlace = "Where they wait",
        ParkPlaces = ["Waiting area", "Writing desk", "Cashier", "Kiosk", "Another floor"],
        ParkedBy = name => $"parked by {name}",
        ReinstatesLeft = count => count == 1 ? "Can be put back in line once more." : $"Can be put back in line {count} more times.",
        NoReinstateLeft = "No more returns",

        CompleteAndGoOn = service => $"Complete, then {service}",
        Ending = "Other ways to complete",
        EndingTitle = "How does it end?",
        Result = "Result",
        NoResult = "Provided",
        NotProvided = "Could not be provided",
        Afterwards = "Afterwards",
        VisitEnds = "The visit ends",
        GoesOnTo = service => $"Waits for “{service}”",
        PassOnTo = "First goes to another service",
        ChooseService = "Choose a service",
        EndHere = "The visit ends here, whatever is left",

        JourneyTitle = number => $"What {number} still visits",
        JourneyHint = "After the present service the same number waits for these, from the top.",
        JourneyEmpty = "Only the present service, then the visit ends.",
        AddService = "Add a service",
        MoveUp = service => $"{service} up",
        MoveDown = service => $"{service} down",
        Remove = service => $"Remove {service}",
        Save = "Save",
        RestOfVisit = "Still to visit",
        OnlyThisService = "Nothing",

        ToService = "To another service",
        ToCounter = "To one counter",
        NoOtherCounter = "No other counter is open.",
        ForOneCounter = counter => $"Counter {counter} only",
        ForHereAlone = "This counter only",

        Done = (action, number) => action switch
        {
            DeskAction.CallNext or DeskAction.Call => $"Number {number} was called.",
            DeskAction.NoShow => $"Number {number} was marked absent.",
            DeskAction.Park => $"Number {number} was parked.",
            DeskAction.Complete => $"Number {number} was completed.",
            DeskAction.Transfer => $"Number {number} was passed on.",
            DeskAction.EndVisit => ProtectionTexts.English.Ended(number),
            _ => "",
        },
        SecondsLeft = seconds => $"{seconds} s",

        PauseLength = "Expected length",
        NoLength = "Not set",
        Minutes = minutes => $"{minutes} min",
        PauseUntil = time => $"Paused until {time}",
        PauseOver = time => $"The pause was meant to end at {time}.",

        ServicesTitle = "Services of this counter",
        ServicesHint = "Helping services are called only when nobody waits for the main ones.",
        NotServed = "Not here",
        PrimaryMissing = "Choose at least one main service.",

        TakeOver = "Take over",
        TakeOverTitle = counter => $"Take over counter {counter}?",
        TakeOverHint = name => $"{name} is working there. That screen can no longer use the counter; its number and form come to this one.",
        TakeOverMineHint = "You are using it at another screen. That screen can no longer use the counter.",
        TakenBy = name => $"{name} is working at this counter.",
        TakenByMe = "You are using this counter at another screen.",
        MineElsewhere = "At your other screen",
        UsedBy = name => $"Used by {name}",

        Expected = minutes => $"≈ {minutes} min",
        ExpectedHead = "Expected",
        LongestHead = "Longest",

        Sound = "Sound",
        SoundOn = "Sound on",
        SoundOff = "Sound off",
        Lists = "To the waiting list",

        IdleTitle = "You will be signed out soon",
        IdleLeft = time => $"Nothing was used for a while: you will be signed out in {time}. Counter and queue stay as they are.",
        StayHere = "Keep working",
        IdleOver = "You were signed out because nothing was used for a while. Sign in to go on where you were.",

        Issue = "Issue a ticket",
        IssueHint = "The number key of a service issues at once.",
        IssueMany = "Several services",
        IssueManyHint = "Choose the services in order, then press 0.",
        IssueNow = "Issue",
        Issued = "The ticket was issued.",
        ThenTo = services => $"Then: {services}",
        PrintSlip = "Print the slip",
        PrintSlipA4 = "Print on A4",
        WriteForm = "Write the form for them",
        IssueAnother = "Issue another",
        Issuing = "Issuing…",

        Helper = "Reception helper",
        HelperHint = "Issues tickets and helps with forms, without a counter.",
        LeaveHelper = "To the counters",
    };
}
