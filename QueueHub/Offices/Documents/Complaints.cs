namespace QueueHub.Offices.Documents;

/// <summary>Collects what is wrong with a document, each with its place: <c>services[1].to: must not be below from</c>.</summary>
internal sealed class Complaints
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    /// <summary>Complains about <paramref name="place"/> unless <paramref name="holds"/>.</summary>
    public bool Require(bool holds, string place, string sentence)
    {
        if (!holds)
        {
            _all.Add($"{place}: {sentence}");
        }

        return holds;
    }

    /// <summary>Both languages that every text has.</summary>
    public void RequireText(Contracts.LocalText text, string place)
    {
        Require(!string.IsNullOrWhiteSpace(text.Ko), $"{place}.ko", "must not be empty");
        Require(!string.IsNullOrWhiteSpace(text.En), $"{place}.en", "must not be empty");
    }

    /// <summary>Each value once.</summary>
    public void RequireDistinct<T>(IReadOnlyList<T> values, Func<int, string> place)
    {
        for (var index = 0; index < values.Count; index++)
        {
            Require(!values.Take(index).Contains(values[index]), place(index), $"'{values[index]}' stands there twice");
        }
    }
}
