using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Engines;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff.CommandLine;

/// <summary>
/// Accounts without a page: the first administrator, and help when nobody can sign in any more. Who may run it can open the hub's database anyway.
/// </summary>
internal static class StaffCommand
{
    private const int Everybody = 100_000;

    /// <exception cref="StartException">One sentence says why nothing was done.</exception>
    public static async Task RunAsync(IReadOnlyList<string> args, TextWriter output)
    {
        var options = StaffCommandOptions.Parse(args);
        if (options.Verb == "help" || options.Hub.Help)
        {
            await output.WriteLineAsync(StaffCommandOptions.Usage);
            return;
        }

        using var signals = new StopSignals();
        try
        {
            var engines = HubProcess.Engines(options.Hub, HubProcess.CreateBuilder(options.Hub).Configuration);
            await using var database = await HubDatabase.OpenAsync(engines, NullLogger.Instance, signals.Token);
            await using var source = PostgresClient.Prudent(database.ConnectionString).Build();
            await Migrations.ApplyAsync(source, NullLogger.Instance, signals.Token);
            if (options.Grant is { Office: not null })
            {
                // Before the hub's first start there are none yet.
                await new ConfigurationStore(source).SeedAsync(signals.Token);
            }

            await output.WriteLineAsync(await RunAsync(options, source));
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

    /// <summary>Does it, and gives what is to be printed.</summary>
    internal static async Task<string> RunAsync(StaffCommandOptions options, NpgsqlDataSource source)
    {
        var people = new StaffPeople(source);
        var accounts = new StaffAccounts(source, new Passwords(), TimeProvider.System);
        switch (options.Verb)
        {
            case "list":
                return await ListAsync(people);
            case "add":
                var (made, refused) = await accounts.CreateAsync(StaffActor.CommandLine, options.Name!, options.DisplayName, options.Grant!);
                return made is null ? throw Refused(refused!, options.Grant!.Office) : Print($"Added {made.Name} ({options.DisplayName.Trim()}), {Describe(options.Grant!)}.", made, options);
        }

        var person = await people.NamedAsync(options.Name!) ?? throw new StartException($"There is no account '{options.Name}'.");
        switch (options.Verb)
        {
            case "reset":
                var (made, refused) = await accounts.ResetPasswordAsync(StaffActor.CommandLine, person.Id);
                return made is null ? throw Refused(refused!) : Print($"{made.Name} ({person.DisplayName}) is signed out everywhere.", made, options);
            case "disable":
                return await accounts.DisableAsync(StaffActor.CommandLine, person.Id) is { } kept ? throw Refused(kept) : $"{person.Name} is disabled and signed out everywhere.";
            default:
                return await accounts.EnableAsync(StaffActor.CommandLine, person.Id) is { } shut ? throw Refused(shut) : $"{person.Name} is enabled.";
        }
    }

    private static async Task<string> ListAsync(StaffPeople people)
    {
        var all = await people.ListAsync(await people.RightsAsync(StaffActor.CommandLine), null, null, 0, Everybody);
        return all.Count == 0 ? "There are no accounts yet." : string.Join('\n', all.Select(person =>
            $"{person.Name,-16} {Roles(person)}{(person.Disabled ? ", disabled" : "")}{(person.MustChangePassword ? ", new password due" : "")}  {person.DisplayName}"));
    }

    private static string Roles(StaffPerson person) => string.Join(", ", person.Offices
        .GroupBy(row => row.Role, row => row.Office)
        .Select(role => role.Count() > 3 ? $"{role.Key} of {role.Count()} offices" : $"{role.Key} of {string.Join(' ', role)}")
        .Prepend(person.District is null ? null : $"{person.District} of the district")
        .Where(role => role is not null)
        .DefaultIfEmpty("no role"));

    private static string Describe(StaffGrant grant) => $"{grant.Role.ToString().ToLowerInvariant()} of {grant.Office ?? "the whole district"}";

    private static string Print(string done, NewPassword made, StaffCommandOptions options) => $"""
        {done}
        Password for one use: {made.Password}
        It is shown only now. Before the first sign-in it must be changed at {new Uri(options.Hub.PublicUrl, "staff/password")}.
        """;

    private static StartException Refused(string code, string? office = null) =>
        new(code == ProblemCodes.UnknownOffice ? $"There is no office '{office}'." : ProblemTexts.In(code, "en"));
}
