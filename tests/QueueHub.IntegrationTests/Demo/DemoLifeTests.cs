using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Demo;

namespace QueueHub.IntegrationTests.Demo;

/// <summary>A hub started with <c>--demo</c>, as a person starts it: the simulator lives and dies with it.</summary>
public sealed class DemoLifeTests(EngineFixture engines) : IDisposable
{
    private static readonly TimeSpan Lively = TimeSpan.FromMinutes(5);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Screens_come_alive_and_a_stop_ends_both(string signal)
    {
        _ = engines.Engines;
        await using var hub = ChildHub.Start(_folder["data"], "--demo", "--speed=60");
        using var visitor = new HttpClient { BaseAddress = await hub.ListensAsync() };
        await Eventually.TrueAsync(async () => await CallsAsync(visitor, "seocho") && await CallsAsync(visitor, "naegok"), "calls at two offices", Lively);
        var simulator = Assert.Single(Simulators(hub));

        await hub.SignalGroupAsync(signal);

        Assert.Equal((0, ""), await hub.EndsAsync());
        await Eventually.TrueAsync(() => !Directory.Exists($"/proc/{simulator}"), "the simulator has ended");
    }

    [Fact]
    public async Task A_killed_hub_takes_its_simulator_along()
    {
        _ = engines.Engines;
        await using var hub = ChildHub.Start(_folder["data"], "--demo");
        await hub.ListensAsync();
        await Eventually.TrueAsync(() => Simulators(hub).Count == 1, "the simulator has started", Lively);
        var simulator = Simulators(hub)[0];

        // The hub alone: its children get no signal.
        using var kill = System.Diagnostics.Process.Start("kill", ["-KILL", hub.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();

        await Eventually.TrueAsync(() => !Directory.Exists($"/proc/{simulator}"), "the simulator has ended");
    }

    [Fact]
    public async Task Its_accounts_are_shut_on_a_hub_without_a_demo()
    {
        var database = await engines.CreateDatabaseAsync();
        string password;
        await using (var hub = await new HubFactory(engines).WithPostgresAt(database).StartAsync())
        {
            password = await hub.Services.GetRequiredService<DemoClerks>().AdmitAsync(CancellationToken.None);
            using var clerk = hub.NewClient();
            using var admitted = await clerk.PostAsJsonAsync(Routes.SignIn, new SignInRequest("demo-seocho", password));
            Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
            Assert.Equal(["seocho"], (await admitted.Content.ReadFromJsonAsync<SignedIn>())!.Offices.Select(office => office.Slug));
        }

        await using var without = await new HubFactory(engines).WithPostgresAt(database).StartAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await using var source = NpgsqlDataSource.Create(database);
                await using var count = source.CreateCommand("select count(*) from staff where id like 'demo-%' and not disabled");
                return (long)(await count.ExecuteScalarAsync())! == 0;
            },
            "the accounts are shut");
        using var stranger = without.NewClient();
        using var refused = await stranger.PostAsJsonAsync(Routes.SignIn, new SignInRequest("demo-seocho", password));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static async Task<bool> CallsAsync(HttpClient visitor, string office)
    {
        using var response = await visitor.GetAsync($"/api/offices/{office}/board");
        return response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<Board>() is { } board && board.Calls.Count + board.Recent.Count > 0;
    }

    // The children of the hub that run the simulator.
    private static List<int> Simulators(ChildHub hub) =>
    [
        .. from folder in Directory.GetDirectories("/proc")
           let name = Path.GetFileName(folder)
           where name.All(char.IsAsciiDigit) && Parent(folder) == hub.Id
           select int.Parse(name, CultureInfo.InvariantCulture),
    ];

    private static int? Parent(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains("Simulator.dll", StringComparison.Ordinal)
                && File.ReadAllText(Path.Combine(folder, "stat")).Split(") ")[^1].Split(' ') is [_, var parent, ..]
                ? int.Parse(parent, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at.
            return null;
        }
    }
}
