using System.Globalization;

namespace CounterClient;

/// <summary>Business days, both ends included. Pure.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    private const string Format = "yyyy-MM-dd";

    // A Monday is compared with a Monday: up to so many days, weekdays say more than dates do.
    private const int Weeks = 28;

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Reversed => To < From;

    /// <summary>As it stands in addresses.</summary>
    public string Query => $"from={Text(From)}&to={Text(To)}";

    /// <summary>Days of the calendar from the first to the last of some months.</summary>
    private bool WholeMonths => From.Day == 1 && To.AddDays(1).Day == 1;

    private int Months => ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;

    /// <summary>The range that ends where this one begins: as many months before whole months, as many days otherwise.</summary>
    public DayRange Before => WholeMonths ? new(From.AddMonths(-Months), From.AddDays(-1)) : new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>The same days of the year before; of four weeks or less the same weekdays.</summary>
    public DayRange YearBefore => WholeMonths ? new(From.AddYears(-1), To.AddDays(1).AddYears(-1).AddDays(-1))
        : Days <= Weeks ? new(From.AddDays(-364), To.AddDays(-364))
        : new(From.AddYears(-1), To.AddYears(-1));

    /// <summary>The same days of the calendar so many months earlier; what a shorter month lacks is left out.</summary>
    public DayRange MonthsEarlier(int months) => new(From.AddMonths(-months), To.AddMonths(-months));

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A day as addresses and date fields write it, of a year that the hub knows; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}
