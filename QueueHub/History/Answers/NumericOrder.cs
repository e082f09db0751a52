using System.Globalization;

namespace QueueHub.History.Answers;

/// <summary>Orders ids as people do: counter 9 before counter 10.</summary>
internal static class NumericOrder
{
    public static readonly StringComparer Instance = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);
}
