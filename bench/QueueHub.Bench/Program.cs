using System.Globalization;
using QueueHub.Bench;
using QueueHub.Bench.Scenarios;

// Measures the published hub beside its peers and limits; bench/run prepares everything and calls this with the folder of the clone.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (root, wanted) = (args[0], args[1..]);

// history-scale takes half an hour and some twenty gigabytes: only when it is asked for; a number after it says how many tickets.
var tickets = wanted is ["history-scale", var number] && int.TryParse(number, out var count) ? count : HistoryScale.Usual;
wanted = wanted is ["history-scale", _] ? ["history-scale"] : wanted;
(string Name, Func<Workplace, Task<IReadOnlyList<Row>>> Run)[] scenarios =
[
    ("phones", HeldPhones.RunAsync),
    ("crowd", CrowdedOffice.RunAsync),
    ("commands", Commands.RunAsync),
    ("panels", Panels.RunAsync),
    ("start", Starts.RunAsync),
    ("sizes", Sizes.RunAsync),
    ("growth", Growth.RunAsync),
    ("offices", ManyOffices.RunAsync),
    ("history", History.RunAsync),
    ("history-scale", place => HistoryScale.RunAsync(place, tickets)),
];
if (wanted.FirstOrDefault(name => scenarios.All(scenario => scenario.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"'{unknown}' is none of {string.Join(", ", scenarios.Select(scenario => scenario.Name))}.");
    return 1;
}

await using var place = await Workplace.OpenAsync(root);
var rows = new List<Row>();
foreach (var (name, run) in scenarios.Where(scenario => wanted.Length == 0 ? scenario.Name != "history-scale" : wanted.Contains(scenario.Name)))
{
    Console.WriteLine($"{name}:");
    rows.AddRange(await run(place));
}

Console.WriteLine();
Console.WriteLine(Machine.Describe(root));
Console.WriteLine();
Console.Write(Report.Table(rows));
return 0;
