using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;

namespace QueueHub.IntegrationTests.Staff.Policies;

/// <summary>Somebody at a browser.</summary>
/// <param name="Here">Their role at the demo office.</param>
/// <param name="Highest">Their highest role at any office.</param>
internal sealed record StaffPerson(string Name, HttpClient Browser, CookieContainer Cookies, bool IsSignedIn, StaffRole? Here, StaffRole? Highest);

/// <summary>
/// The demo office with a clerk at work, who has called a ticket with a form, and everybody who might want what is not theirs. The clerk at work is nobody
/// of them: none of them holds a counter.
/// </summary>
internal sealed class StaffScene : IAsyncDisposable
{
    public const string Elsewhere = "banpo-1";

    private StaffScene(RunningHub hub) => Hub = hub;

    public RunningHub Hub { get; }

    /// <summary>The ticket that is at the counter.</summary>
    public long Ticket { get; private set; }

    public IReadOnlyList<StaffPerson> People { get; private set; } = [];

    public StaffPerson this[string name] => People.Single(person => person.Name == name);

    public static async Task<StaffScene> StartAsync(EngineFixture engines)
    {
        var scene = new StaffScene(await new HubFactory(engines).StartAsync());
        await scene.CallAsync();
        await scene.GatherAsync();
        return scene;
    }

    /// <summary>All that a refused request might have changed: the office's live state, and every table that no background task writes to.</summary>
    public async Task<string> StateAsync()
    {
        await using var source = NpgsqlDataSource.Create(Hub.PostgresConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var tables = await connection.QueryAsync<string>(
            """
            select tablename from pg_tables
            where schemaname = 'public' and tablename not in ('history_position', 'data_protection_key') and tablename !~ '^(event|ticket|counter_stretch|rollup)(_|$)'
            order by tablename
            """);
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.Add($"{table}: {await connection.QuerySingleAsync<string?>($"select md5(string_agg(t::text, ',' order by t::text)) from \"{table}\" t")}");
        }

        var state = Hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!;
        return $"{string.Join('\n', rows)}\n{JsonSerializer.Serialize(state.Counters)}\n{JsonSerializer.Serialize(state.Tickets)}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in People)
        {
            person.Browser.Dispose();
        }

        await Hub.DisposeAsync();
    }

    private async Task CallAsync()
    {
        using var citizen = Hub.NewClient();
        await citizen.IssueAsync(form: Hub.FilledForm());
        var (park, _) = await Hub.SignInAsync("park");
        using (park)
        {
            var counter = new HttpDoor(park, Seocho.Office, "1");
            await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
            Ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        }
    }

    private async Task GatherAsync()
    {
        await using var source = NpgsqlDataSource.Create(Hub.PostgresConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            $"""
            insert into staff (id, name, display_name, password_hash)
            select name || '-2', name || '-2', display_name, password_hash from staff where name in ('kim', 'lee', 'admin');
            insert into staff_office values ('kim-2', '{Elsewhere}', 'clerk'), ('admin-2', '{Elsewhere}', 'administrator')
            """);
        People =
        [
            new("nobody", Hub.NewClient(), new CookieContainer(), false, null, null),
            await SignedOutAsync(),
            await DisabledAsync(connection),
            await SignInAsync("without an office", "lee", "lee-2", null, null),
            await SignInAsync("clerk elsewhere", "kim", "kim-2", null, StaffRole.Clerk),
            await SignInAsync("administrator elsewhere", "admin", "admin-2", null, StaffRole.Administrator),
            await SignInAsync("clerk", "kim", "kim", StaffRole.Clerk, StaffRole.Clerk),
            await SignInAsync("supervisor", "choi", "choi", StaffRole.Supervisor, StaffRole.Supervisor),
            await SignInAsync("administrator", "admin", "admin", StaffRole.Administrator, StaffRole.Administrator),
        ];
    }

    // With the cookie of before.
    private async Task<StaffPerson> SignedOutAsync()
    {
        var person = await SignInAsync("signed out", "kim", "kim", StaffRole.Clerk, StaffRole.Clerk);
        var kept = new CookieContainer();
        kept.Add(person.Cookies.GetAllCookies());
        (await person.Browser.PostAsync(Routes.SignOut, null)).EnsureSuccessStatusCode();
        person.Browser.Dispose();
        return person with { Browser = Browser(kept), Cookies = kept, IsSignedIn = false };
    }

    private async Task<StaffPerson> DisabledAsync(NpgsqlConnection connection)
    {
        var person = await SignInAsync("disabled", "lee", "lee", StaffRole.Clerk, StaffRole.Clerk);
        var kept = new CookieContainer();
        kept.Add(person.Cookies.GetAllCookies());
        person.Browser.Dispose();
        await connection.ExecuteAsync("update staff set disabled = true where name = 'lee'");
        await Eventually.TrueAsync(
            async () =>
            {
                using var probe = Browser(Copy(kept));
                return (await probe.GetAsync(Routes.WhoAmI)).StatusCode == HttpStatusCode.Unauthorized;
            },
            "the hub knows that lee is disabled");
        return person with { Browser = Browser(kept), Cookies = kept, IsSignedIn = false };
    }

    private async Task<StaffPerson> SignInAsync(string name, string passwordOf, string account, StaffRole? here, StaffRole? highest)
    {
        var cookies = new CookieContainer();
        var browser = Browser(cookies);
        using var answer = await browser.PostAsJsonAsync(Routes.SignIn, new SignInRequest(account, Hub.Account(passwordOf).Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(name, browser, cookies, true, here, highest);
    }

    private HttpClient Browser(CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = Hub.Url };

    private static CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return copy;
    }
}
