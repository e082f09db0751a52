using System.Globalization;
using System.Text.RegularExpressions;
using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>A PostgreSQL installation: the folder that holds its programs, and its major version.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Version)
{
    public string Server => Path.Combine(Folder, "postgres");

    public string Initdb => Path.Combine(Folder, "initdb");

    /// <summary>The installation for a cluster that <paramref name="written"/> wrote; the newest for a new cluster (null).</summary>
    public static async Task<PostgresPrograms> FindAsync(int? written, IReadOnlyList<string> folders, CancellationToken cancellation)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in folders.Where(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"))))
        {
            var (_, output) = await Programs.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancellation);
            if (Major().Match(output) is { Success: true } version)
            {
                found.Add(new PostgresPrograms(folder, int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture)));
            }
        }

        if (found.Count == 0)
        {
            throw new StartException(
                "PostgreSQL is not installed: install it (Debian and Ubuntu: apt install postgresql), or name a database in ConnectionStrings__Postgres.");
        }

        return written is null
            ? found.MaxBy(programs => programs.Version)!
            : found.Find(programs => programs.Version == written) ?? throw new StartException(
                $"The data was written by PostgreSQL {written}, which is not installed: install it (Debian and Ubuntu: apt install postgresql-{written}).");
    }

    [GeneratedRegex(@"PostgreSQL\) (\d+)")]
    private static partial Regex Major();
}
