using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>The tables of docs/ticket-states.md.</summary>
internal static class StateTable
{
    private static readonly string[] Lines = Read();

    /// <summary>Rows of the table under a heading: column name → cell.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Under(string heading)
    {
        var table = Lines
            .SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        return table.Skip(2).Select(cells => table[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>Every command in every state of a ticket: command, state, cell, score, submission.</summary>
    public static IEnumerable<TheoryDataRow<string, TicketState, string, string, string>> TicketCells() =>
        from row in Under("Commands on tickets")
        from state in Enum.GetValues<TicketState>()
        select new TheoryDataRow<string, TicketState, string, string, string>(
            row["command"], state, row[state.ToString()], row["score"], row["submission"]);

    /// <summary>Every command in every state of a counter: command, state, cell.</summary>
    public static IEnumerable<TheoryDataRow<string, CounterState, string>> CounterCells() =>
        from row in Under("Commands on counters")
        from state in Enum.GetValues<CounterState>()
        select new TheoryDataRow<string, CounterState, string>(row["command"], state, row[state.ToString()]);

    /// <summary>Every command on the day, closed and open.</summary>
    public static IEnumerable<TheoryDataRow<string, bool, string>> DayCells() =>
        from row in Under("The day")
        from open in new[] { false, true }
        select new TheoryDataRow<string, bool, string>(row["command"], open, row[open ? "day open" : "day closed"]);

    /// <summary>The code in a cell that refuses; null when it names a state.</summary>
    public static string? Refusal(string cell) => cell.StartsWith('`') ? cell.Trim('`') : null;

    private static string[] Read()
    {
        using var stream = typeof(StateTable).Assembly.GetManifestResourceStream("ticket-states.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
