namespace QueueHub.Contracts.History;

/// <summary>Figures of a range of days, by something.</summary>
/// <param name="Office">Null: of all offices that the asker may see.</param>
/// <param name="By">See <see cref="FiguresBy"/>.</param>
/// <param name="TargetMinutes">What <see cref="Figures.WithinTarget"/> is measured by; null where the offices have different ones.</param>
/// <param name="Days">On how many days of the range anybody came; null where it is not asked by <see cref="FiguresBy.Total"/>.</param>
/// <param name="PerStaff">True when <see cref="FiguresBy.Staff"/> may be asked as well.</param>
public sealed record FiguresTable(
    string? Office, DateOnly From, DateOnly To, string By, int? TargetMinutes, Figures Total, IReadOnlyList<FiguresRow> Rows, int? Days = null, bool PerStaff = false);

/// <summary>One row.</summary>
/// <param name="Key">The id of the service, counter, class, channel or office; of a time when it begins, as yyyy-MM-ddTHH:mm; of a journey its services, joined by &gt;.</param>
/// <param name="Name">Its name; null where the key says it.</param>
public sealed record FiguresRow(string Key, LocalText? Name, Figures Figures);

/// <summary>What figures can be asked by.</summary>
public static class FiguresBy
{
    public const string Total = "total";
    public const string Service = "service";
    public const string Counter = "counter";
    public const string Class = "class";
    public const string Channel = "channel";
    public const string Office = "office";
    public const string Journey = "journey";
    /// <summary>Only where the office's configuration allows it.</summary>
    public const string Staff = "staff";
    public const string Hour = "hour";
    public const string Day = "day";
    public const string Month = "month";
    public const string Year = "year";
}
