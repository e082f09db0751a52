using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using QueueHub.History.Rebuild;
using QueueHub.Offices;
using QueueHub.Offices.Documents;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.History.CommandLine;

/// <summary>History without a page: compared with its events, made anew from them, saved to a file and read back.</summary>
internal static class HistoryCommand
{
    /// <summary>Gives the process's exit code.</summary>
    /// <exception cref="StartException">One sentence says why nothing was done.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output)
    {
        var options = HistoryCommandOptions.Parse(args);
        if (options.Verb == "help" || options.Hub.Help)
        {
            await output.WriteLineAsync(HistoryCommandOptions.Usage);
            return 0;
        }

        using var signals = new StopSignals();
        try
        {
            var engines = HubProcess.Engines(options.Hub, HubProcess.CreateBuilder(options.Hub).Configuration);
            await using var database = await HubDatabase.OpenAsync(engines, NullLogger.Instance, signals.Token);
            if (options.File is { } file)
            {
                var programs = await PostgresPrograms.FindAsync(null, engines.ProgramFolders, signals.Token);
                var backup = new Backup([programs.Folder, .. engines.ProgramFolders], database.ConnectionString);
                await output.WriteLineAsync(options.Verb == "backup"
                    ? await backup.WriteAsync(file, signals.Token)
                    : await backup.ReadAsync(file, signals.Token));
                return 0;
            }

            await using var source = PostgresClient.Prudent(database.ConnectionString).Build();
            await Migrations.ApplyAsync(source, NullLogger.Instance, signals.Token);
            return await RunAsync(options, source, output, signals.Token);
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            throw new StartException($"The hub's database cannot be reached: {error.Message}", error);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            throw new StartException("Interrupted.");
        }
    }

    /// <summary>Compares or rebuilds; 1 when a comparison has found something.</summary>
    internal static async Task<int> RunAsync(HistoryCommandOptions options, NpgsqlDataSource source, TextWriter output, CancellationToken cancellation)
    {
        var known = await ConfigurationAsync(source, cancellation);
        var rebuild = new HistoryRebuild(source, new OfficeFacts(known));
        var offices = await rebuild.OfficesAsync(cancellation);
        if (options.Office is { } only)
        {
            offices = offices.Contains(only) ? [only] : throw new StartException($"There is no history of an office '{only}'.");
        }

        var done = new List<Rebuilt>();
        var unknown = offices.Where(office => known.Find(office) is null).ToList();
        foreach (var office in unknown)
        {
            await output.WriteLineAsync($"{office}: left alone. The configuration does not have it, so its time zone is not known.");
        }

        foreach (var office in offices.Except(unknown))
        {
            var rebuilt = options.Verb == "check" ? await rebuild.CheckAsync(office, cancellation) : await rebuild.RebuildAsync(office, cancellation);
            done.Add(rebuilt);
            await output.WriteLineAsync(Line(rebuilt, options.Verb == "check"));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Count} offices, {done.Sum(one => one.Tickets)} tickets, {done.Sum(one => one.Events)} events, {done.Sum(one => one.Took.TotalSeconds):F1} s."));
        return (options.Verb == "check" && done.Any(one => !one.WasRight)) || (options.Office is not null && unknown.Count > 0) ? 1 : 0;
    }

    private static string Line(Rebuilt rebuilt, bool check)
    {
        var differences = rebuilt.Differences.Where(one => one.Missing + one.Wrong > 0).Select(one =>
            $"\n  {one.Table}: {one.Missing} rows {(check ? "missing" : "written")}, {one.Wrong} {(check ? "wrong" : "taken away")}" +
            string.Concat(one.Samples.Select(sample => $"\n    {sample}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rebuilt.Office}: {rebuilt.Days} days, {rebuilt.Tickets} tickets, {rebuilt.Events} events, {rebuilt.Took.TotalSeconds:F1} s{(rebuilt.WasRight ? ", as it should be" : "")}")
            + string.Concat(differences);
    }

    // A running hub goes on with the last sound document; here there is none but this one, and without it hours would be made by another time zone.
    private static async Task<IOffices> ConfigurationAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var (offices, forms) = await new ConfigurationStore(source).ReadAsync(cancellation);
        var complaints = new List<string>();
        var configuration = Configuration.Read(offices, forms, Configuration.Empty, complaints.Add);
        return complaints.Count == 0
            ? new Offices.Offices { Current = configuration }
            : throw new StartException($"The configuration is not sound; nothing was done. {string.Join(' ', complaints)}");
    }
}
