using QueueHub.Contracts.Staff;
using QueueHub.Platform;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff.CommandLine;

/// <summary>The command line of <c>./run staff</c>, and which hub it is about.</summary>
internal sealed record StaffCommandOptions(string Verb, string? Name, HubOptions Hub)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage = """
        ./run staff add <name> --display <person's name> --administrator
                              a new account, administrator of the whole district; prints its password once
        ./run staff add <name> --display <person's name> --role <clerk|supervisor|administrator> --office <office>
                              the same with a role at one office; without --office at all of them
        ./run staff reset <name>    a new password for one use, printed once; the person is signed out everywhere
        ./run staff disable <name>  lets the person in no more
        ./run staff enable <name>   lets the person in again
        ./run staff list            everybody, with their roles
          --data <folder>           the hub's data folder; it may be running
          --ConnectionStrings:Postgres=...  the hub's database, where it is not its own
        """;

    private static readonly string[] WithName = ["add", "reset", "disable", "enable"];

    public string DisplayName { get; private init; } = "";

    /// <summary>The first role of a new account.</summary>
    public StaffGrant? Grant { get; private init; }

    /// <summary>Reads it; a <paramref name="args"/> without a verb asks for help.</summary>
    /// <exception cref="StartException">One sentence says what is wrong.</exception>
    public static StaffCommandOptions Parse(IReadOnlyList<string> args)
    {
        var verb = args.Count == 0 || args[0] == "--help" ? "help" : args[0];
        if (verb is not ("help" or "list") && !WithName.Contains(verb))
        {
            throw new StartException($"'{verb}' is nothing to do with staff; ./run staff --help lists what is.");
        }

        var named = WithName.Contains(verb);
        if (named && (args.Count < 2 || args[1].StartsWith('-')))
        {
            throw new StartException($"staff {verb} needs the name of an account.");
        }

        var own = new Dictionary<string, string>();
        var rest = new List<string>();
        for (var i = named ? 2 : 1; i < args.Count; i++)
        {
            var (option, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (option == "--administrator" && value is null && verb == "add")
            {
                own[option] = "";
            }
            else if (option is "--display" or "--role" or "--office" && verb == "add")
            {
                own[option] = value ?? (i + 1 < args.Count ? args[++i] : throw new StartException($"{option} needs a value."));
            }
            else
            {
                rest.Add(args[i]);
            }
        }

        return new StaffCommandOptions(verb, named ? args[1] : null, HubOptions.Parse(rest))
        {
            DisplayName = own.GetValueOrDefault("--display", ""),
            Grant = verb == "add" ? GrantOf(own) : null,
        };
    }

    private static StaffGrant GrantOf(Dictionary<string, string> own)
    {
        if (own.ContainsKey("--administrator") == own.ContainsKey("--role") || (own.ContainsKey("--administrator") && own.ContainsKey("--office")))
        {
            throw new StartException("Say what the person is to be: --administrator of the whole district, or --role and --office.");
        }

        var word = own.GetValueOrDefault("--role", "administrator");
        return Enum.TryParse<StaffRole>(word, ignoreCase: true, out var role) && string.Equals(role.ToString(), word, StringComparison.OrdinalIgnoreCase)
            ? new StaffGrant(own.GetValueOrDefault("--office"), role)
            : throw new StartException($"'{word}' is not a role: it must be clerk, supervisor or administrator.");
    }
}
