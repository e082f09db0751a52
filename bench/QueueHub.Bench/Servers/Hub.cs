using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using QueueHub.Bench.Load;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.Bench.Servers;

/// <summary>The hub as it is published, with limits that let one machine play thousands of phones.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private static readonly string[] OneAddress =
    [
        "--Limits:PerAddress=1000000", "--Limits:PerDevice=1000000", "--Limits:PhonesPerAddress=100000",
    ];

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly string _cookie;
    private readonly string _data;

    private Hub(ServerProcess process, string postgres, string data, string cookie) => (Process, Postgres, _data, _cookie) = (process, postgres, data, cookie);

    public ServerProcess Process { get; private set; }
    public string Postgres { get; }
    public Uri Url => Process.Url;

    /// <summary>How long it took from nothing until it was ready for everything.</summary>
    public TimeSpan Start { get; private init; }

    /// <summary>Starts a hub with these offices, and the shipped ones when wanted; returns when it answers and one clerk has signed in.</summary>
    public static async Task<Hub> StartAsync(Workplace place, bool district, params IEnumerable<OfficeDocument> offices)
    {
        var postgres = await place.ClearAsync();
        await BenchOffice.SeedAsync(postgres, district, offices);
        var data = place.NewFolder("hub");
        var began = Stopwatch.GetTimestamp();
        var process = await StartAsync(place, postgres, data);
        try
        {
            await ReadyAsync(process);
            var start = Stopwatch.GetElapsedTime(began);
            await StaffAsync(postgres);
            return new Hub(process, postgres, data, await SignInAsync(process.Url, data)) { Start = start };
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Goes on in a new process, whose heap holds what it needs and nothing of what has been.</summary>
    public async Task RestartAsync(Workplace place)
    {
        await Process.DisposeAsync();
        Process = await StartAsync(place, Postgres, _data);
        await ReadyAsync(Process);
    }

    /// <summary>Starts one more node on what is there.</summary>
    public static Task<ServerProcess> StartAsync(Workplace place, string postgres, string data, params IEnumerable<string> options) => ServerProcess.StartAsync(
        "dotnet",
        [
            place.Hub, "--port=0", $"--data={data}", "--always-open",
            $"--ConnectionStrings:Redis={place.RedisSettings}", $"--ConnectionStrings:Postgres={postgres}", "--Logging:LogLevel:Default=Warning", .. OneAddress, .. options,
        ]);

    /// <summary>Returns when a node wants requests.</summary>
    public static async Task ReadyAsync(ServerProcess node)
    {
        using var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(trusting) { BaseAddress = node.Url };
        while (true)
        {
            using var answer = await client.GetAsync("/ready");
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(Poll);
        }
    }

    public static string NewRequestId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A connection of a citizen.</summary>
    public Task<HttpCaller> CitizenAsync() => HttpCaller.ConnectAsync(Url);

    /// <summary>A connection of the clerk, who holds every counter that is opened.</summary>
    public Task<HttpCaller> ClerkAsync() => HttpCaller.ConnectAsync(Url, $"Cookie: {_cookie}\r\n");

    /// <summary>The clerk's cookie, for hub connections.</summary>
    public string Cookie => _cookie;

    /// <summary>Opens the first counters of an office.</summary>
    public async Task OpenAsync(string office, int counters)
    {
        using var clerk = await ClerkAsync();
        for (var counter = 1; counter <= counters; counter++)
        {
            var path = $"/api/offices/{office}/counters/{counter}/open";
            while (await clerk.PostAsync(path, $$"""{"requestId":"{{NewRequestId()}}"}""") is not ( >= 200 and < 300, _) and var refused)
            {
                // The first node of all founds the offices a moment after it has become ready.
                await (refused.Status == 503 ? Task.Delay(Poll) : throw new InvalidOperationException($"{path}: {refused}"));
            }
        }
    }

    /// <summary>Gives out tickets over several connections; in the order of their numbers.</summary>
    public async Task<IReadOnlyList<IssuedTicket>> IssueAsync(string office, int count)
    {
        var tickets = new ConcurrentBag<IssuedTicket>();
        await LoadAsync(connections: 16, count, CitizenAsync, async (citizen, _) => tickets.Add(await IssueAsync(citizen, office)));
        return [.. tickets.OrderBy(ticket => ticket.Number)];
    }

    public static async Task<IssuedTicket> IssueAsync(HttpCaller citizen, string office, string service = BenchOffice.Service)
    {
        var answer = await citizen.MustAsync($"/api/offices/{office}/tickets", $$"""{"requestId":"{{NewRequestId()}}","service":"{{service}}"}""");
        return JsonSerializer.Deserialize<IssuedTicket>(answer, JsonSerializerOptions.Web)!;
    }

    /// <summary>Does something so many times over connections that are each used for one thing at a time.</summary>
    public static async Task LoadAsync(int connections, int count, Func<Task<HttpCaller>> connect, Func<HttpCaller, int, Task> act)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(1, connections).Select(async number =>
        {
            using var caller = await connect();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await act(caller, number);
            }
        }));
    }

    public static async Task<CommandReply> CommandAsync(HttpCaller clerk, string office, int counter, string verb, long? ticket = null)
    {
        var named = ticket is null ? "" : $",\"ticket\":{ticket}";
        var answer = await clerk.MustAsync($"/api/offices/{office}/counters/{counter}/{verb}", $$"""{"requestId":"{{NewRequestId()}}"{{named}}}""");
        return JsonSerializer.Deserialize<CommandReply>(answer, JsonSerializerOptions.Web)!;
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    // The demo's people work at every office: thousands are more than a cookie can name.
    private static async Task StaffAsync(string postgres)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var delete = source.CreateCommand("delete from staff_office where office not in (select slug from office order by slug limit 30)");
        await delete.ExecuteNonQueryAsync();
    }

    // The password of the first start lies in the hub's own folder.
    private static async Task<string> SignInAsync(Uri url, string data)
    {
        using var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "hub", "demo-staff.json")));
        var account = accounts.RootElement.EnumerateArray().First(account => account.GetProperty("name").GetString() == "admin");
        using var client = new HttpClient { BaseAddress = url };
        using var response = await client.PostAsJsonAsync(Routes.SignIn, new SignInRequest("admin", account.GetProperty("password").GetString()!));
        response.EnsureSuccessStatusCode();
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
