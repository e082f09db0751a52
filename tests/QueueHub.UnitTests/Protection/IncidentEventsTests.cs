using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.History.Chains;
using QueueHub.Protection.Incidents;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Protection;

/// <summary>Which events are lines of the incident record, and what they say there.</summary>
public class IncidentEventsTests
{
    private const long At = 1_772_410_000_000;

    private static readonly CounterAlarm Alarm = new(30, At - 1000, "s1", 7);

    private static readonly CounterRow Counter = new("3", CounterState.Open, At, "s1", Ticket: 7, Alarm: Alarm);

    private static readonly TicketRow Ticket = new(
        7, 12, "resident", ["resident"], 0, "standard", 0, "phone", "ko", "2026-03-02", TicketState.Serving, 0, 0, 0, 0, 0, "00", "3", Note: "암호 같은 메모",
        Warnings: [new(WarningKind.Time, At - 5000), new(WarningKind.Threat, At)]);

    [Fact]
    public void An_alarm_that_is_raised_answered_and_switched_off_is_three_lines_of_its_visit()
    {
        var raised = new IncidentLine("seocho", "t7", "2026-03-02", At, "3", 7, null, "s1", IncidentAction.AlarmRaised, "s1", null, null, "v41");
        Assert.Equal(raised, Of(EventType.AlarmRaised, "staff:s1", counters: [Counter]));

        var answered = Counter with { Alarm = Alarm with { Answers = [new("s8", At - 1), new("s9", At, "청원경찰")] } };
        Assert.Equal(
            raised with { Action = IncidentAction.AlarmAnswered, By = "s9", Note = "청원경찰" },
            Of(EventType.AlarmAnswered, "supervisor:s9", counters: [answered]));

        Assert.Equal(
            raised with { Action = IncidentAction.AlarmEnded, By = "s9" },
            Of(EventType.AlarmEnded, "supervisor:s9", counters: [Counter with { Alarm = null, Ticket = null, Staff = "s2" }], alarm: Alarm));
    }

    [Fact]
    public void An_alarm_at_a_counter_without_a_ticket_is_an_incident_of_its_own() =>
        Assert.Equal(("a30", null), (Of(EventType.AlarmRaised, "staff:s1", counters: [Counter with { Alarm = Alarm with { Ticket = null } }]) is { } line
            ? (line.Incident, line.Ordinal) : default));

    [Fact]
    public void A_warning_says_its_kind_and_an_ended_visit_its_reason()
    {
        var warned = new IncidentLine(
            "seocho", "t7", "2026-03-02", At, "3", 7, 12, "s1", IncidentAction.Warned, "s1", null, WarningKind.Threat, "v41");
        Assert.Equal(warned, Of(EventType.WarningGiven, "staff:s1", [Ticket]));
        Assert.Equal(
            warned with { Action = IncidentAction.VisitEnded, Note = WarningKind.Language },
            Of(EventType.VisitEnded, "staff:s1", [Ticket], reason: WarningKind.Language));
        Assert.Equal(
            warned with { Action = IncidentAction.EndingTakenBack, Note = null },
            Of(EventType.CommandUndone, "staff:s1", [Ticket], undone: EventType.VisitEnded));
    }

    [Fact]
    public void Nothing_else_is_an_incident_least_of_all_a_pause()
    {
        Assert.Null(Of(EventType.CommandUndone, "staff:s1", [Ticket], undone: EventType.TicketCalled));
        foreach (var type in Enum.GetValues<EventType>().Except(
            [EventType.AlarmRaised, EventType.AlarmAnswered, EventType.AlarmEnded, EventType.WarningGiven, EventType.VisitEnded, EventType.CommandUndone]))
        {
            Assert.Null(Of(type, "staff:s1", [Ticket], [Counter], Alarm));
        }
    }

    [Fact]
    public void Every_part_of_a_line_is_covered_by_its_hash()
    {
        var line = Of(EventType.WarningGiven, "staff:s1", [Ticket])!;
        Func<IncidentLine, IncidentLine>[] changes =
        [
            one => one with { Office = "x" }, one => one with { Incident = "t8" }, one => one with { Day = "2026-03-03" }, one => one with { At = 1 },
            one => one with { Counter = "9" }, one => one with { Ordinal = null }, one => one with { Number = 13 }, one => one with { Staff = "s9" },
            one => one with { Action = IncidentAction.Noted }, one => one with { By = "s9" }, one => one with { Kind = IncidentKind.Other },
            one => one with { Note = "x" }, one => one with { Source = "v42" },
        ];
        Assert.Equal(typeof(IncidentLine).GetProperties().Length, changes.Length);
        Assert.All(changes, change => Assert.NotEqual(HashChain.Hash(1, [], line), HashChain.Hash(1, [], change(line))));
    }

    [Fact]
    public void What_readers_see_is_the_first_lines_place_and_clerk_and_the_last_kind()
    {
        var lines = HashChain.Continue(new ChainEnd(4, [1]),
        [
            Of(EventType.AlarmRaised, "staff:s1", counters: [Counter])!,
            Of(EventType.WarningGiven, "staff:s1", [Ticket])!,
            new("seocho", "t7", "2026-03-02", At, "3", 7, 12, "s1", IncidentAction.Reported, "s1", IncidentKind.Abuse, "소리를 질렀음", "r1"),
            new("seocho", "t7", "2026-03-02", At, "3", 7, 12, "s1", IncidentAction.Noted, "s9", IncidentKind.Threat, null, "r2"),
        ]);

        var incident = IncidentViews.Of(lines, new Dictionary<string, string> { ["s1"] = "김서연" });

        Assert.Equal(("t7", "3", 12, "김서연", IncidentKind.Threat), (incident.Id, incident.Counter, incident.Number, incident.StaffName, incident.Kind));
        Assert.Equal([5, 6, 7, 8], incident.Entries.Select(entry => entry.Seq));
        Assert.Equal(("s9", "s9", null), (incident.Entries[3].By, incident.Entries[3].ByName, incident.Entries[3].Text));
    }

    private static IncidentLine? Of(
        EventType type, string by, IReadOnlyList<TicketRow>? tickets = null, IReadOnlyList<CounterRow>? counters = null, CounterAlarm? alarm = null,
        string? reason = null, EventType? undone = null) =>
        IncidentEvents.LineOf("seocho", new OfficeEvent(41, "e1", At, "2026-03-02", type, by, tickets, counters, Reason: reason, Undone: undone, Alarm: alarm));
}
