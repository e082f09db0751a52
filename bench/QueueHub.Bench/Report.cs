using System.Globalization;
using System.Text;

namespace QueueHub.Bench;

/// <summary>One line of the result.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Figure">What came out, with its unit.</param>
/// <param name="Against">The peer or limit of the same run, and the ratio to it.</param>
/// <param name="Target">What is to be reached; empty when there is only something to report.</param>
/// <param name="Met">Null when there is no target.</param>
internal sealed record Row(string What, string Figure, string Against = "", string Target = "", bool? Met = null);

/// <summary>The table, in Markdown, as bench/README.md has it.</summary>
internal static class Report
{
    public static string Table(IEnumerable<Row> rows)
    {
        var text = new StringBuilder("| what | measured | against, in the same run | target | |\n|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var met = row.Met switch { true => "met", false => "**missed**", null => "" };
            text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Figure} | {row.Against} | {row.Target} | {met} |\n");
        }

        return text.ToString();
    }

    /// <summary>Nearest-rank percentile.</summary>
    public static double Percentile(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, 50);
}
