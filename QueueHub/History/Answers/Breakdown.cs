using System.Globalization;
using QueueHub.Contracts.History;
using QueueHub.History.Rollups;

namespace QueueHub.History.Answers;

/// <summary>How figures are taken apart: which rollups are read, how large ones at most, and which belong to one row. Pure.</summary>
/// <param name="MostDays">So many days can be asked at once: of hours there are many.</param>
public sealed record Breakdown(RollupKind Kind, Grain Largest, Func<RollupRow, string> Key, int MostDays = Breakdown.TwentyYears)
{
    private const int TwentyYears = 20 * 366;

    /// <summary>By the word of the question; null for none of <see cref="FiguresBy"/>.</summary>
    /// <param name="service">Only this one, over time; null: the whole office.</param>
    /// <param name="several">Of more than one office: a counter is then told by its office, too.</param>
    public static Breakdown? Of(string by, string? service, bool several) => by switch
    {
        FiguresBy.Total => new(Over(service), Grain.Year, _ => ""),
        FiguresBy.Office => new(Over(service), Grain.Year, row => row.Office),
        FiguresBy.Service when service is null => new(RollupKind.Service, Grain.Year, row => row.Key),
        FiguresBy.Counter when service is null => new(RollupKind.Counter, Grain.Year, row => several ? $"{row.Office}/{row.Key}" : row.Key),
        FiguresBy.Class when service is null => new(RollupKind.Class, Grain.Year, row => row.Key),
        FiguresBy.Channel when service is null => new(RollupKind.Channel, Grain.Year, row => row.Key),
        FiguresBy.Journey when service is null => new(RollupKind.Journey, Grain.Year, row => row.Key),
        FiguresBy.Hour => Series(service, Grain.Hour, 31),
        FiguresBy.Day => Series(service, Grain.Day, 2 * 366),
        FiguresBy.Month => Series(service, Grain.Month, TwentyYears),
        FiguresBy.Year => Series(service, Grain.Year, TwentyYears),
        _ => null,
    };

    /// <summary>True when its rows are times.</summary>
    public static bool IsSeries(string by) => by is FiguresBy.Hour or FiguresBy.Day or FiguresBy.Month or FiguresBy.Year;

    private static Breakdown Series(string? service, Grain grain, int mostDays) =>
        new(Over(service), grain, row => Hours.Start(grain, row.Start).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), mostDays);

    private static RollupKind Over(string? service) => service is null ? RollupKind.Office : RollupKind.Service;
}
