using QueueHub.Platform;

namespace QueueHub.History.CommandLine;

/// <summary>The command line of <c>./run history</c>, and which hub it is about.</summary>
/// <param name="File">Of a backup.</param>
/// <param name="Office">Null: all of them.</param>
internal sealed record HistoryCommandOptions(string Verb, string? File, string? Office, HubOptions Hub)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage = """
        ./run history check           compares tickets, counters' times and sums with what the events make of them; says what differs
        ./run history rebuild         makes them anew from the events; the hub may go on meanwhile
          --office <office>           of this office only
        ./run history backup <file>   writes the hub's database to a file; it holds the key ring: keep it as you keep keys
        ./run history restore <file>  reads it back into a database that is empty; the hub must not be running
          --data <folder>             the hub's data folder
          --ConnectionStrings:Postgres=...  the hub's database, where it is not its own
        """;

    private static readonly string[] WithFile = ["backup", "restore"];

    /// <summary>Reads it; a <paramref name="args"/> without a verb asks for help.</summary>
    /// <exception cref="StartException">One sentence says what is wrong.</exception>
    public static HistoryCommandOptions Parse(IReadOnlyList<string> args)
    {
        var verb = args.Count == 0 || args[0] == "--help" ? "help" : args[0];
        if (verb is not ("help" or "check" or "rebuild") && !WithFile.Contains(verb))
        {
            throw new StartException($"'{verb}' is nothing to do with history; ./run history --help lists what is.");
        }

        var named = WithFile.Contains(verb);
        if (named && (args.Count < 2 || args[1].StartsWith('-')))
        {
            throw new StartException($"history {verb} needs the name of a file.");
        }

        string? office = null;
        var rest = new List<string>();
        for (var i = named ? 2 : 1; i < args.Count; i++)
        {
            var (option, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (option == "--office" && verb is ("check" or "rebuild"))
            {
                office = value ?? (i + 1 < args.Count ? args[++i] : throw new StartException("--office needs a value."));
            }
            else
            {
                rest.Add(args[i]);
            }
        }

        return new HistoryCommandOptions(verb, named ? Path.GetFullPath(args[1]) : null, office, HubOptions.Parse(rest));
    }
}
