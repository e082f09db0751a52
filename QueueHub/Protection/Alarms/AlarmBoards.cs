using QueueHub.Contracts.Protection;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.Protection.Alarms;

/// <summary>The alarms that stand in an office, for one who may know of them. Pure.</summary>
internal static class AlarmBoards
{
    /// <param name="names">Staff id → name.</param>
    public static AlarmBoard Of(OfficeState state, AlarmReader reader, IReadOnlyDictionary<string, string> names, DateTimeOffset now) => new(
        state.Epoch, state.Version, now,
        [.. state.Counters.Values.Where(counter => counter.Alarm is { } alarm && reader.MayKnow(counter.Id, alarm))
            .Select(counter => View(state, counter.Id, counter.Alarm!, names)).OrderBy(alarm => alarm.At).ThenBy(alarm => alarm.Id)]);

    /// <summary>How many stand in the office.</summary>
    /// <param name="desk">
    /// Not counted is one that was raised at this sign-in's counter: a citizen may be looking at the screen. Null: all are.
    /// </param>
    public static int Count(OfficeState? state, string? desk) =>
        state?.Counters.Values.Count(counter => counter.Alarm is not null && (desk is null || counter.Desk != desk)) ?? 0;

    /// <summary>True when there is nothing new in the second board.</summary>
    public static bool Same(AlarmBoard one, AlarmBoard other) =>
        one.Epoch == other.Epoch && one.Alarms.Count == other.Alarms.Count && one.Alarms.Zip(other.Alarms).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Alarm one, Alarm other) => one with { Answers = other.Answers } == other && one.Answers.SequenceEqual(other.Answers);

    private static Alarm View(OfficeState state, string counter, CounterAlarm alarm, IReadOnlyDictionary<string, string> names) => new(
        alarm.Id, counter, DateTimeOffset.FromUnixTimeMilliseconds(alarm.At), alarm.By, Name(alarm.By, names),
        alarm.Ticket is { } ticket ? state.Tickets.GetValueOrDefault(ticket)?.Number : null,
        [.. (alarm.Answers ?? []).Select(answer => new AlarmAnswer(
            answer.By, Name(answer.By, names), DateTimeOffset.FromUnixTimeMilliseconds(answer.At), answer.From))]);

    private static string Name(string staff, IReadOnlyDictionary<string, string> names) => names.GetValueOrDefault(staff, staff);
}

/// <summary>Who looks: a supervisor of the office, or a clerk at a counter.</summary>
/// <param name="Counter">Where the console stands; empty at none.</param>
internal sealed record AlarmReader(string Office, string Counter, string Staff, bool Supervisor)
{
    /// <summary>A clerk knows of no alarm but the own one, and of that only where it was raised: nobody else's screen may give it away.</summary>
    public bool MayKnow(string counter, CounterAlarm alarm) => Supervisor || (counter == Counter && alarm.By == Staff);
}
