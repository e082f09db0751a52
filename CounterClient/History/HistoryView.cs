namespace CounterClient;

/// <summary>What the page is set to, all of it in its address, so that a view can be linked and reloaded. Pure.</summary>
/// <param name="Office">Null: all offices of the person.</param>
/// <param name="Custom">The days of <see cref="RangePreset.Custom"/>, as they were typed: they may be reversed.</param>
/// <param name="ComparedCustom">The days of <see cref="CompareWith.Custom"/>.</param>
public sealed record HistoryView(
    string? Office, RangePreset Range = RangePreset.Week, CompareWith Compare = CompareWith.Nothing, DayRange Custom = default, DayRange ComparedCustom = default)
{
    /// <summary>The first part of the path, from the app's base.</summary>
    public const string Name = "history";

    private static readonly (RangePreset Preset, string Word)[] Ranges =
    [
        (RangePreset.Today, "today"), (RangePreset.Yesterday, "yesterday"), (RangePreset.Week, "7d"), (RangePreset.Month, "28d"), (RangePreset.ThisMonth, "month"),
        (RangePreset.LastMonth, "last-month"), (RangePreset.ThisYear, "year"), (RangePreset.LastYear, "last-year"), (RangePreset.Custom, "days"),
    ];

    private static readonly (CompareWith Compare, string Word)[] Comparisons =
        [(CompareWith.Nothing, "none"), (CompareWith.Before, "before"), (CompareWith.YearBefore, "last-year"), (CompareWith.Custom, "days")];

    /// <summary>The page's path and query, from the app's base; what is usual is left out.</summary>
    public string Address
    {
        get
        {
            var query = new List<string>();
            if (Range != RangePreset.Week)
            {
                query.Add($"range={Ranges.First(range => range.Preset == Range).Word}");
            }

            if (Range == RangePreset.Custom)
            {
                query.Add(Custom.Query);
            }

            if (Compare != CompareWith.Nothing)
            {
                query.Add($"compare={Comparisons.First(one => one.Compare == Compare).Word}");
            }

            if (Compare == CompareWith.Custom)
            {
                query.Add($"from2={DayRange.Text(ComparedCustom.From)}&to2={DayRange.Text(ComparedCustom.To)}");
            }

            return $"{Of(Office)}{(query.Count == 0 ? "" : $"?{string.Join('&', query)}")}";
        }
    }

    /// <summary>The path of an office's history; null: of all.</summary>
    public static string Of(string? office) => office is null ? Name : $"{Name}/{Uri.EscapeDataString(office)}";

    /// <summary>Reads an address; what cannot be read in it is as usual.</summary>
    /// <param name="address">From the app's base.</param>
    public static HistoryView Parse(string address)
    {
        var parts = address.Split('#')[0].Split('?', 2);
        var office = parts[0].Trim('/').Split('/') is [Name, { Length: > 0 } slug, ..] ? Uri.UnescapeDataString(slug) : null;
        var query = (parts is [_, var all] ? all : "").Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => Uri.UnescapeDataString(pair.First()[1]));
        var view = new HistoryView(
            office,
            Ranges.Where(range => range.Word == query.GetValueOrDefault("range")).Select(range => range.Preset).DefaultIfEmpty(RangePreset.Week).First(),
            Comparisons.FirstOrDefault(one => one.Word == query.GetValueOrDefault("compare")).Compare,
            Days(query, "from", "to"), Days(query, "from2", "to2"));
        return view with
        {
            Range = view.Range == RangePreset.Custom && view.Custom == default ? RangePreset.Week : view.Range,
            Compare = view.Compare == CompareWith.Custom && view.ComparedCustom == default ? CompareWith.Nothing : view.Compare,
        };
    }

    /// <summary>The days it is about.</summary>
    public DayRange DaysOn(DateOnly today) => RangePresets.Of(Range, today, Custom);

    /// <summary>The days it compares with; null: none.</summary>
    public DayRange? ComparedOn(DateOnly today) => Compare switch
    {
        CompareWith.Before => RangePresets.Before(Range, DaysOn(today)),
        CompareWith.YearBefore => DaysOn(today).YearBefore,
        CompareWith.Custom => ComparedCustom,
        _ => null,
    };

    /// <summary>What is to be asked; null while a range ends before it begins.</summary>
    public HistoryAsk? On(DateOnly today, int round = 0) =>
        DaysOn(today) is { Reversed: false } days && ComparedOn(today) is not { Reversed: true } ? new(today, Office, days, ComparedOn(today), round) : null;

    private static DayRange Days(Dictionary<string, string> query, string from, string to) =>
        DayRange.Day(query.GetValueOrDefault(from)) is { } first && DayRange.Day(query.GetValueOrDefault(to)) is { } last ? new(first, last) : default;
}
