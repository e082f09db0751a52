using System.Text.Json.Serialization;

namespace QueueHub.Tickets.Rows;

/// <summary>
/// One entry of an office's log: what was done, and the rows as they are afterwards, so that folding, joining and rebuilding are upserts.
/// The stream's entry id is <c>Version-0</c>; its single field <c>event</c> is this as JSON.
/// </summary>
/// <param name="At">Office time, Unix milliseconds; never goes back within an office.</param>
/// <param name="Day">Business day, yyyy-MM-dd.</param>
/// <param name="By">Who did it: <c>staff:id</c>, <c>citizen</c>, <c>system</c>.</param>
/// <param name="Reason">Free text of a clerk, where a command asks for it.</param>
/// <param name="Passed">Of <see cref="EventType.TicketCalled"/>: how many of its line it was called before.</param>
/// <param name="Undone">Of <see cref="EventType.CommandUndone"/>: what was taken back.</param>
/// <param name="Notice">Of <see cref="EventType.NoticeChanged"/>; absent when it was taken away.</param>
/// <param name="Alarm">Of <see cref="EventType.AlarmEnded"/>: the alarm as it was.</param>
/// <param name="DayOpen">Of <see cref="EventType.OfficeRebuilt"/> only, whose rows are all there are.</param>
public sealed record OfficeEvent(
    long Version,
    string Epoch,
    long At,
    string Day,
    EventType Type,
    string By,
    IReadOnlyList<TicketRow>? Tickets = null,
    IReadOnlyList<CounterRow>? Counters = null,
    string? Reason = null,
    bool? DayOpen = null,
    int? Passed = null,
    EventType? Undone = null,
    OfficeNotice? Notice = null,
    CounterAlarm? Alarm = null);

/// <summary>What happened; see docs/events.md for the rows each one carries.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventType>))]
public enum EventType
{
    [JsonStringEnumMemberName("dayOpened")] DayOpened,
    [JsonStringEnumMemberName("ticketsExpired")] TicketsExpired,
    [JsonStringEnumMemberName("dayClosed")] DayClosed,
    [JsonStringEnumMemberName("officeRebuilt")] OfficeRebuilt,
    [JsonStringEnumMemberName("counterOpened")] CounterOpened,
    [JsonStringEnumMemberName("counterPaused")] CounterPaused,
    [JsonStringEnumMemberName("counterClosed")] CounterClosed,
    [JsonStringEnumMemberName("counterServicesChanged")] CounterServicesChanged,
    [JsonStringEnumMemberName("ticketIssued")] TicketIssued,
    [JsonStringEnumMemberName("ticketArrived")] TicketArrived,
    [JsonStringEnumMemberName("formSubmitted")] FormSubmitted,
    [JsonStringEnumMemberName("ticketCalled")] TicketCalled,
    [JsonStringEnumMemberName("ticketRecalled")] TicketRecalled,
    [JsonStringEnumMemberName("serviceStarted")] ServiceStarted,
    [JsonStringEnumMemberName("ticketCompleted")] TicketCompleted,
    [JsonStringEnumMemberName("ticketNoShow")] TicketNoShow,
    [JsonStringEnumMemberName("ticketReinstated")] TicketReinstated,
    [JsonStringEnumMemberName("ticketParked")] TicketParked,
    [JsonStringEnumMemberName("ticketResumed")] TicketResumed,
    [JsonStringEnumMemberName("ticketTransferred")] TicketTransferred,
    [JsonStringEnumMemberName("ticketMoving")] TicketMoving,
    [JsonStringEnumMemberName("ticketMoved")] TicketMoved,
    [JsonStringEnumMemberName("ticketMoveRefused")] TicketMoveRefused,
    [JsonStringEnumMemberName("ticketRated")] TicketRated,
    [JsonStringEnumMemberName("ticketRequeued")] TicketRequeued,
    [JsonStringEnumMemberName("ticketCancelled")] TicketCancelled,
    [JsonStringEnumMemberName("ticketPassedOn")] TicketPassedOn,
    [JsonStringEnumMemberName("journeyChanged")] JourneyChanged,
    [JsonStringEnumMemberName("correctionsAsked")] CorrectionsAsked,
    [JsonStringEnumMemberName("formOpened")] FormOpened,
    [JsonStringEnumMemberName("commandUndone")] CommandUndone,
    [JsonStringEnumMemberName("noticeChanged")] NoticeChanged,
    [JsonStringEnumMemberName("formSigned")] FormSigned,
    [JsonStringEnumMemberName("warningGiven")] WarningGiven,
    [JsonStringEnumMemberName("visitEnded")] VisitEnded,
    [JsonStringEnumMemberName("alarmRaised")] AlarmRaised,
    [JsonStringEnumMemberName("alarmAnswered")] AlarmAnswered,
    [JsonStringEnumMemberName("alarmEnded")] AlarmEnded,
}

/// <summary>What the office's screens say besides the calls.</summary>
/// <param name="Until">Unix milliseconds after which it is shown no longer; absent: until it is taken away.</param>
public sealed record OfficeNotice(string Ko, string En, long? Until = null);
