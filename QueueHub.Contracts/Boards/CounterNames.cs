using System.Globalization;

namespace QueueHub.Contracts.Boards;

/// <summary>Short writing of several counters, for a line of limited length.</summary>
public static class CounterNames
{
    /// <summary>Runs of numbers are joined: 1, 2, 3, 5, A becomes "1–3, 5, A".</summary>
    public static string Join(IEnumerable<string> counters)
    {
        var names = new List<string>();
        var numbers = new SortedSet<int>();
        foreach (var counter in counters)
        {
            if (int.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                names.Add(counter);
            }
        }
        return string.Join(", ", Runs(numbers).Concat(names.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Runs(SortedSet<int> numbers)
    {
        foreach (var first in numbers.Where(number => !numbers.Contains(number - 1)))
        {
            var last = first;
            while (numbers.Contains(last + 1))
            {
                last++;
            }
            yield return (last - first) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"{first}"),
                1 => string.Create(CultureInfo.InvariantCulture, $"{first}, {last}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{first}–{last}"),
            };
        }
    }
}
