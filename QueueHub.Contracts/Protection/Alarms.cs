namespace QueueHub.Contracts.Protection;

/// <summary>
/// The silent alarms that somebody may know of: a supervisor those of the office, a clerk that of the counter where the console stands. Within one
/// <see cref="Epoch"/> a lower <see cref="Version"/> is older and is ignored.
/// </summary>
/// <param name="At">Server time when it was made.</param>
public sealed record AlarmBoard(string Epoch, long Version, DateTimeOffset At, IReadOnlyList<Alarm> Alarms);

/// <summary>An alarm that stands.</summary>
/// <param name="Id">Names it, so that a late click cannot answer or end the next one.</param>
/// <param name="Staff">Staff id of who raised it.</param>
/// <param name="Number">Of the ticket that was at the counter.</param>
public sealed record Alarm(
    long Id, string Counter, DateTimeOffset At, string Staff, string StaffName, int? Number, IReadOnlyList<AlarmAnswer> Answers);

/// <summary>That help is coming.</summary>
/// <param name="StaffName">The supervisor who says so.</param>
/// <param name="From">From where; null: that supervisor comes.</param>
public sealed record AlarmAnswer(string Staff, string StaffName, DateTimeOffset At, string? From);
