using System.Text;
using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>By what a table is sorted. Pure.</summary>
/// <param name="By">Null: by its names.</param>
public sealed record TableOrder(Figure? By, bool Descending)
{
    /// <summary>As the header's attribute says it; null where it is not sorted by this one.</summary>
    public string? AriaSort(Figure? column) => column != By ? null : Descending ? "descending" : "ascending";

    /// <summary>After a press on a header: the other way round, or by another one, figures from the largest and names from the first.</summary>
    public TableOrder Press(Figure? column) => column == By ? this with { Descending = !Descending } : new TableOrder(column, column is not null);

    /// <summary>What has no value comes last, whichever way; equal ones by their names.</summary>
    public IReadOnlyList<FiguresRow> Sort(IEnumerable<FiguresRow> rows, Func<FiguresRow, string> name)
    {
        var named = rows.OrderBy(row => Padded(name(row)), StringComparer.Ordinal);
        if (By is not { } figure)
        {
            return Descending ? [.. named.Reverse()] : [.. named];
        }

        double? Value(FiguresRow row) => figure.In(row.Figures);
        var known = named.OrderBy(row => Value(row) is null ? 1 : 0);
        return [.. Descending ? known.ThenByDescending(Value) : known.ThenBy(Value)];
    }

    // Counter 9 before counter 10: the browser's runtime orders no numbers within words.
    private static string Padded(string name)
    {
        var padded = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            var end = i;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
            {
                end++;
            }

            padded.Append(end > i ? name[i..end].PadLeft(9, '0') : name[i++]);
            i = Math.Max(i, end);
        }

        return padded.ToString();
    }
}
