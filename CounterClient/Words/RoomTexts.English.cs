using QueueHub.Contracts.Boards;

namespace CounterClient;

public sealed partial record RoomTexts
{
    public static RoomTexts English { get; } = new()
    {
        Language = "en",
        Room = "Room",
        AllOffices = "All offices",
        AllOfficesHint = "The offices you supervise, as they are now. Choose one to open its room.",
        BackToDesk = "Counter",
        NotSupervisor = "You may not see the room. Please ask an administrator.",
        NotHere = "This office is unknown, or its room is not for you.",

        Lines = "Lines",
        Light = "State",
        WaitingNow = "Waiting",
        Longest = "Longest",
        Expected = "Expected",
        ServedAt = "Counters",
        Pace = pace => pace switch
        {
            QueueHub.Contracts.Boards.Pace.Closed => "Closed",
            QueueHub.Contracts.Boards.Pace.NoCounter => "No counter",
            QueueHub.Contracts.Boards.Pace.Quiet => "Quiet",
            QueueHub.Contracts.Boards.Pace.Moderate => "Moderate",
            QueueHub.Contracts.Boards.Pace.Busy => "Busy",
            _ => "",
        },
        People = count => $"{count}",
        Minutes = minutes => minutes switch { null => "–", 0 => "at once", { } some => $"~{some} min" },
        Length = time => time.TotalMinutes < 1 ? "< 1 min" : Short(time),
        None = "none",

        Counters = "Counters",
        Standing = standing => standing switch
        {
            RoomStanding.Free => "Free",
            RoomStanding.Called => "Calling",
            RoomStanding.Serving => "Serving",
            RoomStanding.Paused => "Paused",
            _ => "Closed",
        },
        Count = (standing, count) => standing switch
        {
            RoomStanding.Free => $"{count} free",
            RoomStanding.Called => $"{count} calling",
            RoomStanding.Serving => $"{count} serving",
            RoomStanding.Paused => $"{count} paused",
            _ => $"{count} closed",
        },
        PausedUntil = clock => $"until {clock}",
        Over = time => $"{(time.TotalMinutes < 1 ? "under 1 min" : Short(time))} over",
        Manage = "Manage",
        ManageCounter = counter => $"Manage {counter}",
        NoServices = "No services",
        HelpsWith = services => $"Helps: {services}",
        DayClosed = "The day is closed; no counter can be opened.",

        Parked = "Parked",
        Absent = "Absent",
        NobodyParked = "No number is parked.",
        NobodyAbsent = "No number is absent.",
        By = name => $"by {name}",
        At = place => $"at {place}",
        Since = time => $"{(time.TotalMinutes < 1 ? "under 1 min" : Short(time))} ago",
        Reinstated = times => times == 1 ? "reinstated once" : $"reinstated {times} times",

        Action = action => action switch
        {
            RoomAction.Open => "Open counter",
            RoomAction.Reopen => "Resume",
            RoomAction.Pause => "Pause",
            RoomAction.Close => "Close counter",
            RoomAction.Services => "Change services",
            RoomAction.Complete => "Mark as completed",
            RoomAction.NoShow => "Mark as absent",
            RoomAction.Park => "Park",
            RoomAction.Resume or RoomAction.Reinstate => "Back in line",
            RoomAction.Cancel => "Cancel ticket",
            RoomAction.Notice => "Show notice",
            RoomAction.TakeNoticeAway => "Take notice away",
            RoomAction.AnswerAlarm => "I’m coming",
            RoomAction.EndAlarm => "Switch off",
            _ => "",
        },
        Working = "Working…",
        Failed = (subject, action, reason) => $"{(subject.Length > 0 ? $"{subject}: " : "")}“{action}” was not done. {reason}",
        AskOpen = counter => $"Open {counter}?",
        Clerk = "Clerk",
        ChooseClerk = "Choose who works there.",
        StaffFailed = "The list of staff could not be loaded.",
        HoldsAlready = counter => $"at {counter}",
        AskServices = counter => $"Change the services of {counter}?",
        AskPause = counter => $"Pause {counter}?",
        HowLong = "How long",
        OpenEnd = "Open end",
        AskClose = counter => $"Close {counter}?",
        CloseHint = "Its clerk leaves the counter. Numbers that waited for it alone go back among those who wait for the service.",
        CompleteHint = "Recorded as completed; the counter becomes free.",
        NoShowHint = "Recorded as absent; the counter becomes free. It can be put back in line later.",
        CancelHint = "This cannot be undone, and the form that was sent is deleted.",
        Gone = "This was just dealt with elsewhere.",
        Optional = "optional",

        Notice = "Notice in the lobby",
        NoNotice = "There is no notice on the lobby screens.",
        WriteNotice = "Write a notice",
        NoticeHint = "It appears on the lobby screens at once. Write no names or other personal data.",
        NoticeKo = "Korean",
        NoticeEn = "English",
        NoticeEnHint = "Without it only the Korean text is shown.",
        NoticeMissing = "Write the notice.",
        ShownUntil = clock => $"shown until {clock}",
        ShownUntilTaken = "shown until taken away",

        Ledger = "Calls out of order",
        LedgerHint = "Today's calls that went before people who had waited longer, and why.",
        LedgerEmpty = "No call out of order today.",
        LedgerLoading = "Loading…",
        LedgerFailed = "The calls could not be loaded; trying again.",
        Passed = count => $"before {count}",
        NoReason = "no reason",

        Office = "Office",
        CountersOpen = "Counters",
        CounterCounts = (open, paused, closed) => $"{open} open · {paused} paused · {closed} closed",
        NotKnown = "Not known yet…",
    };

    private static string Short(TimeSpan time) => time switch
    {
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min",
        { Minutes: 0 } => $"{(int)time.TotalHours} h",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };
}
