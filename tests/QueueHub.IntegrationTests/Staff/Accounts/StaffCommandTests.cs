using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;

namespace QueueHub.IntegrationTests.Staff.Accounts;

/// <summary>The command line as a person uses it: a process of its own, on the data folder of a hub.</summary>
public sealed partial class StaffCommandTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Before_the_hubs_first_start_during_its_life_and_on_a_named_database()
    {
        var database = await engines.CreateDatabaseAsync();

        // No hub runs: its PostgreSQL is made, used and stopped.
        var added = await RunAsync("add", "boss", "--display", "김관리", "--administrator");
        Assert.Equal((0, ""), (added.Code, added.Errors));
        Assert.Single(OneTime().Matches(added.Output));
        Assert.False(File.Exists(_folder["data/postgres/data/postmaster.pid"]));
        Assert.False(Directory.Exists(_folder["data/redis"]));

        // The hub makes no demo staff beside somebody real, and the command finds its running database.
        await using var hub = ChildHub.Start(_folder["data"]);
        var url = await hub.ListensAsync();
        Assert.DoesNotContain("Created 5 demo accounts", hub.Output, StringComparison.Ordinal);
        var reset = await RunAsync("reset", "boss");
        var password = OneTime().Match(reset.Output).Value;
        using var browser = new HttpClient { BaseAddress = url };
        using var changed = await browser.PostAsJsonAsync(Routes.Password, new PasswordRequest("boss", password, "a long walk at noon"));
        Assert.True(changed.IsSuccessStatusCode);
        using var signedIn = await browser.PostAsJsonAsync(Routes.SignIn, new SignInRequest("boss", "a long walk at noon"));
        Assert.Equal(StaffRole.Administrator, (await signedIn.Content.ReadFromJsonAsync<SignedIn>())!.DistrictRole);
        Assert.Matches("^boss +administrator of the district  김관리\n$", (await RunAsync("list")).Output);
        var kept = await RunAsync("disable", "boss");
        Assert.Equal((1, "QueueHub: This would leave the district without an administrator. Please appoint another one first.\n"), (kept.Code, kept.Errors));
        Assert.Equal((1, "QueueHub: There is no account 'nobody'.\n"), ((await RunAsync("reset", "nobody")) is var unknown ? unknown.Code : 0, unknown.Errors));

        // Another database, named: the data folder is not looked at.
        var named = await RunAsync("add", "kim", "--display", "김서연", "--role", "clerk", "--office", "seocho", $"--ConnectionStrings:Postgres={database}");
        Assert.Equal((0, ""), (named.Code, named.Errors));
        Assert.Matches("^kim +clerk of seocho, new password due  김서연\n$", (await RunAsync("list", $"--ConnectionStrings:Postgres={database}")).Output);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "QueueHub.dll"), "staff", .. words, $"--data={_folder["data"]}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await output, await errors);
    }

    [GeneratedRegex("[a-z2-9]{4}(-[a-z2-9]{4}){3}")]
    private static partial Regex OneTime();
}
